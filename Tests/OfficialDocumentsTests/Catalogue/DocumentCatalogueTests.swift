import Diagnostics
import TestSupport
import Testing

@testable import OfficialDocuments

@Suite struct DocumentCatalogueTests {
    static func problems(_ records: DocumentRecord...) -> [String] {
        DocumentCatalogue(records, with: .standard).diagnostics.map { "\($0.location.path) \($0.id)" }
    }

    @Test func oneNumberAloneIsNoDuplicate() {
        #expect(Collection.catalogue.diagnostics == [])
        #expect(Collection.catalogue.documents(numbered: Collection.number("25 - nq/tw")).count == 4)
    }

    @Test func twoPagesOfOneDocumentAreReported() {
        func record(
            _ id: String, _ number: String?, _ title: String, _ date: String?, _ type: String?, _ issuer: String?,
            _ place: String?, _ term: Int?, _ aliases: [String], _ status: DocumentStatus
        ) -> DocumentRecord { Collection.record(id, number, title, date, type: type, issuer: issuer, place: place) }
        let first = record("a", "24-CT/TU", "A", "2018-02-27", nil, "Tỉnh ủy Lâm Đồng", nil, nil, [], .unknown)
        let second = record("b", "24 - CT/TU", "B", "2018-02-27", nil, nil, "lam-dong", nil, [], .unknown)
        let other = record("c", "24-CT/TU", "C", "2018-02-27", nil, nil, "bac-kan", nil, [], .unknown)
        #expect(Self.problems(second, other, first) == ["van-ban/b.md duplicate-identity"])
        #expect(DocumentCatalogue([second, first], with: .standard).diagnostics[0].related == [first.location])
        let unnumbered = record("d", nil, "Đề án Dân vận khéo", nil, "ĐA", nil, "bac-kan", nil, [], .unknown)
        let again = record("e", nil, "ĐỀ ÁN dân vận khéo", nil, "ĐA", nil, "bac-kan", nil, [], .unknown)
        #expect(Self.problems(unnumbered, again) == ["van-ban/e.md duplicate-identity"])
    }

    @Test(
        arguments: [
            ("24-CT/TU", nil, "Ban Thường vụ Tỉnh ủy Lâm Đồng", nil),
            ("03-NQ/TU", nil, "Ban Chấp hành Đảng bộ tỉnh Lâm Đồng", nil),
            ("24-CT/TU", nil, "Ban Bí thư", "number-contradicts-issuer"),
            ("24-CT/TU", "NQ", nil, "number-contradicts-type"),
            ("66-QĐ/TW", "QyĐ", "Ban Bí thư", nil),
            ("25-NQ/TW", nil, "Ban Chấp hành Trung ương Đảng khóa XI", nil),
            ("37/KH-UBND", nil, "UBND thị xã Phước Long", nil),
            ("37/KH-UBND", nil, "Ủy ban nhân dân thị xã Phước Long", nil),
            ("37/KH-UBND", nil, "Hội đồng nhân dân thị xã Phước Long", "number-contradicts-issuer"),
            ("18/2000/CT-TTg", nil, "Thủ tướng Chính phủ", nil),
            ("30/2020/NĐ-CP", nil, "Bộ Nội vụ", "number-contradicts-issuer"),
            ("100/2015/QH13", "Luật", "Quốc hội", nil),
        ] as [(String, String?, String?, String?)])
    func aNumberMayContradictWhatThePageSays(_ number: String, _ type: String?, _ issuer: String?, _ expected: String?)
    {
        let record = Collection.record("x", number, "X", nil, type: type, issuer: issuer)
        #expect(DocumentCatalogue([record], with: .standard).diagnostics.map(\.id) == [expected].compactMap { $0 })
    }

    @Test func namesAreForTheFinder() {
        let names = Collection.catalogue.names
        #expect(names == names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) })
        #expect(names.contains("NQĐH XII"))
        #expect(!names.contains("Bộ luật Hình sự"))
    }

    @Test(arguments: 0..<10)
    func nothingDependsOnTheOrderOfRecords(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let shuffled = DocumentCatalogue(
            Collection.records.shuffled(using: &random), with: Collection.knowledge)
        #expect(shuffled.records == Collection.catalogue.records)
        #expect(shuffled.names == Collection.catalogue.names)
        let (mine, theirs) = (CitationResolver(Collection.catalogue), CitationResolver(shuffled))
        let cases = CitationResolverTests.central + CitationResolverTests.local + CitationResolverTests.named
        for (mention, place, _) in cases {
            let (citations, text) = Mention.citations([mention])
            let page = PageContext(
                id: "x.md", locality: place.locality, date: place.date.flatMap(PartialDate.init(iso:))
            )
            #expect(
                theirs.resolve(citations, in: text, on: page) == mine.resolve(citations, in: text, on: page)
            )
        }
    }
}
