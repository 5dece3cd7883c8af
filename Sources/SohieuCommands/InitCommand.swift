import ArgumentParser
import Diagnostics
import Foundation
import OfficialDocuments
import Templating

/// `sohieu init`: a site to begin with.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: .spoken(vi: "Tạo một trang web mới.", en: "Makes a new site."),
        discussion: .spoken(
            vi: """
                Không hỏi gì: tạo một trang web nhỏ dựng được ngay, mỗi loại trang một ví dụ để viết đè, cùng danh mục xã, \
                phường, đặc khu (từ 01/7/2025) và cấp huyện cũ của tỉnh. Không ghi đè tệp nào.

                Ví dụ:
                  sohieu init kho-kinh-nghiem --province khanh-hoa
                  sohieu init thu --sample
                """,
            en: """
                Asks nothing: makes a small site that builds at once, with an example of each kind of page to overwrite, \
                the communes of the province (from 1 July 2025) and its former districts. Overwrites nothing.

                Examples:
                  sohieu init lessons --province khanh-hoa
                  sohieu init trial --sample
                """))

    @Argument(help: .spoken(vi: "Thư mục của trang web.", en: "Folder of the site."))
    var folder = "."

    @Option(
        help: .spoken(
            vi: "Tỉnh, thành phố: mã (khanh-hoa) hoặc tên (Khánh Hòa).",
            en: "Province or city: id (khanh-hoa) or name (Khánh Hòa)."))
    var province = "khanh-hoa"

    @Flag(
        help: .spoken(
            vi: "Chép cả kho mẫu đi kèm chương trình thay cho các trang ví dụ.",
            en: "Copies the whole sample collection instead of the example pages."))
    var sample = false

    @OptionGroup var languageOption: LanguageOption

    func run() throws {
        let console = languageOption.console
        let content = folder == "." ? "content" : folder + "/content"
        guard !FileManager.default.fileExists(atPath: content) else {
            throw Failure(
                vi: "đã có \(content); chọn một thư mục khác", en: "\(content) exists already; choose another folder")
        }
        guard let starter = ProgramFiles.path("starter"), let collection = ProgramFiles.path("content") else {
            throw Failure(
                vi: "không thấy các tệp đi kèm chương trình (share/sohieu)",
                en: "the files that come with the program (share/sohieu) are missing")
        }
        let place = try place()
        let files = try sample ? Self.files(below: collection) : filled(starter, place)
        try write(files, to: content, console)
        console.note(nextSteps(place, count: files.count))
    }

    // MARK: The province

    /// The province meant: one that was merged stands for the one it became part of.
    private func place() throws(Failure) -> Locality {
        let places = Localities()
        guard case .found(let id) = places.lookup(province), let found = places[id] else {
            let current = places.all.filter { $0.validTo == nil }.map(\.id)
            throw Failure(
                vi: "không có tỉnh \(province); chọn một trong: \(current.joined(separator: ", "))",
                en: "there is no province \(province); choose one of: \(current.joined(separator: ", "))")
        }
        return places.successors(of: id).last.flatMap { places[$0] } ?? found
    }

    // MARK: Files

    /// Every file below a folder, by its path there.
    private static func files(below folder: String) throws(Failure) -> [(path: String, data: Data)] {
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
        var files: [(path: String, data: Data)] = []
        for name in names.sorted() {
            let path = folder + "/" + name
            if FileManager.default.fileExists(atPath: path + "/.") { continue }
            guard let data = FileManager.default.contents(atPath: path) else {
                throw Failure(vi: "không đọc được \(path)", en: "\(path) cannot be read")
            }
            files.append((name, data))
        }
        return files
    }

    /// The example pages with the names of the province, and its places.
    private func filled(_ starter: String, _ place: Locality) throws(Failure) -> [(path: String, data: Data)] {
        let isCity = place.unit == .city
        let year = Calendar(identifier: .gregorian).component(.year, from: Date())
        let date = PartialDate(year: year, month: 1, day: 5)
        let words: [String: TemplateValue] = [
            "province": .text(place.id), "name": .text(place.name), "unit": .text(isCity ? "thành phố" : "tỉnh"),
            "committee": .text((isCity ? "Thành ủy " : "Tỉnh ủy ") + place.name),
            "date": .text(date?.iso ?? ""), "dateVietnamese": .text(date?.vietnamese ?? ""),
        ]
        var files: [(path: String, data: Data)] = []
        for file in try Self.files(below: starter + "/content") {
            let source = String(decoding: file.data, as: UTF8.self)
            guard let template = try? Template(source),
                let text = TemplateLibrary(["page": template]).render("page", words)
            else { throw Failure(vi: "tệp mẫu \(file.path) hỏng", en: "the file \(file.path) is broken") }
            files.append((file.path, Data(text)))
        }
        let localities = starter + "/localities/\(place.id).yaml"
        guard let data = FileManager.default.contents(atPath: localities) else {
            throw Failure(vi: "không đọc được \(localities)", en: "\(localities) cannot be read")
        }
        return files + [("localities.yaml", data)]
    }

    private func write(_ files: [(path: String, data: Data)], to content: String, _ console: Console) throws(Failure) {
        for file in files {
            let url = URL(fileURLWithPath: content + "/" + file.path)
            do {
                try FileManager.default.createDirectory(
                    at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                try file.data.write(to: url, options: .withoutOverwriting)
            } catch {
                throw Failure(
                    vi: "không ghi được \(content)/\(file.path)", en: "\(content)/\(file.path) cannot be written")
            }
        }
    }

    private func nextSteps(_ place: Locality, count: Int) -> Message {
        let way = folder == "." ? (vi: "", en: "") : (vi: "  cd \(folder)\n", en: "  cd \(folder)\n")
        return Message(
            vi: """
                Đã tạo \(count) tệp trong \(folder == "." ? "content" : folder + "/content") (\(place.fullName)). Tiếp theo:
                \(way.vi)  sohieu serve          xem trên máy này, sửa tới đâu thấy tới đó
                  sohieu import TỆP…    nhập tệp Word, trang web đã lưu, sổ mô hình
                  sohieu new van-ban 12-CT/TU
                  sohieu build          dựng trang web vào public/
                """,
            en: """
                Made \(count) files in \(folder == "." ? "content" : folder + "/content") (\(place.fullName)). What next:
                \(way.en)  sohieu serve          look at it here and see every change
                  sohieu import FILE…   bring in Word files, saved pages, registers of models
                  sohieu new van-ban 12-CT/TU
                  sohieu build          build the site into public/
                """)
    }
}
