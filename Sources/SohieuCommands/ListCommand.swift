import ArgumentParser
import Content
import Diagnostics
import Foundation
import Pipeline
import Reading
import Site

/// `sohieu list`: pages with their kind, number and address.
struct ListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: .spoken(vi: "Liệt kê các trang.", en: "Lists the pages."),
        discussion: .spoken(
            vi: """
                Các điều kiện đi cùng nhau đều phải đúng. Mỗi dòng: loại trang, số hiệu, địa chỉ, tên, cách nhau bằng dấu tab.

                Ví dụ:
                  sohieu list --kind van-ban --year 2025
                  sohieu list --type "chỉ thị" --locality khanh-hoa
                  sohieu list --status "còn hiệu lực" --format json
                """,
            en: """
                Conditions given together must all hold. A line has kind, number, address and title, parted by tabs.

                Examples:
                  sohieu list --kind van-ban --year 2025
                  sohieu list --type CT --locality khanh-hoa
                  sohieu list --status "còn hiệu lực" --format json
                """))

    /// How pages are printed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        /// A line a page, columns parted by tabs.
        case text
        /// A JSON object a line.
        case json
    }

    @Option(
        help: .spoken(
            vi: "Thư mục của loại trang, như van-ban, mo-hinh.", en: "Folder of a kind of page: van-ban, mo-hinh…"))
    var kind: String?

    @Option(help: .spoken(vi: "Loại văn bản: “chỉ thị” hoặc CT.", en: "Type of document: “chỉ thị” or CT."))
    var type: String?

    @Option(
        help: .spoken(
            vi: "Địa phương, mã hoặc tên; kể cả các nơi thuộc nó.",
            en: "Place, by id or name, with all that lies in it."))
    var locality: String?

    @Option(help: .spoken(vi: "Năm của trang.", en: "Year of the page."))
    var year: Int?

    @Option(help: .spoken(vi: "Tình trạng hiệu lực, như “còn hiệu lực”.", en: "Status, as “còn hiệu lực”."))
    var status: String?

    @Option(help: .spoken(vi: "Cách in: text hoặc json.", en: "How to print: text or json."))
    var format = Format.text

    @OptionGroup var content: ContentOptions

    func run() async throws {
        let (outcome, _) = try await content.load()
        let collection = outcome.site.collection
        let console = content.languageOption.console
        var selection = PageSelection(collection)
        do throws(PageSelection.Unknown) {
            try selection.select(kind: kind, type: type, locality: locality, year: year, status: status)
        } catch {
            throw Failure(
                vi: "--\(error.option) không có giá trị “\(error.value)”; chọn: \(error.choices)",
                en: "--\(error.option) has no value “\(error.value)”; choose: \(error.choices)")
        }
        for entry in selection.entries {
            switch format {
            case .text:
                // A title is whatever somebody wrote: it must not end its column or talk to the terminal.
                let columns = [entry.kind, entry.number ?? "", entry.url, entry.title].map(\.withoutControls)
                try console.out(columns.joined(separator: "\t"))
            case .json: try console.out(entry.json.text)
            }
        }
    }
}
