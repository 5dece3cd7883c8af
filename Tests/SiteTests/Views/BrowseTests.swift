import Testing

@testable import Content
@testable import Reading
@testable import Site
@testable import Views

/// What lists hold, in which order, and where they lie.
@Suite struct BrowseTests {
    @Test func documentsStandFromTheLastOneBackAndUndatedOnesBehind() async throws {
        let site = try await SmallSite([
            "van-ban/a.md": SmallSite.document("1/KH-UBND", "Đầu", "date: 2017-02-09"),
            "van-ban/b.md": SmallSite.document("2/KH-UBND", "Không ngày"),
            "van-ban/c.md": SmallSite.document("3/KH-UBND", "Cuối", "date: 2018"),
            "van-ban/d.md": SmallSite.document("4/KH-UBND", "Giữa", "date: 2017-03"),
        ])
        #expect(try site.titles("van-ban/index.html") == [["Cuối", "Giữa", "Đầu", "Không ngày"]])
        #expect(try site.titles("nam/2017.html") == [["Giữa", "Đầu"]])
        #expect(site.site.browse.newest.map { site.site.collection.title(of: $0) } == ["Cuối", "Giữa", "Đầu"])
    }

    @Test func aListIsCutIntoPagesThatHoldEveryEntryOnce() async throws {
        var texts: [String: String] = [:]
        for number in 1...120 {
            texts["van-ban/\(number).md"] = SmallSite.document(
                "\(number)/KH-UBND", "Văn bản \(number)", "date: 2017-01-01")
        }
        let site = try await SmallSite(texts)
        let pages = site.site.browse.pages.filter { site.site.browse.lists[$0.list].path == "van-ban/index.html" }
        #expect(pages.map(\.path) == ["van-ban/index.html", "van-ban/trang-2.html", "van-ban/trang-3.html"])
        #expect(pages.map(\.range) == [0..<50, 50..<100, 100..<120])
        var seen: [String] = []
        for page in pages {
            seen += try site.text(at: page.path).matches(of: /class="number"><a href="\.\.\/van-ban\/(\d+)\.html"/).map
            { String($0.1) }
        }
        #expect(seen.count == 120)
        #expect(Set(seen).count == 120)
        #expect(try site.text(at: "van-ban/trang-2.html").contains("51–100 / 120"))
        // What filters a page at a time leads to what filters them all.
        #expect(try site.text(at: "van-ban/trang-2.html").contains("href=\"../tim-kiem.html?loai=document\""))
        // A list that is no folder's own takes its name along.
        #expect(site.site.routes.contains { $0.path == "nam/2017-trang-3.html" })
    }

    @Test func oneValueInTwoSpellingsIsOneList() async throws {
        let site = try await SmallSite([
            "bai-hoc/a.md": SmallSite.page("Một", "topics: [Hòa giải ở cơ sở]"),
            "bai-hoc/b.md": SmallSite.page("Hai", "tags: [hoà giải ở cơ sở, hòa giải ở cơ sở]"),
        ])
        #expect(try site.titles("chu-de/hoa-giai-o-co-so.html") == [["Hai", "Một"]])
        #expect(site.site.browse.ways(by: .topic).map(\.count) == [2])
        #expect(site.site.browse.path(of: "HÒA GIẢI ở cơ sở", by: .topic) == "chu-de/hoa-giai-o-co-so.html")
    }

    @Test func valuesWithOneSlugGetAddressesInTurn() async throws {
        let site = try await SmallSite([
            "van-ban/a.md": SmallSite.document("1-CT/TW", "Một", "issuer: Bộ Chính trị", "date: 2013"),
            "van-ban/b.md": SmallSite.document("2-CT/TW", "Hai", "issuer: Bo chinh tri", "date: 2014"),
        ])
        #expect(
            site.site.browse.ways(by: .issuer).map(\.path) == [
                "co-quan/bo-chinh-tri.html", "co-quan/bo-chinh-tri-2.html",
            ])
    }

    @Test func aPageAtTheAddressOfAListStandsAboveIt() async throws {
        let site = try await SmallSite([
            "van-ban/index.md": SmallSite.page("Kho văn bản", "summary: Lời giới thiệu."),
            "van-ban/a.md": SmallSite.document("1-CT/TW", "Một", "date: 2013"),
        ])
        let html = try site.text(at: "van-ban/index.html")
        #expect(html.contains("<h1>Kho văn bản</h1>"))
        #expect(html.contains("Lời giới thiệu."))
        #expect(html.contains("href=\"../van-ban/a.html\""))
        #expect(site.site.routes.count { $0.path == "van-ban/index.html" } == 1)
    }

    @Test func contentKeepsItsAddressAndTheListGivesWay() async throws {
        let site = try await SmallSite([
            "van-ban/loai/chi-thi.md": SmallSite.document("1-CT/TW", "Một", "date: 2013"),
            "van-ban/trang-2.md": SmallSite.document("2-CT/TW", "Hai", "date: 2013"),
        ])
        #expect(site.site.browse.ways(by: .documentType).map(\.path) == ["van-ban/loai/chi-thi-2.html"])
        #expect(try site.text(at: "van-ban/loai/chi-thi.html").contains("<h1>Một</h1>"))
    }

    @Test func noTwoFilesShareAnAddress() async throws {
        let site = try await SmallSite([
            "index.md": SmallSite.page("Trang đầu"),
            "chu-de/Index.md": SmallSite.page("Chủ đề", "topics: [index, '!', '?']"),
            "van-ban/a.md": SmallSite.document("1-CT/TW", "Một", "date: 2013", "topics: [Trang 2]"),
        ])
        let paths = site.site.routes.map { $0.path.lowercased() }
        #expect(Set(paths).count == paths.count)
    }

    @Test func aReaderOfTheNewProvinceFindsTheOldOne() async throws {
        let site = try await SmallSite([
            "van-ban/a.md": SmallSite.document("1-CT/TU", "Của Bắc Kạn", "locality: bac-kan", "date: 2016"),
            "mo-hinh/b.md": SmallSite.page("Ở Thái Nguyên", "locality: thai-nguyen"),
        ])
        #expect(try site.titles("dia-phuong/thai-nguyen.html") == [["Của Bắc Kạn"], ["Ở Thái Nguyên"]])
        #expect(try site.titles("dia-phuong/bac-kan.html") == [["Của Bắc Kạn"]])
        let province = try #require(try site.list("dia-phuong/index.html").panels.first)
        #expect(province.path == "dia-phuong/thai-nguyen.html")
        #expect(province.ways.map(\.path) == ["dia-phuong/bac-kan.html"])
        let now = try #require(try site.list("dia-phuong/bac-kan.html").panels.first)
        #expect(now.ways.map(\.label) == ["Tỉnh Thái Nguyên"])
    }

    @Test func lessonsOfOneThemeStandSideBySideByPlace() async throws {
        let site = try await SmallSite([
            "bai-hoc/a.md": SmallSite.page("Ba", "theme: Cán bộ", "locality: lam-dong", "ordinal: 3"),
            "bai-hoc/b.md": SmallSite.page("Hai", "theme: Cán bộ", "locality: ha-noi", "ordinal: 2"),
            "bai-hoc/c.md": SmallSite.page("Không nhóm"),
        ])
        let list = try site.list("chu-de-bai-hoc/can-bo.html")
        #expect(list.layout == .comparison)
        #expect(list.groups.map(\.label) == ["Thành phố Hà Nội", "Tỉnh Lâm Đồng"])
        #expect(try site.list("bai-hoc/index.html").groups.map(\.label) == ["Cán bộ", "Chưa xếp chủ đề"])
    }

    @Test func missingDocumentsStandByHowOftenTheyAreCited() async throws {
        let site = try await SmallSite([
            "bao-cao/a.md": "# Một\n\nThực hiện Nghị quyết số 25-NQ/TW ngày 03/6/2013.\n",
            "bao-cao/b.md": "# Hai\n\nThực hiện Nghị quyết số 25-NQ/TW ngày 03/6/2013 và Quyết định số 217-QĐ/TW.\n",
        ])
        let numbers = try site.list("chua-co/index.html").members.map {
            site.site.collection.graph.missing.all[$0].number.description
        }
        #expect(numbers == ["25-NQ/TW", "217-QĐ/TW"])
        let html = try site.text(at: "chua-co/index.html")
        #expect(html.contains("href=\"../chua-co/25-nq-tw-2013-06-03.html\""))
        #expect(html.contains("href=\"../bao-cao/a.html\""))
    }

    @Test func aMissingDocumentThatOnePageCitesIsToldOfInTheList() async throws {
        let site = try await SmallSite([
            "bao-cao/a.md": "# Một\n\nThực hiện Quyết định số 217-QĐ/TW của Bộ Chính trị. Theo 8-CT/TW.\n",
            "van-ban/b.md": SmallSite.document("8-CT/TW", "Hai", "date: 2020-01-02"),
            "bao-cao/c.md": "# Ba\n\nTheo Chỉ thị số 8-CT/TW ngày 05/6/2021.\n",
        ])
        let paths = site.site.routes.map(\.path).filter { $0.hasPrefix("chua-co/") }
        // One number is borne by a document of the collection too: its page says which it may be taken for.
        #expect(paths.sorted() == ["chua-co/8-ct-tw-2021-06-05.html", "chua-co/index.html"])
        #expect(try site.text(at: "bao-cao/a.html").contains("href=\"../chua-co/index.html#217-qd-tw\""))
        let html = try site.text(at: "chua-co/index.html")
        #expect(html.contains("<tr id=\"217-qd-tw\"><td class=\"number\">217-QĐ/TW</td>"))
        #expect(html.contains("Bộ Chính trị") && html.contains("<mark>217-QĐ/TW</mark>"))
        #expect(site.site.collection.graphExport.contains("\"url\":\"chua-co/index.html#217-qd-tw\""))
    }

    @Test func registeredAndEffectiveModelsAreCountedApart() async throws {
        let site = try await SmallSite([
            "mo-hinh/a.md": SmallSite.page("A", "field: Kinh tế", "stage: đăng ký"),
            "mo-hinh/b.md": SmallSite.page("B", "field: Kinh tế", "stage: công nhận"),
            "mo-hinh/c.md": SmallSite.page("C", "field: Kinh tế", "stage: nhân rộng"),
        ])
        let figures = ModelFigures(collection: site.site.collection, browse: site.site.browse).figures(
            try site.list("mo-hinh/index.html").members)
        let rows = try #require(figures.first?["rows"] as? [[String: Any]])
        let cells = try #require(rows.first?["cells"] as? [[String: Any]])
        #expect(cells.map { $0["count"] as? Int } == [1, 2])
        #expect(cells.map { $0["stage"] as? String } == ["registered", "effective"])
    }

    @Test(arguments: [
        ("Ủy ban", "U"), ("Ưu tiên", "Ư"), ("đối thoại", "Đ"), ("ẩm thực", "Â"), ("Ổn định", "Ô"),
        ("“Dân vận khéo”", "D"),
        ("24 mô hình", "#"), ("", "#"), ("e\u{302}m", "Ê"),
    ])
    func lettersAreThoseOfTheAlphabet(_ text: String, _ letter: String) {
        #expect(BrowseGrouping.letter(of: text) == letter)
    }

    @Test(
        arguments: [
            ("2017–2020", nil), ("từ năm 2016 đến nay", 2016), ("năm 2016", 2016), ("30/10/2016", 2016), ("99", nil),
            ("12345", nil), ("1885", nil),
        ] as [(String, Int?)])
    func yearsAreReadFromFreeText(_ text: String, _ year: Int?) {
        #expect(YearText.read(text) == year)
    }

    @Test func topicsStandInVietnameseOrder() async throws {
        let site = try await SmallSite(["bai-hoc/a.md": SmallSite.page("Một", "topics: [B, Đ, ă, D, a, Â]")])
        #expect(site.site.browse.ways(by: .topic).map(\.label) == ["A", "Ă", "Â", "B", "D", "Đ"])
    }
}
