import Diagnostics
import Foundation
import Testing

@testable import Site

/// Each folder of `Fixtures/invalid` is a whole site with something wrong; `expected.txt` is every problem, in full.
@Suite struct InvalidSiteTests {
    static let sites =
        (try? FileManager.default.contentsOfDirectory(atPath: Goldens.fixtures.path + "/invalid"))?.sorted() ?? []

    @Test func thereAreFixtures() {
        #expect(Self.sites.count >= 14)
    }

    @Test(arguments: sites)
    func reportsEveryProblem(_ name: String) async throws {
        let root = Goldens.fixtures.appendingPathComponent("invalid/\(name)")
        let (files, problems) = try await ContentFolder(path: root.path + "/content").read(jobs: 2)
        let (templates, templateProblems) = try Self.templates(of: root.path)
        let outcome = await SitePipeline(options: BuildOptions()).run(files, templates)
        let all = (outcome.diagnostics + problems + templateProblems).sorted()
        let text = [DiagnosticFormat.human, .short].map { format in
            DiagnosticPrinter(format: format, language: format == .human ? .vietnamese : .english)
                .text(for: all) { FileManager.default.contents(atPath: $0).map(Array.init) }
        }.joined(separator: "\n")
        try Goldens.expect(
            text.replacing(root.path + "/", with: ""), equals: root.appendingPathComponent("expected.txt"))
    }

    /// The project's templates; where the fixture has a `site-templates/` of its own, its files in their place.
    private static func templates(of root: String) throws -> (TemplateFolder, [Diagnostic]) {
        var (folder, problems) = try TemplateFolder.read(Goldens.repository.path + "/site-templates")
        let own = root + "/site-templates"
        guard FileManager.default.fileExists(atPath: own) else { return (folder, problems) }
        let (changed, found) = try TemplateFolder.read(own)
        folder.path = own
        folder.templates.merge(changed.templates) { $1 }
        folder.strings.merge(changed.strings) { $1 }
        folder.assets.merge(changed.assets) { $1 }
        problems += found
        return (folder, problems)
    }
}
