import ArgumentParser
import Foundation
import Site

/// `sohieu schema`: the front matter of a kind of page as JSON Schema, for editors that complete and check.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "In lược đồ JSON của phần đầu trang.")

    @Argument(help: "Thư mục của loại trang: van-ban, bai-hoc, mo-hinh, bao-cao hoặc thuat-ngu.")
    var folder: String?

    @OptionGroup var languageOption: LanguageOption

    func run() throws {
        let kind = PageKind.allCases.first { $0.folder == folder } ?? .page
        if let folder, kind.folder != folder {
            throw Failure(vi: "không có loại trang \(folder)", en: "there is no kind of page \(folder)")
        }
        let data = try JSONSerialization.data(
            withJSONObject: ContentSchema.jsonSchema(for: kind),
            options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        )
        try languageOption.console.out(String(decoding: data, as: UTF8.self))
    }
}
