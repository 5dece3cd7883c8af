import ArgumentParser
import Foundation
import Pipeline
import Reading
import Site

/// `sohieu export`: the graph of the collection for other programs.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: .spoken(vi: "Xuất toàn bộ mạng lưới văn bản.", en: "Exports the whole network of documents."),
        discussion: .spoken(
            vi: """
                Ví dụ:
                  sohieu export > mang-luoi.json
                """,
            en: """
                Examples:
                  sohieu export > network.json
                """))

    /// Forms of the export.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case json
    }

    @OptionGroup var content: ContentOptions

    @Option(help: .spoken(vi: "Dạng xuất: json.", en: "Form: json."))
    var format = Format.json

    func run() async throws {
        let (outcome, _) = try await content.load()
        try content.languageOption.console.out(raw: outcome.site.collection.graphExport)
    }
}
