import Foundation
import OfficialDocuments
import Testing

@testable import Content
@testable import Pipeline
@testable import Reading
@testable import Site
@testable import SiteTemplates

/// A site's own issuers (`issuers.yaml`) reach everything that reads a number.
@Suite struct OwnIssuersTests {
    private let content = Goldens.fixtures.appendingPathComponent("valid/issuers/content").path
    private let plan = "van-ban/40-kh-ubnd.md"
    private let directive = "van-ban/8-ct-kktns.md"

    private func outcome(
        knowing isKnown: Bool, reusing last: SitePipeline.Outcome? = nil
    ) async throws -> SitePipeline.Outcome {
        let (files, _) = try await ContentFolder(path: content).read(jobs: 2)
        let (templates, _) = try TemplateFolder.read(Goldens.repository.path + "/site-templates")
        let pipeline = SitePipeline(options: BuildOptions())
        return await pipeline.run(files.filter { isKnown || $0.path != "issuers.yaml" }, templates, reusing: last)
    }

    /// What the plan's text cites, and what it means.
    private func cited(_ outcome: SitePipeline.Outcome) throws -> [String] {
        let index = try #require(outcome.site.collection.pages.firstIndex { $0.id == plan })
        return outcome.site.collection.bodies[index].citations.map { cited in
            switch cited.resolution.outcome {
            case .resolved(let id): "\(cited.text): \(id)"
            case .ambiguous: "\(cited.text): ambiguous"
            case .missing: "\(cited.text): missing"
            }
        }
    }

    @Test func referencesInFrontMatterReadThem() async throws {
        let known = try await outcome(knowing: true)
        let links = known.site.collection.graph.outgoing(from: .page(plan)).filter { $0.relation == .implements }
        #expect(links.map(\.target) == [.page(directive)] && links.allSatisfy { !$0.isInferred })
        #expect(!known.hasErrors, "\(known.diagnostics)")
        let unknown = try await outcome(knowing: false)
        #expect(!unknown.site.collection.graph.outgoing(from: .page(plan)).contains { $0.relation == .implements })
    }

    /// A number of a body that every place has one of means nothing without its place; one of the only body of its code
    /// does, and its name stands for its code.
    @Test func theirScopeDecides() async throws {
        #expect(
            try cited(try await outcome(knowing: true)) == [
                "Chỉ thị 8: van-ban/8-ct-kktns.md", "15/KKTNS-QLĐT: van-ban/15-kktns-qldt.md", "21/KCNX-LĐ: ambiguous",
            ])
    }

    @Test func citeReadsThem() async throws {
        let text = Array("Theo Chỉ thị 8 của Ban Quản lý Khu kinh tế Nghi Sơn.".utf8)
        for (isKnown, targets) in [(true, ["van-ban/8-ct-kktns.html"]), (false, [])] {
            let listing = CitationListing(resolvingIn: try await outcome(knowing: isKnown).site.collection)
            #expect(listing.read(text, path: "-").entries.compactMap(\.target) == targets)
        }
    }

    /// The preview reads every text again when the issuers change, in either direction.
    @Test func thePreviewReadsAgainWhatTheyConcern() async throws {
        let known = try await outcome(knowing: true)
        let unknown = try await outcome(knowing: false)
        #expect(try cited(known) != cited(unknown))
        for (isKnown, before, expected) in [(true, unknown, known), (false, known, unknown)] {
            let after = try await outcome(knowing: isKnown, reusing: before)
            #expect(try cited(after) == cited(expected))
            #expect(after.diagnostics == expected.diagnostics)
        }
    }
}
