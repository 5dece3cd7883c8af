import Diagnostics
import TestSupport
import Testing

@testable import OfficialDocuments

@Suite struct LinkGraphTests {
    /// A page that may be a document, and what it states: `replaces 2`, `~cites 3` (inferred), `<replaces 4` (passive).
    static func page(
        _ id: String,
        _ date: String? = nil,
        document: Bool = true,
        place: String? = nil,
        status: DocumentStatus = .unknown,
        _ statements: String...
    ) -> PageLinks {
        let record = Collection.record(id, nil, "Văn bản \(id)", date, place: place, status: status)
        let path = document ? record.id : "bai-hoc/\(id).md"
        let links = statements.enumerated().compactMap { index, statement -> StatedLink? in
            let parts = statement.split(separator: " ").map(String.init)
            guard parts.count == 2, let relation = Relation(rawValue: parts[0].filter { $0 != "~" && $0 != "<" }) else {
                return nil
            }
            return StatedLink(
                other: .page(parts[1].contains("/") ? parts[1] : "van-ban/\(parts[1]).md"),
                relation: relation,
                isPassive: parts[0].contains("<"),
                isInferred: parts[0].contains("~"),
                location: SourceLocation(path: path, line: index + 2),
                sentence: parts[0].contains("~") ? "Câu \(index + 1)." : nil
            )
        }
        let context = PageContext(
            id: path, document: document ? record : nil, locality: place, date: date.flatMap(PartialDate.init(iso:))
        )
        return PageLinks(page: context, links: links)
    }

    static func print(_ links: [Link]) -> [String] {
        links.map { link in
            func name(_ node: GraphNode) -> String {
                switch node {
                case .page(let path): path.hasPrefix("van-ban/") ? String(path.dropFirst(8).dropLast(3)) : path
                case .missing(let document): "\(document.number)?"
                }
            }
            return "\(name(link.source)) \(link.isInferred ? "~" : "")\(link.relation.rawValue) \(name(link.target))"
                + (link.count > 1 ? " ×\(link.count)" : "")
        }
    }

    @Test func linksAreKeptFromTheActiveSide() {
        let graph = LinkGraph([
            Self.page("a", nil, "implements b", "~implements b", "~cites b", "~cites c", "cites a"),
            Self.page("b", nil, "~<replaces c"),
            Self.page("c"),
        ])
        #expect(Self.print(graph.links) == ["a ~cites b", "a implements b ×2", "a ~cites c", "c ~replaces b"])
        #expect(
            Self.print(graph.incoming(to: .page("van-ban/b.md"))) == [
                "a ~cites b", "a implements b ×2", "c ~replaces b",
            ])
        #expect(Self.print(graph.outgoing(from: .page("van-ban/b.md"))) == [])
        let stated = graph.outgoing(from: .page("van-ban/a.md"))[1]
        #expect(stated.location?.line == 2)
        #expect(stated.sentence == "Câu 2.")
        #expect(graph.incoming(to: .page("nowhere.md")).isEmpty)
    }

    @Test func aPhraseOnAPageThatIsNoDocumentChangesNothing() throws {
        var citation = Citation(range: 0..<1, kind: .full, number: nil)
        let resolution = Resolution(outcome: .resolved("van-ban/b.md"))
        let document = try #require(Collection.catalogue["van-ban/05-ct-tw.md"])
        func relation(_ relation: Relation, isPassive: Bool = false, on page: PageContext) -> Relation? {
            citation.relation = RelationPhrase(relation: relation, isPassive: isPassive)
            return StatedLink(citation: citation, resolution: resolution, on: page)?.relation
        }
        #expect(relation(.replaces, on: PageContext(id: "bai-hoc/1.md")) == .cites)
        #expect(relation(.implements, on: PageContext(id: "bai-hoc/1.md")) == .implements)
        #expect(relation(.implements, isPassive: true, on: PageContext(id: "bai-hoc/1.md")) == .cites)
        #expect(relation(.replaces, on: PageContext(id: document.id, document: document)) == .replaces)
        let ambiguous = Resolution(outcome: .ambiguous(["van-ban/b.md"]))
        #expect(StatedLink(citation: citation, resolution: ambiguous, on: PageContext(id: "x.md")) == nil)
    }

    @Test func missingDocumentsAreNodes() {
        let lost = MissingDocument(number: Collection.number("24-CT/TU"), place: "binh-dinh")
        let bare = MissingDocument(number: Collection.number("24-CT/TU"))
        func page(_ id: String, _ missing: MissingDocument) -> PageLinks {
            PageLinks(
                page: PageContext(id: id),
                links: [StatedLink(other: .missing(missing), relation: .cites, isInferred: true)]
            )
        }
        let graph = LinkGraph([page("a.md", lost), page("b.md", bare)])
        #expect(graph.missing.all == [lost])
        #expect(graph.incoming(to: .missing(lost)).map(\.source) == [.page("a.md"), .page("b.md")])
        #expect(graph.missing.slug(of: bare) == "24-ct-tu-binh-dinh")
    }

    // MARK: Standing

    @Test func aReplacedDocumentNoLongerStands() throws {
        let graph = LinkGraph([
            Self.page("a", "2010-01-01"),
            Self.page("b", "2015-01-01", "replaces a"),
            Self.page("c", "2020-01-01", "replaces b"),
            Self.page("d", "2010-01-01"),
            Self.page("e", "2030-01-01", status: .notYetInForce, "replaces d"),
            Self.page("f", "2010-01-01", status: .inForce),
            Self.page("g", "2012-01-01", "repeals f"),
            Self.page("h", "2010-01-01"),
            Self.page("i", "2009-01-01", "~replaces h"),
            Self.page("j", "2010-01-01", "~<replaces k"),
            Self.page("k", "2011-01-01"),
        ])
        let a = try #require(graph.standing(of: "van-ban/a.md"))
        #expect(a.status == .expired && a.isDerived && a.isSuperseded)
        #expect(a.successor == .page("van-ban/b.md"))
        #expect(a.current == .page("van-ban/c.md"))
        #expect(graph.standing(of: "van-ban/c.md") == Standing(status: .unknown))
        #expect(graph.standing(of: "van-ban/d.md")?.isSuperseded == false)
        #expect(graph.standing(of: "van-ban/f.md")?.status == .inForce)
        #expect(graph.standing(of: "van-ban/f.md")?.isSuperseded == false)
        #expect(graph.standing(of: "van-ban/h.md")?.isSuperseded == false)
        #expect(graph.standing(of: "van-ban/j.md")?.successor == .page("van-ban/k.md"))
        #expect(graph.standing(of: "bai-hoc/1.md") == nil)
    }

    @Test func documentsThatReplaceEachOtherDoNotHang() {
        let graph = LinkGraph([Self.page("a", nil, "replaces b"), Self.page("b", nil, "replaces a")])
        #expect(graph.standing(of: "van-ban/a.md")?.successor == .page("van-ban/b.md"))
    }

    // MARK: Properties

    @Test(arguments: 0..<20)
    func backlinksAreTheTransposeWhateverTheOrder(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let names = (0..<12).map { "n\($0)" }
        let pages = names.map { name -> PageLinks in
            var page = Self.page(name)
            for _ in 0..<Int.random(in: 0...8, using: &random) {
                let isMissing = Int.random(in: 0..<4, using: &random) == 0
                let place = ["lam-dong", "bac-kan", nil].randomElement(using: &random) ?? nil
                let number = Collection.number("\(Int.random(in: 1...3, using: &random))-CT/TU")
                let other: GraphNode =
                    isMissing
                    ? .missing(MissingDocument(number: number, place: place))
                    : .page("van-ban/\(names.randomElement(using: &random) ?? "n0").md")
                page.links.append(
                    StatedLink(
                        other: other, relation: Relation.allCases.randomElement(using: &random) ?? .cites,
                        isPassive: Bool.random(using: &random), isInferred: Bool.random(using: &random),
                        location: SourceLocation(path: page.page.id, line: page.links.count + 1)
                    )
                )
            }
            return page
        }
        let graph = LinkGraph(pages)
        let forward = graph.nodes.flatMap { graph.outgoing(from: $0) }
        let backward = graph.nodes.flatMap { graph.incoming(to: $0) }
        #expect(forward == graph.links)
        #expect(Set(forward) == Set(backward))
        #expect(forward.count == backward.count)
        for node in graph.nodes {
            #expect(graph.outgoing(from: node).allSatisfy { $0.source == node && $0.target != node })
            #expect(graph.incoming(to: node).allSatisfy { $0.target == node })
        }
        let shuffled = LinkGraph(pages.shuffled(using: &random))
        #expect(shuffled.links == graph.links)
        #expect(shuffled.missing.all == graph.missing.all)
        #expect(GraphCheck(shuffled, with: .standard).diagnostics == GraphCheck(graph, with: .standard).diagnostics)
    }
}
