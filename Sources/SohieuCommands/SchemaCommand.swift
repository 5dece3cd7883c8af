import ArgumentParser
import Content
import Foundation

/// `sohieu schema`: the front matter of a kind of page as JSON Schema, for editors that complete and check; or of all kinds
/// as a page to read.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: .spoken(
            vi: "In lược đồ phần đầu trang: JSON Schema của một loại hay của site.yaml, hoặc bảng tra mọi khóa.",
            en: "Prints the schema of front matter: JSON Schema of a kind or of site.yaml, or a reference of all keys."),
        discussion: .spoken(
            vi: """
                Cho trình soạn thảo gợi ý khóa và giá trị; docs/ có cách đặt trong Visual Studio Code.

                Ví dụ:
                  sohieu schema van-ban > van-ban.schema.json
                  sohieu schema --format markdown
                """,
            en: """
                For editors' programs, which complete and check keys and values.

                Examples:
                  sohieu schema van-ban > van-ban.schema.json
                  sohieu schema --format markdown
                """))

    /// What it prints.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case json, markdown
    }

    @Argument(
        help: .spoken(
            vi: "Thư mục của loại trang: \(NewCommand.folders); hoặc site.yaml.",
            en: "Folder of the kind of page: \(NewCommand.folders); or site.yaml."))
    var folder: String?

    @Option(
        help: .spoken(
            vi: "json (JSON Schema của một loại trang) hoặc markdown (bảng tra mọi khóa, tiếng Việt).",
            en: "json (JSON Schema of a kind of page) or markdown (a reference of all keys, in Vietnamese)."))
    var format = Format.json

    @OptionGroup var languageOption: LanguageOption

    func run() throws {
        let kind = PageKind.allCases.first { $0.folder == folder } ?? .page
        let isSettings = folder == "site.yaml"
        if let folder, kind.folder != folder, !isSettings {
            throw Failure(vi: "không có loại trang \(folder)", en: "there is no kind of page \(folder)")
        }
        switch format {
        case .markdown: try languageOption.console.out(SchemaReference().text)
        case .json:
            let data = try JSONSerialization.data(
                withJSONObject: isSettings ? SiteSettings.jsonSchema : ContentSchema.jsonSchema(for: kind),
                options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            )
            try languageOption.console.out(String(decoding: data, as: UTF8.self))
        }
    }
}
