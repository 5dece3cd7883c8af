import Diagnostics
import Testing

@testable import OfficialDocuments

@Suite("What stands behind a shared number")
struct StatedTitleTests {
    private static func record(_ id: String, _ number: String, _ title: String, _ day: (Int, Int, Int))
        -> DocumentRecord
    {
        let read = DocumentNumber.parse(number, with: .standard)?.number
        return DocumentRecord(
            id: id, number: read, type: read?.type, title: title,
            date: PartialDate(year: day.0, month: day.1, day: day.2), location: SourceLocation(path: id))
    }

    static let resolver = CitationResolver(
        DocumentCatalogue(
            [
                record("a", "79/NQ-CP", "phiên họp Chính phủ thường kỳ tháng 10 năm 2014", (2014, 11, 3)),
                record("b", "79/NQ-CP", "phiên họp Chính phủ thường kỳ tháng 10 năm 2015", (2015, 11, 4)),
                record("c", "24/CT-TTg", "về việc đẩy mạnh cải cách thủ tục hành chính trong thuế", (2012, 9, 17)),
                record("d", "24/CT-TTg", "Tăng cường quản lý đất đai và tài nguyên nước", (2015, 9, 1)),
                record("e", "6/NQ-CP", "phiên họp Chính phủ thường kỳ tháng 3 năm 2016", (2016, 4, 1)),
                record("f", "55/QĐ-TTg", "sửa đổi, bổ sung một số điều của Quy chế quản lý hồ chứa nước", (2013, 1, 4)),
                record("g", "55/QĐ-TTg", "sửa đổi, bổ sung một số điều của Quy chế thi đua khen thưởng", (2014, 1, 4)),
                record("h", "81/NQ-CP", "phiên họp Chính phủ thường kỳ tháng 11 năm 2015", (2015, 12, 2)),
            ], with: .standard))

    @Test(arguments: [
        ("Nghị quyết số 79/NQ-CP phiên họp Chính phủ thường kỳ tháng 10 năm 2015;", "b"),
        ("Nghị quyết số 79/NQ-CP phiên họp Chính phủ thường kỳ tháng 10 năm 2014 nêu rõ.", "a"),
        ("Nghị quyết số 79/NQ-CP ngày 03/11/2014 của Chính phủ phiên họp Chính phủ thường kỳ.", "a"),
        ("Chỉ thị số 24/CT-TTg tăng cường quản lý đất đai và tài nguyên nước", "d"),
        ("Chỉ thị số 24/CT-TTg của Thủ tướng Chính phủ về đẩy mạnh cải cách thủ tục hành chính trong thuế", "c"),
        ("Quyết định số 55/QĐ-TTg sửa đổi, bổ sung một số điều của Quy chế thi đua khen thưởng", "g"),
        ("Quyết định số 55/QĐ-TTg sửa đổi, bổ sung một số điều của Quy chế quản lý hồ chứa nước", "f"),
        // Later than the page, and its own title says that it is meant.
        ("Nghị quyết số 81/NQ-CP phiên họp Chính phủ thường kỳ tháng 11 năm 2015", "h"),
        // Another month: neither, although one of them is earlier than the page.
        ("Nghị quyết số 79/NQ-CP phiên họp Chính phủ thường kỳ tháng 8 năm 2013", nil),
        ("Nghị quyết số 6/NQ-CP phiên họp Chính phủ thường kỳ tháng 4 năm 2016", nil),
        ("Nghị quyết số 81/NQ-CP", nil),
    ])
    func theTitleDecides(sentence: String, expected: String?) {
        let text = Array(sentence.utf8)
        let page = PageContext(id: "trang", date: PartialDate(year: 2015, month: 1, day: 3))
        let found = CitationFinder(.standard).find(in: text)
        let targets = Self.resolver.resolve(found, in: text, on: page).map(\.target)
        #expect(targets.first == .some(expected), "\(sentence): \(targets)")
    }
}
