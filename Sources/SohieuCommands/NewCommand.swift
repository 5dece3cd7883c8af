import ArgumentParser
import Foundation
import OfficialDocuments
import Site
import VietnameseText

/// `sohieu new`: a page with the front matter of its kind.
struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Tạo một trang mới với phần đầu trang đúng mẫu.")

    /// The folders of the kinds of page, for messages.
    static let folders = PageKind.allCases.compactMap(\.folder).joined(separator: ", ")

    @Argument(help: "Thư mục của loại trang: \(folders).")
    var folder: String

    @Argument(help: "Tên trang; với văn bản có thể là số hiệu.")
    var title: String

    @Option(name: [.short, .customLong("source")], help: "Thư mục nội dung.")
    var source = SitePlace.nearest.content

    @Option(
        help: "Mã địa phương, như ninh-thuan: vào tên tệp và khóa locality, để văn bản cùng số của tỉnh khác có chỗ.")
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
        if let locality, Slug.make(locality) != locality {
            throw Failure(
                vi: "\(locality) không phải mã địa phương; có phải là \(Slug.make(locality))?",
                en: "\(locality) is no id of a place; did you mean \(Slug.make(locality))?")
        }
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
}
