import Diagnostics
import Testing

@testable import OfficialDocuments

@Suite struct GraphCheckTests {
    static func problems(_ pages: PageLinks...) -> [String] {
        GraphCheck(LinkGraph(pages), with: .standard).diagnostics.filter { $0.id != "uncited-document" }
            .map { "\($0.location.path):\($0.location.line) \($0.severity.rawValue) \($0.id)" }
    }

    @Test func citingWhatNoLongerStandsIsReportedOnce() {
        let old = LinkGraphTests.page("cu", "2010-01-01")
        let new = LinkGraphTests.page("moi", "2015-01-01", "replaces cu", "~cites cu")
        #expect(
            Self.problems(old, new, LinkGraphTests.page("a", "2018-01-01", "~cites cu", "implements cu"))
                == ["van-ban/a.md:2 warning cites-superseded"]
        )
        #expect(
            Self.problems(old, new, LinkGraphTests.page("a", "2012-01-01", "~cites cu"))
                == ["van-ban/a.md:2 note cites-superseded"]
        )
        #expect(Self.problems(old, new, LinkGraphTests.page("a", "2018-01-01", "~cites moi")) == [])
        let expired = LinkGraphTests.page("het", "2010-01-01", status: .expired)
        #expect(
            Self.problems(expired, LinkGraphTests.page("a", "2018-01-01", "~cites het"))
                == ["van-ban/a.md:2 warning cites-superseded"]
        )
    }

    @Test func citingWhatWasIssuedLaterIsReported() {
        let late = LinkGraphTests.page("sau", "2020-01-01")
        #expect(
            Self.problems(late, LinkGraphTests.page("a", "2018-01-01", "implements sau"))
                == ["van-ban/a.md:2 warning cites-later-document"]
        )
        #expect(
            Self.problems(late, LinkGraphTests.page("a", "2018-01-01", "~cites sau"))
                == ["van-ban/a.md:2 note cites-later-document"]
        )
        #expect(
            Self.problems(late, LinkGraphTests.page("a", "2018-01-01", document: false, "~cites sau"))
                == ["bai-hoc/a.md:2 warning cites-later-document"]
        )
        #expect(Self.problems(late, LinkGraphTests.page("a", "2020", "~cites sau")) == [])
    }

    @Test func circlesAreReportedOnce() {
        #expect(
            Self.problems(
                LinkGraphTests.page("a", nil, "implements b"), LinkGraphTests.page("b", nil, "guides c"),
                LinkGraphTests.page("c", nil, "based-on a", "~implements b")
            ) == ["van-ban/a.md:2 warning relation-cycle"]
        )
        #expect(
            Self.problems(LinkGraphTests.page("a", nil, "implements b"), LinkGraphTests.page("b", nil, "~implements a"))
                == []
        )
        let message = GraphCheck(
            LinkGraph([LinkGraphTests.page("a", nil, "implements b"), LinkGraphTests.page("b", nil, "guides a")]),
            with: .standard
        ).diagnostics.first { $0.id == "relation-cycle" }?.message.vietnamese
        #expect(message == "quan hệ đi thành vòng: Văn bản a (implements) → Văn bản b (guides) → Văn bản a")
    }

    @Test func relationsThatCannotHoldTogetherAreReported() {
        #expect(
            Self.problems(LinkGraphTests.page("a", nil, "replaces b"), LinkGraphTests.page("b", nil, "amends a"))
                .filter { $0.hasSuffix("conflict") } == ["van-ban/a.md:2 warning relation-conflict"]
        )
        #expect(
            Self.problems(LinkGraphTests.page("a", nil, "replaces b"), LinkGraphTests.page("b", nil, "~<amends a"))
                == ["van-ban/a.md:2 warning relation-conflict"]
        )
        #expect(
            Self.problems(LinkGraphTests.page("a", nil, "replaces b"), LinkGraphTests.page("b", nil, status: .inForce))
                == ["van-ban/a.md:2 warning relation-conflict"]
        )
        #expect(
            Self.problems(
                LinkGraphTests.page("a", nil, status: .notYetInForce, "replaces b"),
                LinkGraphTests.page("b", nil, status: .inForce)
            ) == []
        )
    }

    @Test func aDocumentNobodyCitesIsNoted() {
        let graph = LinkGraph([LinkGraphTests.page("a", nil, "implements b"), LinkGraphTests.page("b")])
        #expect(GraphCheck(graph, with: .standard).diagnostics.map(\.location.path) == ["van-ban/a.md"])
        #expect(GraphCheck(graph, with: .standard).diagnostics.map(\.severity) == [.note])
    }
}
