import TestSupport
import Testing

@testable import OfficialDocuments

@Suite struct CascadeTests {
    /// Each line a node, indented by its depth.
    static func print(_ tree: CascadeTree, depth: Int = 0) -> [String] {
        let name = tree.node.path?.split(separator: "/").last?.dropLast(3) ?? "?"
        let relation = tree.relation.map { "\($0.rawValue) " } ?? ""
        return ["\(String(repeating: "  ", count: depth))\(relation)\(name) \(tree.level.rawValue)"]
            + tree.children.flatMap { print($0, depth: depth + 1) }
    }

    static let pages = [
        LinkGraphTests.page("25-nq-tw", "2013-06-03"),
        LinkGraphTests.page("17-ctr-tu", "2013-09-01", place: "bac-kan", "implements 25-nq-tw"),
        LinkGraphTests.page("5-kh-hu", "2014-01-01", place: "na-ri", "implements 17-ctr-tu", "~cites 25-nq-tw"),
        LinkGraphTests.page("huong-dan", "2013-12-01", "guides 25-nq-tw"),
        LinkGraphTests.page(
            "so-ket", "2018-01-01", document: false, place: "bac-kan", "reviews 17-ctr-tu", "reviews 25-nq-tw"),
        LinkGraphTests.page("bai-hoc-1", "2018-01-01", document: false, place: "bac-kan", "source bai-hoc/so-ket.md"),
        LinkGraphTests.page("mo-hinh", "2019-01-01", document: false, place: "kim-lu", "based-on 5-kh-hu"),
        LinkGraphTests.page("khac", "2019-01-01", "based-on 25-nq-tw"),
    ]

    @Test func aResolutionComesDownToTheCommune() {
        let cascade = Cascade(LinkGraph(Self.pages), localities: Collection.knowledge.localities)
        #expect(
            Self.print(cascade.down(from: "van-ban/25-nq-tw.md")) == [
                "25-nq-tw central",
                "  guides huong-dan central",
                "  implements 17-ctr-tu province",
                "    reviews so-ket province",
                "      source bai-hoc-1 province",
                "    implements 5-kh-hu district",
                "      based-on mo-hinh commune",
            ]
        )
    }

    @Test func aLessonGoesBackToTheResolution() {
        let cascade = Cascade(LinkGraph(Self.pages), localities: Collection.knowledge.localities)
        #expect(
            Self.print(cascade.up(from: "bai-hoc/bai-hoc-1.md")) == [
                "bai-hoc-1 province", "  source so-ket province", "    reviews 17-ctr-tu province",
                "      implements 25-nq-tw central",
            ]
        )
        #expect(Self.print(cascade.up(from: "van-ban/25-nq-tw.md")) == ["25-nq-tw central"])
    }

    @Test func circlesAndLongChainsEnd() {
        let circle = LinkGraph([
            LinkGraphTests.page("a", nil, "implements b"), LinkGraphTests.page("b", nil, "implements c"),
            LinkGraphTests.page("c", nil, "implements a"),
        ])
        #expect(
            Self.print(Cascade(circle, localities: Knowledge.standard.localities).down(from: "van-ban/a.md"))
                == ["a central", "  implements c central", "    implements b central"]
        )
        let chain = LinkGraph((1..<5000).map { LinkGraphTests.page("n\($0)", nil, "implements n\($0 - 1)") })
        let tree = Cascade(chain, localities: Knowledge.standard.localities).down(from: "van-ban/n0.md")
        #expect(tree.flattened.count == 33)
    }

    @Test func theTreeDoesNotDependOnTheOrderOfPages() {
        let tree = Cascade(LinkGraph(Self.pages), localities: Collection.knowledge.localities).down(
            from: "van-ban/25-nq-tw.md")
        for seed in 0..<10 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            let shuffled = LinkGraph(Self.pages.shuffled(using: &random))
            #expect(
                Cascade(shuffled, localities: Collection.knowledge.localities).down(from: "van-ban/25-nq-tw.md") == tree
            )
        }
    }
}
