import Diagnostics
import Testing

@testable import OfficialDocuments

@Suite struct CitationCheckTests {
    static func diagnose(_ text: String, on page: PageContext = PageContext(id: "bao-cao/x.md")) -> [Diagnostic] {
        let bytes = Array(text.utf8)
        let citations = CitationFinder(.standard).find(in: bytes)
        let resolutions = CitationResolverTests.resolver.resolve(citations, in: bytes, on: page)
        let check = CitationCheck(Collection.catalogue, page: page)
        return zip(citations, resolutions).flatMap { citation, resolution in
            check.diagnose(
                citation, resolution, text: String(decoding: bytes[citation.range], as: UTF8.self),
                at: SourceLocation(path: page.id)
            )
        }
    }

    @Test func anAmbiguousCitationComesWithWaysToSayWhichIsMeant() throws {
        let problem = try #require(Self.diagnose("Nghị quyết số 100/2015/QH13 và 100/2015/QH13.").last)
        #expect(problem.id == "ambiguous-citation")
        #expect(problem.severity == .warning)
        let page = PageContext(id: "bao-cao/x.md", locality: "phuoc-long")
        let plan = try #require(Self.diagnose("Kế hoạch số 37/KH-UBND.", on: page).first)
        #expect(
            plan.message.vietnamese
                == "“37/KH-UBND” có thể là 2 văn bản: “37/KH-UBND ngày 09/02/2017 của UBND thị xã Phước Long”, “37/KH-UBND ngày 30/01/2018 của UBND thị xã Phước Long”"
        )
        #expect(
            plan.suggestion?.vietnamese
                == "Ghi đủ ngày hoặc cơ quan ban hành như trên, hoặc đặt liên kết: [37/KH-UBND](../van-ban/37-kh-ubnd-2017.md), [37/KH-UBND](../van-ban/37-kh-ubnd-2018.md)"
        )
        #expect(plan.related.map(\.path) == ["van-ban/37-kh-ubnd-2017.md", "van-ban/37-kh-ubnd-2018.md"])
    }

    @Test func aMissingCitationSaysWhyOthersAreNotMeant() throws {
        let problem = try #require(Self.diagnose("Chỉ thị số 05-CT/TW ngày 16/5/2016.").first)
        #expect(problem.id == "missing-citation")
        #expect(
            problem.message.vietnamese
                == "“05-CT/TW” chưa có trong kho: “05-CT/TW ngày 15/5/2016” có ngày khác")
        #expect(problem.related.map(\.path) == ["van-ban/05-ct-tw.md"])
        #expect(Self.diagnose("Chỉ thị số 05-CT/TW ngày 15/5/2016.") == [])
    }

    @Test func aMisspelledNumberIsCorrected() throws {
        let problem = try #require(Self.diagnose("Chỉ thị số 05/CT-TW ngày 15/5/2016.").first)
        #expect(problem.id == "variant-citation")
        #expect(problem.suggestion?.vietnamese == "Viết “05-CT/TW”")
    }

    @Test func aDocumentOfLaterDateIsNotMeant() {
        let page = PageContext(id: "bao-cao/x.md", date: PartialDate(iso: "2015-01-01"))
        #expect(
            Self.diagnose("Chỉ thị số 05-CT/TW.", on: page).map(\.id) == ["cites-later-document", "missing-citation"])
    }

    @Test(arguments: [
        ("bao-cao/x.md", "van-ban/a.md", "../van-ban/a.md"), ("van-ban/x.md", "van-ban/a.md", "a.md"),
        ("x.md", "van-ban/a.md", "van-ban/a.md"), ("a/b/x.md", "a/c/y.md", "../c/y.md"),
    ])
    func linksToPasteAreRelative(_ source: String, _ target: String, _ expected: String) {
        #expect(ContentPath.relative(from: source, to: target) == expected)
    }
}
