import Testing

@testable import Content
@testable import Reading
@testable import Site
@testable import Views

/// Sections that `site.yaml` adds over folders of a site's own.
@Suite struct SiteSectionTests {
    private static let settings = """
        title: Kho
        sections:
          - folder: tin-tuc
            title: Tin tức
            summary: Việc mới ở các nơi.
            order: 15
          - folder: Hỏi đáp
            title: Hỏi và đáp
            list: Chữ cái
            menu: không
        """

    private func site() async throws -> SmallSite {
        try await SmallSite([
            "site.yaml": Self.settings,
            "van-ban/a.md": SmallSite.document("24-CT/TU", "Về dân vận"),
            "bai-hoc/b.md": SmallSite.page("Bài học"),
            "tin-tuc/index.md": SmallSite.page("Tin tức", "summary: Mới nhất ở trên."),
            "tin-tuc/cu.md": SmallSite.page("Tin cũ", "date: 01/02/2020"),
            "tin-tuc/moi.md": SmallSite.page("Tin mới", "date: 01/02/2024"),
            "tin-tuc/khong-ngay.md": SmallSite.page("Tin không ngày"),
            "Hỏi đáp/o.md": SmallSite.page("Ở đâu?"),
            "Hỏi đáp/ai.md": SmallSite.page("Ai ký?"),
            "trang/le.md": SmallSite.page("Trang lẻ"),
        ])
    }

    @Test func aFolderBecomesASectionWithItsListAndItsPlaceInTheMenu() async throws {
        let site = try await site()
        #expect(site.problems.filter { $0.contains("error") || $0.contains("warning") } == [])
        #expect(try site.titles("tin-tuc/index.html") == [["Tin mới", "Tin cũ", "Tin không ngày"]])
        #expect(try site.titles("hoi-dap/index.html") == [["Ai ký?"], ["Ở đâu?"]])
        #expect(try site.list("tin-tuc/index.html").introduction != nil)
        #expect(site.site.collection.sections.map(\.folder).prefix(3) == ["van-ban", "tin-tuc", "bai-hoc"])
        let home = try site.text(at: "index.html")
        let menu = try ["van-ban", "tin-tuc", "bai-hoc"].map { folder in
            try #require(home.range(of: "href=\"\(folder)/index.html\""), "\(folder)").lowerBound
        }
        #expect(menu == menu.sorted())
        #expect(!home.contains("hoi-dap/index.html"))
    }

    @Test func itsPagesLieUnderItAndTellTheirDay() async throws {
        let page = try await site().text(at: "tin-tuc/moi.html")
        #expect(page.contains("href=\"../tin-tuc/index.html\" aria-current") || page.contains("Tin tức</a>"))
        #expect(page.contains("ngày 01/02/2024"))
        let lists = try await site().site.browse.feeds.map(\.path)
        #expect(lists.contains("tin-tuc/atom.xml"))
        // A page of no section has no date at its head.
        #expect(try await !site().text(at: "trang/le.html").contains("byline"))
    }
}
