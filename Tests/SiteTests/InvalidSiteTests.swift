import Diagnostics
import Foundation
import Testing

@testable import Content
@testable import Pipeline
@testable import Reading
@testable import SiteTemplates

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
            text.replacing(root.path + "/", with: "").replacing(Goldens.repository.path + "/", with: ""),
            equals: root.appendingPathComponent("expected.txt"))
    }

    /// The project's templates; where the fixture has a `site-templates/` of its own, its files in their place.
    private static func templates(of root: String) throws -> (TemplateFolder, [Diagnostic]) {
        let own = root + "/site-templates"
        return try TemplateFolder.read(
            FileManager.default.fileExists(atPath: own) ? own : nil, over: Goldens.repository.path + "/site-templates")
    }
}
