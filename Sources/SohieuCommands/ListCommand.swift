import ArgumentParser
import Diagnostics
import Site

/// `sohieu list`: every page with its kind, number and address.
struct ListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Liệt kê các trang.")

    @OptionGroup var content: ContentOptions

    func run() async throws {
        let (outcome, _) = try await content.load()
        let site = outcome.site
        let console = content.languageOption.console
        for (index, page) in site.pages.enumerated() {
            let number = page.head.number?.value ?? ""
            // A title is whatever somebody wrote: it must not end its column or talk to the terminal.
            let columns = [page.kind.rawValue, number, page.url, site.title(of: index)].map(\.withoutControls)
            try console.out(columns.joined(separator: "\t"))
        }
    }
}
