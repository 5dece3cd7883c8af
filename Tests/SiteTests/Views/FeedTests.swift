import Foundation
import Testing

@testable import Site
@testable import Views

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// What other programs read: feeds, sitemap, redirects, structured data.
@Suite struct FeedTests {
    private let texts = [
        "site.yaml": "title: Kho & bạn\nsecurity_contact: ai@vi-du.vn\nsecurity_expires: 2027-12-31\n",
        "van-ban/a.md": SmallSite.document(
            "1-CT/TW", "Một <b> & \"hai\"", "date: 2013-06-03", "summary: Tóm & tắt"),
        "van-ban/b.md": SmallSite.document("2-CT/TW", "Hai", "date: 2014", "topics: [Dân vận]"),
        "gioi-thieu.md": SmallSite.page("Giới thiệu", "aliases: [/cu/trang/, ve-chung-toi.html]"),
    ]

    /// The texts of the elements of an XML document, by element name; `nil` if it is not well formed.
    private final class Elements: NSObject, XMLParserDelegate {
        var texts: [String: [String]] = [:]
        private var stack: [String] = []

        static func read(_ text: String) -> [String: [String]]? {
            let elements = Elements()
            let parser = XMLParser(data: Data(text.utf8))
            parser.delegate = elements
            return parser.parse() ? elements.texts : nil
        }

        func parser(
            _: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) {
            stack.append("")
        }

        func parser(_: XMLParser, foundCharacters text: String) {
            if !stack.isEmpty { stack[stack.count - 1] += text }
        }

        func parser(_: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
            texts[name, default: []].append(stack.popLast() ?? "")
        }
    }

    @Test func atomIsWellFormedAndTellsTheNewestFirst() async throws {
        let site = try await SmallSite(texts, baseURL: "https://vi-du.vn/kho")
        let feed = try #require(Elements.read(try site.text(at: "van-ban/atom.xml")))
        #expect(feed["title"] == ["Văn bản – Kho & bạn", "2-CT/TW – Hai", "1-CT/TW – Một <b> & \"hai\""])
        #expect(
            feed["updated"] == ["2014-01-01T00:00:00+07:00", "2014-01-01T00:00:00+07:00", "2013-06-03T00:00:00+07:00"])
        #expect(feed["id"]?.last == "https://vi-du.vn/kho/van-ban/a.html")
        #expect(feed["summary"] == ["Chữ.", "Tóm & tắt"])
    }

    @Test func aRevisedPageSaysWhen() async throws {
        var texts = texts
        texts["van-ban/a.md"] = SmallSite.document("1-CT/TW", "Một", "date: 2013-06-03", "updated: 2026-02-01")
        let site = try await SmallSite(texts, baseURL: "https://vi-du.vn/")
        let feed = try #require(Elements.read(try site.text(at: "van-ban/atom.xml")))
        #expect(
            feed["updated"] == ["2026-02-01T00:00:00+07:00", "2014-01-01T00:00:00+07:00", "2026-02-01T00:00:00+07:00"])
        #expect(try site.text(at: "van-ban/feed.json").contains(#""date_modified":"2026-02-01T00:00:00+07:00""#))
        #expect(try site.text(at: "van-ban/a.html").contains(#"<time datetime="2026-02-01">ngày 01/02/2026</time>"#))
        #expect(
            try site.text(at: "sitemap.xml")
                .contains("<loc>https://vi-du.vn/van-ban/a.html</loc><lastmod>2026-02-01</lastmod>"))
        #expect(try !site.text(at: "van-ban/b.html").contains("Sửa lần cuối"))
    }

    @Test func withoutAnAddressOfTheSiteFeedsAreRelative() async throws {
        let site = try await SmallSite(texts)
        let atom = try site.text(at: "van-ban/atom.xml")
        #expect(Elements.read(atom)?["id"]?.last == "urn:sohieu:van-ban/a.html")
        #expect(atom.contains("href=\"../van-ban/a.html\""))
        #expect(!site.site.routes.contains { $0.path == "sitemap.xml" })
    }

    @Test func everyFeedOfTheSiteCanBeRead() async throws {
        let site = try await SmallSite(texts, baseURL: "https://vi-du.vn/")
        let feeds = site.site.browse.feeds
        #expect(feeds.map(\.path).contains("van-ban/feed.json"))
        for feed in feeds {
            let text = try site.text(at: feed.path)
            switch feed.format {
            case .atom: #expect(Elements.read(text) != nil, "\(feed.path)")
            case .json: #expect((try? JSONSerialization.jsonObject(with: Data(text.utf8))) != nil, "\(feed.path)")
            }
        }
        #expect(feeds.filter { $0.format == .json }.map(\.path).contains("feed.json"))
    }

    @Test func onlyListsThatChangeHaveAFeed() async throws {
        var texts = texts
        texts["van-ban/c.md"] = SmallSite.document(
            "3-CT/TW", "Ba", "date: 2014", "topics: [Dân vận, Một lần]", "issuer: Bộ Chính trị")
        let feeds = try await SmallSite(texts).site.browse.feeds.map(\.path)
        // Not the year, the level, the type; nor a topic of one page.
        #expect(
            Set(feeds) == [
                "atom.xml", "feed.json", "van-ban/atom.xml", "van-ban/feed.json", "chu-de/dan-van.atom.xml",
            ])
    }

    @Test func theSitemapHasEveryPageAndNoOther() async throws {
        let site = try await SmallSite(texts, baseURL: "https://vi-du.vn/")
        let urls = try #require(Elements.read(try site.text(at: "sitemap.xml"))?["loc"])
        #expect(urls.contains("https://vi-du.vn/van-ban/a.html"))
        #expect(urls.contains("https://vi-du.vn/van-ban/index.html"))
        #expect(!urls.contains { $0.hasSuffix("404.html") || $0.contains("/cu/") })
        #expect(try site.text(at: "robots.txt").contains("Sitemap: https://vi-du.vn/sitemap.xml"))
    }

    @Test func formerAddressesLeadOn() async throws {
        let site = try await SmallSite(texts)
        let html = try site.text(at: "cu/trang/index.html")
        #expect(html.contains("content=\"0; url=../../gioi-thieu.html\""))
        #expect(html.contains("<a href=\"../../gioi-thieu.html\">Giới thiệu</a>"))
        #expect(try site.text(at: "ve-chung-toi.html").contains("<a href=\"gioi-thieu.html\">"))
    }

    @Test func aDocumentTakesOverTheAddressItHadWhileItWasMissing() async throws {
        let former = "redirect_from: [chua-co/24-ct-tu.html, cu/24.html, chua-co/5-ct-tu.html, chua-co/index.html]"
        let site = try await SmallSite([
            "van-ban/a.md": SmallSite.document("24-CT/TU", "Về dân vận", former),
            "bai-hoc/b.md": SmallSite.page("Bài học") + "Theo Chỉ thị số 5-CT/TU.\n",
            "bai-hoc/c.md": SmallSite.page("Bài học khác") + "Cũng theo Chỉ thị số 5-CT/TU.\n",
        ])
        for path in ["chua-co/24-ct-tu.html", "cu/24.html"] {
            #expect(try site.text(at: path).contains("<a href=\"../van-ban/a.html\">"), "\(path)")
        }
        // One that is still missing keeps its page, and the list of them its own.
        let ids = site.problems.filter { $0.contains("alias") }.compactMap { $0.split(separator: "[").last }
        #expect(ids.sorted() == ["reserved-alias]", "taken-alias]"])
        #expect(try site.text(at: "chua-co/5-ct-tu.html").contains("5-CT/TU"))
    }

    @Test func formerAddressesThatCannotServeAreReported() async throws {
        let site = try await SmallSite([
            "a.md": SmallSite.page("Một", "aliases: [b.html, 'https://noi-khac.vn/', ../ngoai.html]"),
            "b.md": SmallSite.page("Hai"),
        ])
        #expect(
            site.problems.filter { $0.contains("alias") } == [
                "a.md:3:11: warning: the former address belongs to another page: b.html [taken-alias]",
                "a.md:3:19: warning: the former address cannot be used: https://noi-khac.vn/ [unusable-alias]",
                "a.md:3:43: warning: the former address cannot be used: ../ngoai.html [unusable-alias]",
            ])
        #expect(site.site.browse.redirects.all.isEmpty)
    }

    @Test(
        arguments: [
            ("/cu/trang/", "cu/trang/index.html"), ("cu/trang", "cu/trang/index.html"),
            ("cu/Bài học.html", "cu/bai-hoc.html"),
            ("x.htm", "x.htm"), ("x.aspx", nil), ("", nil), ("/", nil), ("a/../b.html", nil), ("a?b", nil),
            (".html", nil),
        ] as [(String, String?)])
    func formerAddressesBecomePaths(_ alias: String, _ path: String?) {
        #expect(Redirects.output(of: alias) == path)
    }

    @Test func theContactForSecurityIsAFile() async throws {
        let site = try await SmallSite(texts, baseURL: "https://vi-du.vn/")
        let lines = try site.text(at: ".well-known/security.txt").split(separator: "\n").map(String.init)
        #expect(
            lines == [
                "Contact: mailto:ai@vi-du.vn", "Expires: 2027-12-31T00:00:00+07:00", "Preferred-Languages: vi",
                "Canonical: https://vi-du.vn/.well-known/security.txt",
            ])
    }

    @Test func structuredDataIsJSONThatCannotEndItsElement() async throws {
        let site = try await SmallSite(
            [
                "van-ban/a.md": SmallSite.document(
                    "2-CT/TW", "Một </script> <!--<script> & hai", "date: 2014", "status: còn hiệu lực"),
                "thuat-ngu/b.md": SmallSite.page("Công tác dân vận", "abbreviation: CTDV"),
            ],
            baseURL: "https://vi-du.vn/"
        )
        func values(_ path: String) throws -> [[String: Any]] {
            let route = try #require(site.site.routes.first { $0.path == path })
            let crumbs: [[String: Any]] = [["label": "Trang đầu", "url": "index.html"], ["label": "Trang"]]
            return try StructuredData(collection: site.site.collection, browse: site.site.browse).texts(
                for: route, breadcrumbs: crumbs
            ).map { text in
                #expect(!text.contains { "<>&\u{2028}\u{2029}".contains($0) })
                return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
            }
        }
        let law = try values("van-ban/a.html")
        #expect(law.map { $0["@type"] as? String } == ["Legislation", "BreadcrumbList"])
        #expect(law[0]["name"] as? String == "Một </script> <!--<script> & hai")
        #expect(law[0]["legislationIdentifier"] as? String == "2-CT/TW")
        #expect(law[0]["legislationLegalForce"] as? String == "https://schema.org/InForce")
        #expect(try values("thuat-ngu/b.html")[0]["@type"] as? String == "DefinedTerm")
        #expect(try values("404.html").isEmpty)
    }
}
