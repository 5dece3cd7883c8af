import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Content
@testable import Pipeline
@testable import Reading
@testable import Site
@testable import SiteTemplates
@testable import Views

/// Folders of Markdown written for other programs.
@Suite struct LenientTests {
    private func outcome(_ files: [String: String], lenient: Bool) async throws -> SitePipeline.Outcome {
        let folder = try TemporaryFolder()
        for (path, text) in files { try folder.write(Array(text.utf8), to: path) }
        let (sources, _) = try await ContentFolder(path: folder.path).read(jobs: 2)
        let (templates, _) = try TemplateFolder.read(Goldens.repository.path + "/site-templates")
        var options = BuildOptions()
        options.isLenient = lenient
        return await SitePipeline(options: options).run(sources, templates)
    }

    private let tree = [
        "Ghi chú/Không có tên.md": "Chỉ có chữ, và [liên kết](khong-co.md).\n", "Ghi chú/index.md": "Chữ.\n",
        "!.md": "# Than\n", "[.md": "# Ngoặc\n", "Trang.md": "# Một\n", "trang.md": "# Hai\n", "404.md": "# Ba\n",
        "assets/a.md": "# Bốn\n", "hong.md": "---\ntitle: [\n---\n\nChữ.\n",
    ]

    @Test func aForeignTreeGivesASite() async throws {
        let outcome = try await outcome(tree, lenient: true)
        #expect(!outcome.hasErrors)
        let ids = Set(outcome.diagnostics.map(\.id))
        #expect(ids.isSuperset(of: ["missing-title", "broken-link", "duplicate-path", "reserved-path", "broken-yaml"]))
        let site = outcome.site
        #expect(site.collection.pages.count == tree.count + 1, "every file is a page, and there is a start page")
        #expect(Set(site.routes.map { $0.path.lowercased() }).count == site.routes.count)
        #expect(site.collection.index(of: "Ghi chú/Không có tên.md").map(site.collection.title(of:)) == "Không có tên")
        #expect(site.collection.index(of: "Ghi chú/index.md").map(site.collection.title(of:)) == "Ghi chú")
        let renderer = PageRenderer(site: site)
        #expect(site.routes.allSatisfy { !renderer.render($0).isEmpty })
    }

    @Test func withoutItNothingChanges() async throws {
        let outcome = try await outcome(tree, lenient: false)
        let errors = outcome.diagnostics.filter { $0.severity == .error }.map(\.id)
        #expect(
            errors.sorted() == [
                "broken-link", "broken-yaml", "duplicate-path", "missing-title", "missing-title", "reserved-path",
                "reserved-path",
            ])
    }

    @Test func signsHaveAddressesOfTheirOwn() {
        #expect(Permalink.output(of: "!.md") == "ky-hieu-21.html")
        #expect(Permalink.output(of: "[.md") == "ky-hieu-5b.html")
    }

    @Test func settingsAndTemplatesStayErrors() async throws {
        let outcome = try await outcome(["index.md": "# Một\n", "site.yaml": "- a\n"], lenient: true)
        #expect(outcome.hasErrors)
    }

    @Test func aMissingStartPageIsMade() async throws {
        let outcome = try await outcome(
            ["a.md": "# Một\n", "site.yaml": "title: Kho\ndescription: Một kho *nhỏ*.\n"], lenient: false)
        #expect(outcome.diagnostics.map(\.id) == ["missing-home"])
        let site = outcome.site
        #expect(site.collection.pages.map(\.url) == ["a.html", "index.html"])
        #expect(
            site.collection.title(of: 1) == "Kho" && site.collection.html(of: 1) == "<p>Một kho <em>nhỏ</em>.</p>\n")
    }
}
