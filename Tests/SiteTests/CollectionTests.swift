import Markdown
import OfficialDocuments
import Testing

@testable import Content
@testable import Pipeline
@testable import Reading
@testable import Site
@testable import SiteTemplates
@testable import Views

/// The collection that browsers are shown (`Tests/Fixtures/collection`) has all there can be.
@Suite struct CollectionTests {
    private func outcome() async throws -> SitePipeline.Outcome {
        let path = Goldens.fixtures.appendingPathComponent("collection").path
        let (files, _) = try await ContentFolder(path: path).read(jobs: 2)
        let templates = try TemplateFolder.read(Goldens.repository.path + "/site-templates").0
        return await SitePipeline(options: BuildOptions()).run(files, templates)
    }

    @Test func everyKindStatesEveryKeyAndEveryValue() async throws {
        let pages = try await outcome().site.collection.pages
        for kind in PageKind.allCases {
            let heads = pages.filter { $0.kind == kind }.map {
                (FrontMatter.read($0.file.bytes, path: "").0.entries, $0.head)
            }
            #expect(!heads.isEmpty, "\(kind)")
            // Keys of every kind are the same thing everywhere: it is enough that documents have them.
            for key in ContentSchema.keys(for: kind) where kind == .document || !key.kinds.isEmpty {
                if key.name == "draft" { continue }
                #expect(heads.contains { $0.0.contains { $0.key == key.name } }, "\(kind): \(key.name)")
                guard case .choice(let accepted) = key.shape else { continue }
                let stated = Set(heads.compactMap { key.value.text($0.1) })
                #expect(accepted.map(\.text).filter { !stated.contains($0) } == [], "\(kind): \(key.name)")
            }
        }
    }

    @Test func everyRelationAndEveryStandingOccurs() async throws {
        let site = try await outcome().site.collection
        let stated = Set(site.pages.flatMap { site.graph.outgoing(from: .page($0.id)) }.map(\.relation))
        #expect(Relation.allCases.filter { !stated.contains($0) } == [])
        let standings = Set(site.pages.compactMap { site.standing(of: $0.id)?.status })
        #expect(DocumentStatus.allCases.filter { !standings.contains($0) } == [])
    }

    @Test func itHasTheOddCases() async throws {
        let outcome = try await outcome()
        let site = outcome.site.collection
        #expect(!outcome.hasErrors)
        #expect(!site.graph.missing.all.isEmpty)
        #expect(
            site.bodies.contains { body in
                body.citations.contains { if case .ambiguous = $0.resolution.outcome { true } else { false } }
            })
        #expect(site.pages.contains { $0.head.isHidden } && outcome.diagnostics.contains { $0.id == "left-out" })
        #expect(site.pages.contains { $0.head.title == nil })
        #expect(site.pages.contains { $0.kind == .document && $0.number == nil })
        #expect(!outcome.site.browse.redirects.all.isEmpty && !site.files.isEmpty && !site.settings.sections.isEmpty)
        #expect(site.catalogue.knowledge.issuers.issuer(code: "BQLGK") != nil)
    }
}
