import Testing

@testable import Content
@testable import Reading
@testable import Site
@testable import Views

/// What `site.yaml` says of the looks of a site reaches its pages, and nothing else does.
@Suite struct LookTests {
    private static let pages = [
        "index.md": SmallSite.page("Kho"), "gioi-thieu.md": SmallSite.page("Giới thiệu"),
        "lien-he.md": SmallSite.page("Liên hệ"),
        "van-ban/a.md": SmallSite.document("24-CT/TU", "Một", "date: 2020-01-05"), "hinh/logo.svg": "<svg/>",
    ]

    private func site(_ settings: String...) async throws -> SmallSite {
        let text = (["title: Kho"] + settings).joined(separator: "\n") + "\n"
        return try await SmallSite(Self.pages.merging(["site.yaml": text]) { $1 })
    }

    @Test func aSiteThatSaysNothingLooksAsItDid() async throws {
        let site = try await site()
        #expect(!site.site.routes.contains { $0.path == "theme.css" })
        #expect(try !site.text(at: "index.html").contains("theme.css"))
        #expect(try site.text(at: "van-ban/a.html").contains(#"<a href="../van-ban/index.html" aria-current="true">"#))
    }

    @Test func coloursAndFontsBecomeAStylesheet() async throws {
        let site = try await site(
            "colours: {main: \"#0b5394\", paper: \"#fff\"}", "fonts: {text: Be Vietnam Pro, headings: hinh/logo.svg}")
        #expect(site.problems.filter { $0.contains("site.yaml") } == [])
        let sheet = try site.text(at: "theme.css")
        #expect(sheet.contains("  --press: #0b5394;\n") && sheet.contains("  --paper: #ffffff;\n"))
        #expect(sheet.contains("  --on-press: #ffffff;\n"))
        #expect(sheet.contains("--sans: \"Be Vietnam Pro\";") && sheet.contains("src: url(hinh/logo.svg)"))
        // The same colour is too dark for the dark appearance, which gets a lighter one.
        let dark = try #require(sheet.split(separator: "data-theme=\"dark\"").last)
        #expect(dark.contains("--press: #") && !dark.contains("--press: #0b5394"))
        #expect(try site.text(at: "van-ban/a.html").contains(#"<link rel="stylesheet" href="../theme.css">"#))
    }

    @Test func coloursThatAreHardToReadAreTold() async throws {
        let site = try await site(
            "colours: {main: \"#e08a00\", accent: \"#b98a10\"}", "dark_colours: {ink: \"#333333\"}")
        let told = site.problems.filter { $0.contains("low-contrast") }
        #expect(told.count == 2)
        #expect(
            told.first?.contains("colours.main #e08a00 is hard to read on #fffdf9: 2.6:1, WCAG AA needs 4.5:1") == true)
    }

    @Test(arguments: [
        ("colours: {main: red}", "wrong-shape"), ("colours: {mian: \"#000\"}", "unknown-key"),
        ("fonts: {text: \"x;} body{display:none\"}", "wrong-shape"),
        ("fonts: {text: phong/khong.woff2}", "missing-look"),
        ("logo: khong.svg", "missing-look"), ("menu: [{label: A, url: khong.md}]", "broken-link"),
        ("menu: [{label: A}]", "wrong-shape"), ("footer_links: [{label: A, url: \"javascript:x()\"}]", "broken-link"),
        ("home: [lối ra]", "unknown-value"),
    ])
    func whatCannotBeIsTold(_ setting: String, _ id: String) async throws {
        let problems = try await site(setting).problems.filter { $0.hasPrefix("site.yaml:") }
        #expect(problems.count == 1 && problems.first?.contains("[\(id)]") == true, "\(problems)")
    }

    @Test func menuAndFootLeadWhereTheSiteSays() async throws {
        let site = try await site(
            "menu:", "  - {label: Kho văn bản, url: van-ban/}", "  - {label: Cổng, url: \"https://vi-du.vn/\"}",
            "footer_links: [{label: Liên hệ, url: lien-he.md}]", "footer: [01 Trần Phú, \"Điện thoại: 0258\"]",
            "header: Ban Dân vận", "logo: hinh/logo.svg")
        #expect(site.problems.filter { $0.contains("site.yaml") } == [])
        let page = try site.text(at: "van-ban/a.html")
        #expect(page.contains(#"<li><a href="../van-ban/index.html" aria-current="true">Kho văn bản</a></li>"#))
        #expect(page.contains(#"<li><a href="https://vi-du.vn/">Cổng</a></li>"#))
        #expect(page.contains(#"<li><a href="../lien-he.html">Liên hệ</a></li>"#))
        #expect(page.contains("<p>01 Trần Phú</p>\n<p>Điện thoại: 0258</p>"))
        #expect(
            page.contains("<small>Ban Dân vận</small>") && page.contains(#"<img class="logo" src="../hinh/logo.svg""#))
        // Below the menu the trail names the section as ever.
        let head = try #require(page.split(separator: "class=\"breadcrumbs", maxSplits: 1).first)
        #expect(!head.contains(#"href="../van-ban/index.html">Văn bản</a></li>"#))
    }

    @Test func theHomePageHasThePartsThatAreNamed() async throws {
        let all = try await site().text(at: "index.html")
        #expect(all.contains(#"class="ways""#) && all.contains(#"id="da_doc""#) && all.contains("Chữ."))
        let few = try await site("home: [mới nhất, ways]").text(at: "index.html")
        #expect(few.contains(#"class="ways""#) && few.contains(#"id="moi-nhat""#))
        #expect(!few.contains(#"id="da_doc""#) && !few.contains(#"<p>Chữ.</p>"#))
    }

    @Test func contrastIsThatOfTheGuidelines() {
        let (black, white) = (Colour("#000"), Colour("#ffffff"))
        #expect(black?.contrast(with: .white) == 21)
        #expect(Colour("#777777").map { ($0.contrast(with: .white) * 100).rounded() } == 448)
        #expect(white?.opposite == .black && Colour("#zzz") == nil && Colour("#12345") == nil)
        #expect(Colour("#e08a00")?.legible(on: .white, 4.5).contrast(with: .white) ?? 0 >= 4.5)
    }
}
