import OfficialDocuments
import Testing

@Suite("Document numbers")
struct DocumentNumberTests {
    @Test(
        "the family and the parts",
        arguments: [
            ("24-CT/TU", DocumentNumber.Family.party, "CT", "TU", nil),
            ("37/KH-UBND", .administrative, "KH", "UBND", nil),
            ("4912/UBND-NC", .letter, nil, "UBND-NC", nil),
            ("30/2020/NĐ-CP", .normative, "NĐ", "CP", 2020),
            ("10/2022/QH15", .assembly, nil, "QH15", 2022),
            ("91/HD-MTTW-BTT", .organisation, "HD", "MTTW-BTT", nil),
            ("367-QĐ/TWĐTN-VP", .organisation, "QĐ", "TWĐTN-VP", nil),
            ("19/2012/TTLT-BTC-BKH&ĐT-BTTTT", .joint, "TTLT", "BTC-BKH&ĐT-BTTTT", 2012),
            ("19/2008/NQLT/CP-UBTUMTTQVN", .joint, "NQLT", "CP-UBTUMTTQVN", 2008),
            ("05-CP", .legacy, nil, "CP", nil),
            ("64 TC/TCT", .legacy, nil, "TC/TCT", nil),
            ("133/HĐBT", .legacy, nil, "HĐBT", nil),
            ("20-L/CTN", .legacy, "L", "CTN", nil),
        ] as [(String, DocumentNumber.Family, String?, String, Int?)])
    func parts(text: String, family: DocumentNumber.Family, type: String?, issuer: String, year: Int?) throws {
        let number = try #require(DocumentNumber.parse(text, with: .standard)).number
        #expect(number.family == family)
        #expect(number.type == type)
        #expect(number.issuer == issuer)
        #expect(number.year == year)
    }

    @Test(
        "misspelt numbers have the canonical one's spelling and key",
        arguments: [
            ("22/CT-TW", "22-CT/TW"), ("18-CT/Ttg", "18/CT-TTg"), ("24-CT/UBND", "24/CT-UBND"),
            ("29/NQ-TƯ", "29-NQ/TW"), ("30/2020/NÐ-CP", "30/2020/NĐ-CP"), ("86/2022/ND-CP", "86/2022/NĐ-CP"),
            ("17-CTR/TU", "17-CTr/TU"), ("100 – KL/TW", "100-KL/TW"), ("25-\nNQ/TW", "25-NQ/TW"),
        ])
    func variants(text: String, canonical: String) throws {
        let variant = try #require(DocumentNumber.parse(text, with: .standard))
        let plain = try #require(DocumentNumber.parse(canonical, with: .standard))
        #expect(variant.isVariant)
        #expect(!plain.isVariant)
        #expect(variant.number == plain.number)
        #expect(variant.number.description == canonical)
    }

    @Test("zeros and the choice among QĐ, QyĐ and QĐi are no part of the key")
    func keys() throws {
        func key(_ text: String) throws -> NumberKey {
            try #require(DocumentNumber.parse(text, with: .standard)).number.key
        }
        #expect(try key("09-NQ/TW") == key("9-NQ/TW"))
        #expect(try key("66-QĐ/TW") == key("66-QyĐ/TW"))
        #expect(try key("66-QĐ/TW") == key("66-QĐi/TW"))
        #expect(try key("2/2019/QĐ-UBND") != key("2/QĐ-UBND"))
        #expect(try key("24-CT/TU") != key("24-CT/TW"))
        #expect(try key("05-CP") == key("05/CP"))
    }

    @Test(
        "what is no number is not read",
        arguments: [
            "", "24", "24-CT/", "27/02/2018", "24-CT/TU và", " 24-CT/TU", "2016-2020", "CT/TU", "23/2022/HS-ST",
        ])
    func refusals(text: String) {
        #expect(DocumentNumber.parse(text, with: .standard) == nil)
    }

    @Test("a site's own issuer decides how its numbers are written")
    func ownIssuers() throws {
        let own = Knowledge(issuers: [Issuer(code: "XYZ", family: .party, isLocal: true, names: ["Cơ quan XYZ"])])
        #expect(try #require(DocumentNumber.parse("24/CT-XYZ", with: own)).number.description == "24-CT/XYZ")
        #expect(try #require(DocumentNumber.parse("24/CT-XYZ", with: .standard)).number.description == "24/CT-XYZ")
    }
}
