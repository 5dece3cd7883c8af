import ArgumentParser
import Content
import Diagnostics
import Foundation
import OfficialDocuments
import VietnameseText

/// `sohieu new`: a page with the front matter of its kind.
struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: .spoken(
            vi: "Tạo một trang mới với phần đầu trang đúng mẫu.",
            en: "Makes a new page with the front matter of its kind."),
        discussion: .spoken(
            vi: """
                Ví dụ:
                  sohieu new van-ban 24-CT/TU
                  sohieu new van-ban 10-NQ/TU --locality ninh-thuan
                  sohieu new bai-hoc "Nghe dân nói, nói dân hiểu"
                """,
            en: """
                Examples:
                  sohieu new van-ban 24-CT/TU
                  sohieu new van-ban 10-NQ/TU --locality ninh-thuan
                  sohieu new bai-hoc "Nghe dân nói, nói dân hiểu"
                """))

    /// The folders of the kinds of page, for messages.
    static let folders = PageKind.allCases.compactMap(\.folder).joined(separator: ", ")

    @Argument(
        help: .spoken(vi: "Thư mục của loại trang: \(folders).", en: "Folder of the kind of page: \(folders)."))
    var folder: String

    @Argument(
        help: .spoken(vi: "Tên trang; với văn bản có thể là số hiệu.", en: "Title; of a document it may be the number.")
    )
    var title: String

    @Option(name: [.short, .customLong("source")], help: .spoken(vi: "Thư mục nội dung.", en: "Content folder."))
    var source = SitePlace.nearest.content

    @Option(
        help: .spoken(
            vi: "Mã địa phương, như ninh-thuan: vào tên tệp và khóa locality, để văn bản cùng số của tỉnh khác có chỗ.",
            en:
                "Id of a place, as ninh-thuan: goes into the file name and the key locality, so that the same number of another place has room."
        ))
    var locality: String?

    @OptionGroup var languageOption: LanguageOption

    /// The number in a title may be one of the site's own issuers; what is wrong with its files is for `check` to say.
    private var knowledge: Knowledge {
        SiteKnowledge.read { name in
            let path = "\(source)/\(name)"
            return FileManager.default.contents(atPath: path).map { (String(decoding: $0, as: UTF8.self), path) }
        }.0
    }

    func run() throws {
        guard let kind = PageKind.allCases.first(where: { $0.folder == folder }) else {
            throw Failure(
                vi: "không có loại trang \(folder); chọn một trong: \(Self.folders)",
                en: "there is no kind of page \(folder); choose one of: \(Self.folders)")
        }
        let knowledge = knowledge
        let locality = try locality.map { stated throws(Failure) in try place(stated, knowledge.localities) }
        let path = "\(source)/\(folder)/\(ContentSchema.fileName(for: title, locality: locality)).md"
        guard !FileManager.default.fileExists(atPath: path) else {
            throw Failure(
                vi: "\(path) đã có; văn bản cùng số của nơi khác: thêm --locality, như --locality ninh-thuan",
                en:
                    "\(path) exists already; for the same number of another place add --locality, as --locality ninh-thuan"
            )
        }
        do {
            try FileManager.default.createDirectory(atPath: "\(source)/\(folder)", withIntermediateDirectories: true)
            let text = ContentSchema.scaffold(for: kind, title: title, locality: locality, with: knowledge)
            try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        } catch {
            throw Failure(vi: "không ghi được \(path)", en: "\(path) cannot be written")
        }
        try languageOption.console.out(path)
    }

    /// The id of the place that `stated` names.
    private func place(_ stated: String, _ places: Localities) throws(Failure) -> String {
        switch places.lookup(stated) {
        case .found(let id): return id
        case .ambiguous(let ids):
            let list = ids.joined(separator: ", ")
            throw Failure(vi: "có nhiều nơi tên \(stated): \(list)", en: "several places are called \(stated): \(list)")
        case .unknown:
            let closest = KnownNames(places.all.map(\.id)).closest(to: Slug.make(stated))
            throw Failure(
                vi: "không biết địa phương \(stated)"
                    + (closest.map { "; có phải là \($0)?" } ?? "; khai nơi ấy trong localities.yaml"),
                en: "unknown locality \(stated)"
                    + (closest.map { "; did you mean \($0)?" } ?? "; declare it in localities.yaml"))
        }
    }
}
