import ArgumentParser
import Foundation
import Site

/// `sohieu export`: the graph of the collection for other programs.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "export", abstract: "Xuất toàn bộ mạng lưới văn bản.")

    /// Forms of the export.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case json
    }

    @OptionGroup var content: ContentOptions

    @Option(help: "Dạng xuất: json.")
    var format = Format.json

    func run() async throws {
        let (outcome, _) = try await content.load()
        try content.languageOption.console.out(raw: outcome.site.graphExport)
    }
}
