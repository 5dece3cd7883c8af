import OfficialDocuments
import Testing

@Suite("Citations by name")
struct CitationNameTests {
    private func names(_ text: String, _ phrases: [String] = []) -> [Citation] {
        CitationFinder(.standard).find(in: Array(text.utf8), names: CitationNames(phrases, with: .standard)).filter {
            $0.kind == .name
        }
    }

    @Test(
        "plenums",
        arguments: [
            ("Nghị quyết Trung ương 7 (khóa XI)", 7, 11), ("nghị quyết Hội nghị Trung ương 7 khóa XI", 7, 11),
            ("Nghị quyết Hội nghị lần thứ bảy Ban Chấp hành Trung ương Đảng (khoá XI)", 7, 11),
            ("NQTW 4 khóa XII", 4, 12), ("Nghị quyết TW 8 (khóa X)", 8, 10),
        ])
    func plenum(text: String, ordinal: Int, term: Int) throws {
        let citation = try #require(names("Thực hiện \(text) về dân vận").first)
        #expect(citation.name == .plenum(ordinal))
        #expect(citation.term == term)
        #expect(citation.number == nil)
    }

    @Test(
        "congresses",
        arguments: [
            ("Nghị quyết Đại hội XII", 12, nil), ("NQĐH XII", 12, nil),
            ("Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng", 13, nil),
            ("Nghị quyết Đại hội Đảng bộ tỉnh Lâm Đồng lần thứ XI", 11, "Đảng bộ tỉnh Lâm Đồng"),
        ] as [(String, Int, String?)])
    func congress(text: String, ordinal: Int, committee: String?) throws {
        let citation = try #require(names("Thực hiện \(text), xã đã đổi mới.").first)
        #expect(citation.name == .congress(ordinal))
        #expect(citation.issuerPhrase == committee)
    }

    @Test("an alias is matched in any case, without marks, decomposed and over a line break")
    func alias() {
        let alias = "Quy chế giám sát và phản biện xã hội"
        for text in [
            "theo Quy chế giám sát và phản biện xã hội của Mặt trận", "theo quy chế giám sát và\nphản biện xã hội",
            "theo quy che giam sat va phan bien xa hoi", "theo " + "Quy chế giám sát và phản biện xã hội".decomposed,
        ] {
            #expect(names(text, [alias]).map(\.name) == [.alias(CitationNames.key(alias))], "\(text)")
        }
        #expect(names("theo quy chế giám sát và phản biện xã hộinhé", [alias]).isEmpty)
        #expect(names("theo quy chế giám sát và\n\nphản biện xã hội", [alias]).isEmpty)
    }

    @Test("a name inside the title of a number is no citation of its own")
    func title() {
        let text = "Quyết định số 217-QĐ/TW ban hành “Quy chế giám sát và phản biện xã hội của Mặt trận”."
        #expect(names(text, ["Quy chế giám sát và phản biện xã hội"]).isEmpty)
    }

    @Test("a quoted title behind a type word")
    func quoted() throws {
        let citation = try #require(names("ban hành Quy định “Về việc góp ý xây dựng Đảng” năm 2013").first)
        #expect(citation.name == .title)
        #expect(citation.title == "Về việc góp ý xây dựng Đảng")
        #expect(citation.typeWord == "QyĐ")
    }

    @Test("verbs and counts are no names")
    func verbs() {
        #expect(names("Luật quy định “mọi người đều có quyền bình đẳng”.").isEmpty)
        #expect(names("Hội nghị ra nghị quyết và hai chỉ thị.").isEmpty)
        #expect(names("Nghị quyết 15 của Trung ương Đảng").isEmpty)
    }
}

extension String {
    /// Form D of the letters of these tests.
    fileprivate var decomposed: String {
        let map: [Character: String] = [
            "ế": "e\u{302}\u{301}", "á": "a\u{301}", "à": "a\u{300}", "ả": "a\u{309}", "ệ": "e\u{323}\u{302}",
            "ã": "a\u{303}", "ộ": "o\u{323}\u{302}",
        ]
        return reduce(into: "") { $0 += map[$1] ?? String($1) }
    }
}
