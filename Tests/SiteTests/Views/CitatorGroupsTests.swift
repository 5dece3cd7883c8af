import Foundation
import Testing

@testable import Site

/// What a document page says of the documents above and below it.
@Suite struct CitatorGroupsTests {
    private let texts = [
        "van-ban/a.md": SmallSite.document("1-CT/TW", "Trung ương"),
        "van-ban/b.md": SmallSite.document(
            "2-CTr/TU", "Tỉnh", "issuer: Tỉnh ủy Lâm Đồng", "locality: Lâm Đồng", "relations:",
            "  implements: [1-CT/TW]"),
        "van-ban/c.md": SmallSite.document(
            "3-KH/HU", "Huyện", "issuer: Huyện ủy Đơn Dương", "locality: don-duong",
            "relations:", "  implements: [\"2-CTr/TU của Tỉnh ủy Lâm Đồng\", 1-CT/TW]",
            "  based-on: [4-QĐ/TW]"),
        "van-ban/d.md": SmallSite.document("4-QĐ/TW", "Quy định"),
    ]

    @Test func theWayUpLeadsToTheCentre() async throws {
        let site = try await SmallSite(texts)
        #expect(!site.problems.contains { $0.contains("error:") })
        let html = try site.text(at: "van-ban/c.html")
        let group = try #require(html.group("can-cu"))
        #expect(group.contains("<span class=\"count\">3</span>"))
        // The province's programme, below it the directive it carries out; the directive stands nowhere else.
        let programme = try #require(group.range(of: "van-ban/b.html"))
        let directive = try #require(group.range(of: "van-ban/a.html"))
        #expect(programme.lowerBound < directive.lowerBound)
        #expect(group[programme.upperBound..<directive.lowerBound].contains("<ul>"))
        #expect(group.components(separatedBy: "van-ban/a.html").count == 2)
        #expect(group.contains("van-ban/d.html"))
    }

    @Test func aDocumentOfTheProvinceRestsOnOneDocumentAlone() async throws {
        let html = try await SmallSite(texts).text(at: "van-ban/b.html")
        let group = try #require(html.group("can-cu"))
        #expect(group.contains("<ul class=\"links\">") && group.contains("van-ban/a.html"))
        #expect(html.contains("aria-labelledby=\"duoc_trien_khai_boi\""))
    }

    @Test func aRelationReadFromTheTextSaysSo() async throws {
        var texts = texts
        texts["van-ban/d.md"] = SmallSite.document("4-KH/TU", "Kế hoạch", "issuer: Tỉnh ủy Lâm Đồng")
            .replacing("Chữ.", with: "Kế hoạch này thực hiện Chỉ thị số 1-CT/TW.")
        let html = try await SmallSite(texts).text(at: "van-ban/d.html")
        let group = try #require(html.group("can-cu"))
        #expect(group.contains("suy từ lời văn"))
        #expect(try await !SmallSite(texts).text(at: "van-ban/b.html").contains("suy từ lời văn"))
    }

    @Test func tenSentencesThatSayMostStandOnThePageAndTheSearchHasTheOthers() async throws {
        var texts = ["van-ban/a.md": SmallSite.document("1-CT/TW", "Trung ương")]
        for number in 10...24 { texts["bao-cao/\(number).md"] = "# Báo cáo \(number)\n\nTheo Chỉ thị số 1-CT/TW.\n" }
        texts["bao-cao/25.md"] = "# Hay nhắc\n\nTheo Chỉ thị số 1-CT/TW. Cũng theo Chỉ thị số 1-CT/TW.\n"
        texts["bao-cao/26.md"] = "# Nói rõ\n\nTheo Chỉ thị số 1-CT/TW.\n\nBáo cáo này thay thế Chỉ thị số 1-CT/TW.\n"
        let html = try await SmallSite(texts).text(at: "van-ban/a.html")
        let group = try #require(html.group("vien-dan"))
        #expect(group.contains("<span class=\"count\">17</span>"))
        #expect(group.components(separatedBy: "<q>").count == 11)
        let places = ["26", "25", "10"].compactMap { group.range(of: "bao-cao/\($0).html")?.lowerBound }
        #expect(places.count == 3 && places == places.sorted())
        #expect(group.contains("thay thế Chỉ thị số <mark>1-CT/TW</mark>"))
        #expect(group.contains("tim-kiem.html?q="))
    }
}

extension String {
    /// The headed group of a page whose id is `id`.
    fileprivate func group(_ id: String) -> String? {
        components(between: "<section class=\"group\" aria-labelledby=\"\(id)\"", "</section>")
    }

    /// What stands between `start` and the next `end`; `nil` if either is missing.
    fileprivate func components(between start: String, _ end: String) -> String? {
        guard let from = range(of: start), let to = self[from.upperBound...].range(of: end) else { return nil }
        return String(self[from.upperBound..<to.lowerBound])
    }
}
