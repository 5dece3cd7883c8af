import Testing

@testable import OfficialDocuments

@Suite struct ReferenceTests {
    static let resolver = CitationResolver(Collection.catalogue)

    @Test(
        arguments: [
            ("25-NQ/TW ngày 03/6/2013", "25-nq-tw-2013"),
            ("Nghị quyết số 25-NQ/TW, ngày 12/3/2003 của Ban Chấp hành Trung ương", "25-nq-tw-2003"),
            ("25-NQ/TW về công tác dân vận", "25-nq-tw-2013"),
            ("25-NQ/TW năm 2008", "25-nq-tw-2008"),
            ("25-NQ/TW", nil),
            ("24-CT/TU của Tỉnh ủy Lâm Đồng", "24-ct-tu-lam-dong"),
            ("24-CT/TU ngày 27/02/2018", "24-ct-tu-lam-dong"),
            ("24-CT/TU của Tỉnh ủy Bình Định", nil),
            ("37/KH-UBND ngày 30/01/2018 của UBND thị xã Phước Long", "37-kh-ubnd-2018"),
            ("Nghị quyết số 100/2015/QH13", "nghi-quyet-100"),
            ("Bộ luật số 100/2015/QH13", "bo-luat-hinh-su"),
            ("NQĐH XII", "dai-hoi-xii"),
            ("Nghị quyết Đại hội XII của Đảng", "dai-hoi-xii"),
            ("Quy chế giám sát và phản biện xã hội", "217-qd-tw"),
            ("van-ban/05-ct-tw.md", "05-ct-tw"),
            ("van-ban/05-ct-tw", "05-ct-tw"),
            ("Số: 05-CT/TW", "05-ct-tw"),
            ("", nil),
        ] as [(String, String?)])
    func editorsMeanOneDocument(_ text: String, _ id: String?) {
        let target = Self.resolver.resolve(reference: text, on: PageContext(id: "bao-cao/x.md")).target
        #expect(target == id.map { "van-ban/\($0).md" })
    }

    @Test func whatIsNotInTheCollectionIsStillIdentified() {
        let resolution = Self.resolver.resolve(
            reference: "12-CT/TU ngày 05/01/2020 của Tỉnh ủy Bình Định", on: PageContext(id: "x.md"))
        #expect(
            resolution.missing
                == MissingDocument(
                    number: Collection.number("12-CT/TU"), place: "binh-dinh", date: PartialDate(iso: "2020-01-05")
                ))
        #expect(
            Self.resolver.resolve(reference: "một văn bản nào đó", on: PageContext(id: "x.md"))
                == Resolution(outcome: .missing))
    }

    @Test func aPageNeverMeansItself() throws {
        let own = try #require(Collection.catalogue["van-ban/25-nq-tw-2026.md"])
        let page = PageContext(id: own.id, document: own)
        #expect(Self.resolver.resolve(reference: "25-NQ/TW ngày 22/8/2026", on: page).target == nil)
        #expect(
            Self.resolver.resolve(reference: "25-NQ/TW ngày 03/6/2013", on: page).target == "van-ban/25-nq-tw-2013.md")
    }

    @Test(arguments: Collection.records)
    func whatIsSuggestedResolves(_ record: DocumentRecord) {
        let text = Reference.text(for: record, with: .standard)
        let resolution = Self.resolver.resolve(reference: text, on: PageContext(id: "bao-cao/x.md"))
        // The two of 100/2015/QH13 are told apart by their type word, which a number alone does not hold.
        if record.number?.issuer != "QH13" { #expect(resolution.target == record.id, "\(text)") }
    }
}
