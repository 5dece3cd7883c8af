import Foundation
import Testing

@testable import Content
@testable import Pipeline
@testable import Reading
@testable import Site
@testable import SiteTemplates
@testable import Views

/// Whole sites that are as they should be: the graph of one, the rendered text of another.
@Suite struct ValidSiteTests {
    private func site(_ name: String, jobs: Int = 2) async throws -> (site: Site, problems: [String]) {
        let root = Goldens.fixtures.appendingPathComponent("valid/\(name)")
        let (files, problems) = try await ContentFolder(path: root.path + "/content").read(jobs: jobs)
        let (templates, _) = try TemplateFolder.read(Goldens.repository.path + "/site-templates")
        var options = BuildOptions()
        options.jobs = jobs
        let outcome = await SitePipeline(options: options).run(files, templates)
        return (outcome.site, (problems + outcome.diagnostics).filter { $0.severity != .note }.map(\.id))
    }

    /// Four resolutions with one number, three provinces' directives, two years' plans, a code and a resolution: what each
    /// mention means, and which mean nothing for certain.
    @Test func citatorResolvesSharedNumbers() async throws {
        let (site, _) = try await site("citator")
        let url = Goldens.fixtures.appendingPathComponent("valid/citator/expected-graph.json")
        let root = Goldens.fixtures.path + "/valid/citator/"
        try Goldens.expect(site.collection.graphExport.replacing(root, with: ""), equals: url)
    }

    @Test func aPageOfEverythingRendersTheSame() async throws {
        let (site, problems) = try await site("page")
        #expect(problems.isEmpty)
        let index = try #require(site.collection.index(of: "index.md"))
        try Goldens.expect(
            site.collection.html(of: index), equals: Goldens.fixtures.appendingPathComponent("valid/page/expected.html")
        )
    }

    @Test func aPinpointLeadsAsFarAsThePageGoes() async throws {
        let (site, _) = try await site("pinpoint")
        let html = site.collection.html(of: try #require(site.collection.index(of: "index.md")))
        let links = html.split(separator: "href=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
        let page = "van-ban/59-2023-nd-cp.html"
        #expect(links == ["\(page)#dieu-5", "\(page)#dieu-5-khoan-2", "\(page)#dieu-5-khoan-1", page])
    }

    @Test func jobsDoNotChangeAByte() async throws {
        let one = try await site("citator", jobs: 1).site
        let four = try await site("citator", jobs: 4).site
        let (first, second) = (PageRenderer(site: one), PageRenderer(site: four))
        #expect(one.routes.map(\.path) == four.routes.map(\.path))
        for (left, right) in zip(one.routes, four.routes) { #expect(first.render(left) == second.render(right)) }
        let (left, right) = (await one.searchIndex(jobs: 1), await four.searchIndex(jobs: 4))
        #expect(left.map(\.path) == right.map(\.path))
        #expect(left.map(\.bytes) == right.map(\.bytes))
    }

    @Test func everyRouteHasItsOwnAddress() async throws {
        let (site, _) = try await site("citator")
        let paths = site.routes.map { $0.path.lowercased() }
        #expect(Set(paths).count == paths.count)
        #expect(site.routes.allSatisfy { !PageRenderer(site: site).render($0).isEmpty })
    }
}
