import Diagnostics
import TestSupport
import Testing

@testable import OfficialDocuments

@Suite struct CitationResolverTests {
    /// Where a text stands: place and date of the page.
    struct Place: Sendable, CustomStringConvertible {
        var locality: String?
        var date: String?

        var description: String { "trên trang \(locality ?? "–") \(date ?? "–")" }
    }

    enum Expected: Sendable, Hashable, CustomStringConvertible {
        case resolved(String)
        case ambiguous([String])
        case missing

        init(_ outcome: Resolution.Outcome) {
            func short(_ id: String) -> String { String(id.dropFirst(8).dropLast(3)) }
            switch outcome {
            case .resolved(let id): self = .resolved(short(id))
            case .ambiguous(let ids): self = .ambiguous(ids.map(short))
            case .missing: self = .missing
            }
        }

        var description: String {
            switch self {
            case .resolved(let id): id
            case .ambiguous(let ids): "? \(ids)"
            case .missing: "–"
            }
        }
    }

    static let resolver = CitationResolver(Collection.catalogue)

    static func outcomes(_ mentions: [Mention], on place: Place = Place()) -> [Expected] {
        let (citations, text) = Mention.citations(mentions)
        let page = PageContext(
            id: "bao-cao/x.md", locality: place.locality, date: place.date.flatMap(PartialDate.init(iso:))
        )
        return CitationResolver(Collection.catalogue).resolve(citations, in: text, on: page).map {
            Expected($0.outcome)
        }
    }

    static let all25 = ["25-nq-tw-2003", "25-nq-tw-2008", "25-nq-tw-2013", "25-nq-tw-2026"]
    static let central: [(Mention, Place, Expected)] = [
        (Mention(number: "25-NQ/TW", date: "2013-06-03"), Place(), .resolved("25-nq-tw-2013")),
        (Mention(number: "25-NQ/TW", date: "2013"), Place(), .resolved("25-nq-tw-2013")),
        (Mention(number: "25-NQ/TW", date: "2003-03-12"), Place(), .resolved("25-nq-tw-2003")),
        (Mention(number: "25-NQ/TW", date: "2008-07"), Place(), .resolved("25-nq-tw-2008")),
        (Mention(number: "25-NQ/TW", date: "2026-08-22"), Place(), .resolved("25-nq-tw-2026")),
        (Mention(number: "25-NQ/TW", date: "2014-06-03"), Place(), .missing),
        (Mention(number: "25-NQ/TW"), Place(), .ambiguous(all25)),
        (Mention(number: "25-NQ/TW"), Place(date: "2010-05-01"), .resolved("25-nq-tw-2008")),
        (Mention(number: "25-NQ/TW"), Place(date: "2007-01-01"), .resolved("25-nq-tw-2003")),
        (Mention(number: "25-NQ/TW"), Place(date: "2002-01-01"), .missing),
        (Mention(number: "25-NQ/TW"), Place(date: "2015-05-01"), .resolved("25-nq-tw-2013")),
        (Mention(number: "25-NQ/TW"), Place(date: "2019"), .ambiguous(Array(all25.prefix(3)))),
        (Mention(number: "25-NQ/TW", title: "về công tác tôn giáo"), Place(), .resolved("25-nq-tw-2003")),
        (Mention(number: "25-NQ/TW", title: "công tác dân vận"), Place(date: "2019"), .resolved("25-nq-tw-2013")),
        (Mention(number: "25-NQ/TW", title: "phát triển giáo dục mầm non"), Place(), .missing),
        (Mention(number: "25-NQ/TW", title: "công tác tư tưởng"), Place(), .resolved("25-nq-tw-2026")),
        (Mention(number: "25-NQ/TW", term: 11), Place(), .resolved("25-nq-tw-2013")),
        (Mention(number: "25-NQ/TW", term: 10), Place(), .resolved("25-nq-tw-2008")),
        (Mention(number: "25-NQ/TW", term: 12), Place(), .missing),
        (Mention(number: "25-NQ/TW", issuer: "Bộ Chính trị"), Place(), .resolved("25-nq-tw-2026")),
        (Mention(number: "25-NQ/TW", date: "2013-06-03", issuer: "Bộ Chính trị"), Place(), .resolved("25-nq-tw-2013")),
        (Mention(number: "25-NQ/TW", date: "2013-06-03", issuer: "Tỉnh ủy Lâm Đồng"), Place(), .missing),
        (Mention(number: "05-CT/TW"), Place(), .resolved("05-ct-tw")),
        (Mention(number: "5-CT/TW"), Place(locality: "lam-dong", date: "2020"), .resolved("05-ct-tw")),
        (Mention(number: "05-CT/TW", date: "2016-05-16"), Place(), .missing),
        (Mention(number: "05-CT/TW"), Place(date: "2015-01-01"), .missing),
        (Mention(number: "05-CT/TW", issuer: "Ban Bí thư"), Place(), .missing),
        (Mention(number: "217-QĐ/TW"), Place(), .resolved("217-qd-tw")),
        (Mention(number: "217-QyĐ/TW"), Place(), .resolved("217-qd-tw")),
        (Mention(number: "100/2015/QH13", type: "BL"), Place(), .resolved("bo-luat-hinh-su")),
        (Mention(number: "100/2015/QH13", type: "Luật"), Place(), .resolved("bo-luat-hinh-su")),
        (Mention(number: "100/2015/QH13", type: "NQ"), Place(), .resolved("nghi-quyet-100")),
        (Mention(number: "100/2015/QH13", type: "PL"), Place(), .missing),
        (Mention(number: "100/2015/QH13", date: "2015-11-12"), Place(), .resolved("nghi-quyet-100")),
        (Mention(number: "100/2015/QH13"), Place(), .ambiguous(["bo-luat-hinh-su", "nghi-quyet-100"])),
        (Mention(number: "18/2000/CT-TTg"), Place(date: "1999"), .resolved("18-ct-ttg")),
        (Mention(number: "19/2000/CT-TTg"), Place(), .missing),
    ]

    @Test(arguments: central)
    func documentsOfTheCentre(_ mention: Mention, _ place: Place, _ expected: Expected) {
        #expect(Self.outcomes([mention], on: place) == [expected])
    }

    static let all24 = ["24-ct-tu-bac-kan", "24-ct-tu-ha-noi", "24-ct-tu-lam-dong"]
    static let local: [(Mention, Place, Expected)] = [
        (
            Mention(number: "24-CT/TU", issuer: "Ban Thường vụ Tỉnh ủy Lâm Đồng"), Place(),
            .resolved("24-ct-tu-lam-dong")
        ),
        (
            Mention(number: "24-CT/TU", issuer: "Ban Thường vụ Tỉnh ủy Lâm Đồng"), Place(locality: "bac-kan"),
            .resolved("24-ct-tu-lam-dong")
        ),
        (Mention(number: "24-CT/TU", issuer: "Tỉnh ủy Bình Định"), Place(), .missing),
        (Mention(number: "24-CT/TU", issuer: "Tỉnh ủy Atlantis"), Place(), .missing),
        (Mention(number: "24-CT/TU", issuer: "Huyện ủy Lâm Hà"), Place(locality: "lam-dong"), .missing),
        (Mention(number: "24-CT/TU", date: "2018-02-27"), Place(), .resolved("24-ct-tu-lam-dong")),
        (Mention(number: "24-CT/TU", date: "2018-02-27"), Place(locality: "ha-noi"), .resolved("24-ct-tu-lam-dong")),
        (Mention(number: "24-CT/TU", date: "2018"), Place(), .ambiguous(["24-ct-tu-bac-kan", "24-ct-tu-lam-dong"])),
        (Mention(number: "24-CT/TU", date: "2018"), Place(locality: "lam-dong"), .resolved("24-ct-tu-lam-dong")),
        (Mention(number: "24-CT/TU", date: "2019"), Place(locality: "lam-dong"), .missing),
        (
            Mention(number: "24-CT/TU", date: "2018-02-27", issuer: "Tỉnh ủy Bắc Kạn"), Place(locality: "lam-dong"),
            .missing
        ),
        (Mention(number: "24-CT/TU"), Place(), .ambiguous(all24)),
        (Mention(number: "24-CT/TU"), Place(locality: "lam-dong", date: "2023-07-21"), .resolved("24-ct-tu-lam-dong")),
        (
            Mention(number: "24-CT/TU", issuer: "Ban Thường vụ Tỉnh ủy"), Place(locality: "kim-lu"),
            .resolved("24-ct-tu-bac-kan")
        ),
        (Mention(number: "24-CT/TU"), Place(locality: "na-ri"), .resolved("24-ct-tu-bac-kan")),
        (Mention(number: "24-CT/TU"), Place(locality: "lam-dong", date: "2017-12-31"), .missing),
        (Mention(number: "24-CT/TU"), Place(locality: "binh-dinh"), .missing),
        (Mention(number: "24-CT/TU"), Place(locality: "thai-nguyen", date: "2026"), .missing),
        (Mention(number: "24-CT/TU", issuer: "Thành ủy"), Place(locality: "lam-dong"), .missing),
        (Mention(number: "24-CT/TU", issuer: "Thành ủy"), Place(locality: "ha-noi"), .resolved("24-ct-tu-ha-noi")),
        (Mention(number: "37/KH-UBND", date: "2017-02-09"), Place(), .resolved("37-kh-ubnd-2017")),
        (
            Mention(number: "37/KH-UBND", date: "2017-02-09"), Place(locality: "phuoc-long"),
            .resolved("37-kh-ubnd-2017")
        ),
        (Mention(number: "37/KH-UBND", date: "2017-02-09"), Place(locality: "ha-noi"), .ambiguous(["37-kh-ubnd-2017"])),
        (
            Mention(number: "37/KH-UBND", date: "2018", issuer: "UBND thị xã Phước Long"), Place(locality: "ha-noi"),
            .resolved("37-kh-ubnd-2018")
        ),
        (Mention(number: "37/KH-UBND", date: "2017-02-10"), Place(locality: "phuoc-long"), .missing),
        (
            Mention(number: "37/KH-UBND"), Place(locality: "phuoc-long", date: "2017-02-23"),
            .resolved("37-kh-ubnd-2017")
        ),
        (
            Mention(number: "37/KH-UBND"), Place(locality: "phuoc-long", date: "2018-02-23"),
            .resolved("37-kh-ubnd-2018")
        ),
        (
            Mention(number: "37/KH-UBND"), Place(locality: "phuoc-long", date: "2019-02-23"),
            .ambiguous(["37-kh-ubnd-2017", "37-kh-ubnd-2018"])
        ),
        (
            Mention(number: "37/KH-UBND"), Place(locality: "phuoc-long", date: "2018-01-15"),
            .ambiguous(["37-kh-ubnd-2017"])
        ),
        (
            Mention(number: "37/KH-UBND"), Place(locality: "phuoc-long"),
            .ambiguous(["37-kh-ubnd-2017", "37-kh-ubnd-2018"])
        ),
        (Mention(number: "37/KH-UBND", issuer: "UBND tỉnh"), Place(locality: "phuoc-long", date: "2017-03"), .missing),
        (Mention(number: "37/KH-UBND"), Place(locality: "binh-phuoc", date: "2017-03"), .missing),
        (Mention(number: "37/KH-UBND", issuer: "UBND huyện Phước Long"), Place(), .missing),
        (Mention(number: "37/KH-UBND"), Place(), .ambiguous(["37-kh-ubnd-2017", "37-kh-ubnd-2018"])),
    ]

    @Test(arguments: local)
    func documentsOfPlaces(_ mention: Mention, _ place: Place, _ expected: Expected) {
        #expect(Self.outcomes([mention], on: place) == [expected])
    }

    static let named: [(Mention, Place, Expected)] = [
        (Mention(name: "NQĐH XII"), Place(), .resolved("dai-hoi-xii")),
        (Mention(name: "Nghị quyết Đại hội XII của Đảng"), Place(), .resolved("dai-hoi-xii")),
        (Mention(name: "Nghị quyết Đại hội toàn quốc lần thứ XII của Đảng"), Place(), .resolved("dai-hoi-xii")),
        (Mention(name: "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XII"), Place(), .missing),
        (Mention(name: "Nghị quyết Đại hội XII", title: "xây dựng nông thôn mới"), Place(), .resolved("dai-hoi-xii")),
        (Mention(name: "Nghị quyết Đại hội XIII"), Place(), .missing),
        (
            Mention(name: "Nghị quyết Hội nghị Trung ương 7 (khóa XI)", term: 11), Place(),
            .ambiguous(["24-nq-tw-2013", "25-nq-tw-2013"])
        ),
        (
            Mention(name: "Nghị quyết Hội nghị Trung ương 7 (khóa XI)", title: "công tác dân vận"), Place(),
            .resolved("25-nq-tw-2013")
        ),
        (
            Mention(
                name: "Nghị quyết Hội nghị lần thứ bảy Ban Chấp hành Trung ương khóa XI", title: "biến đổi khí hậu"),
            Place(), .resolved("24-nq-tw-2013")
        ),
        (Mention(name: "Nghị quyết Trung ương 7 khóa XI", title: "bảo vệ rừng phòng hộ"), Place(), .missing),
        (Mention(name: "Quy chế giám sát và phản biện xã hội", type: "QC"), Place(), .resolved("217-qd-tw")),
        (Mention(name: "Quy chế giám sát và phản biện xã hội"), Place(date: "2012"), .missing),
    ]

    @Test(arguments: named)
    func documentsByName(_ mention: Mention, _ place: Place, _ expected: Expected) {
        #expect(Self.outcomes([mention], on: place) == [expected])
    }

    @Test func aLaterBareNumberMeansWhatTheFullOneMeant() {
        let full = Mention(number: "24-CT/TU", date: "2018-02-27", issuer: "Ban Thường vụ Tỉnh ủy Lâm Đồng")
        let bare = Mention(number: "24-CT/TU")
        let ofProvince = Mention(number: "24-CT/TU", issuer: "Ban Thường vụ Tỉnh ủy")
        let short = Mention(serial: "24", type: "CT")
        let here = Place(locality: "binh-dinh", date: "2023-07-21")
        let lamDong = Expected.resolved("24-ct-tu-lam-dong")
        #expect(Self.outcomes([full, bare, ofProvince, short], on: here) == [lamDong, lamDong, lamDong, lamDong])
        #expect(Self.outcomes([bare, full, bare], on: here) == [.missing, lamDong, lamDong])
        let other = Mention(number: "24-CT/TU", issuer: "Tỉnh ủy Bình Định")
        #expect(Self.outcomes([full, other, other], on: here) == [lamDong, .missing, .missing])
        #expect(
            Self.outcomes([other, Mention(number: "24-CT/TU")], on: Place(locality: "lam-dong")) == [
                .missing, .missing,
            ])
    }

    @Test func twoEarlierOnesLeaveAChoice() {
        let page = [
            Mention(number: "25-NQ/TW", date: "2003-03-12"), Mention(number: "25-NQ/TW", date: "2013-06-03"),
            Mention(number: "25-NQ/TW"), Mention(number: "25-NQ/TW", title: "công tác tôn giáo"),
        ]
        #expect(
            Self.outcomes(page) == [
                .resolved("25-nq-tw-2003"), .resolved("25-nq-tw-2013"), .ambiguous(["25-nq-tw-2003", "25-nq-tw-2013"]),
                .resolved("25-nq-tw-2003"),
            ]
        )
        let withUnknown = [
            Mention(number: "25-NQ/TW", date: "1999-01-01"), Mention(number: "25-NQ/TW", date: "2013-06-03"),
            Mention(number: "25-NQ/TW"),
        ]
        #expect(
            Self.outcomes(withUnknown) == [.missing, .resolved("25-nq-tw-2013"), .ambiguous(["25-nq-tw-2013"])]
        )
    }

    @Test func shortFormsNeedMoreThanASerial() {
        #expect(Self.outcomes([Mention(serial: "05", type: "CT")]) == [.ambiguous(["05-ct-tw"])])
        #expect(Self.outcomes([Mention(serial: "5", type: "CT", date: "2016-05-15")]) == [.resolved("05-ct-tw")])
        #expect(Self.outcomes([Mention(serial: "5", type: "CT", issuer: "Bộ Chính trị")]) == [.resolved("05-ct-tw")])
        #expect(Self.outcomes([Mention(serial: "49", type: "CT")]) == [.missing])
        #expect(
            Self.outcomes([Mention(number: "05-CT/TW"), Mention(serial: "05", type: "CT")])
                == [.resolved("05-ct-tw"), .resolved("05-ct-tw")]
        )
    }

    @Test func aPagesOwnNumberIsItsOwn() throws {
        let own = try #require(Collection.catalogue["van-ban/25-nq-tw-2013.md"])
        let page = PageContext(id: own.id, document: own)
        let mentions = [
            Mention(number: "25-NQ/TW", kind: .own), Mention(number: "25-NQ/TW"),
            Mention(number: "25-NQ/TW", date: "2003-03-12"),
            Mention(number: "05-CT/TW", date: "2016-05-15", kind: .own),
        ]
        let (citations, text) = Mention.citations(mentions)
        let resolutions = Self.resolver.resolve(
            citations, in: text, on: page, references: ["van-ban/25-nq-tw-2008.md"]
        )
        #expect(
            resolutions.map(\.target) == [own.id, own.id, "van-ban/25-nq-tw-2003.md", "van-ban/05-ct-tw.md"]
        )
    }

    @Test func theTextOnADocumentsPageMayLookAheadButMustSaySo() throws {
        let own = try #require(Collection.catalogue["van-ban/24-nq-tw-2013.md"])
        let mentions = [
            Mention(number: "05-CT/TW"), Mention(number: "05-CT/TW", date: "2016"),
            Mention(name: "Quy chế giám sát và phản biện xã hội"),
        ]
        let (citations, text) = Mention.citations(mentions)
        let resolutions = Self.resolver.resolve(citations, in: text, on: PageContext(id: own.id, document: own))
        #expect(
            resolutions.map { Expected($0.outcome) } == [
                .ambiguous(["05-ct-tw"]), .resolved("05-ct-tw"), .resolved("217-qd-tw"),
            ]
        )
    }

    @Test func everyOrganisationHasItsPartyCommittee() {
        let record = Collection.record(
            "12-kh-du", "12-KH/ĐU", "Kế hoạch", "2018-03-01", issuer: "Đảng ủy Sở Y tế tỉnh Lâm Đồng", place: "lam-dong"
        )
        let resolver = CitationResolver(DocumentCatalogue([record], with: .standard))
        func outcome(_ mention: Mention) -> Expected? {
            let (citations, text) = Mention.citations([mention])
            let page = PageContext(id: "x.md", locality: "lam-dong")
            return resolver.resolve(citations, in: text, on: page).first.map { Expected($0.outcome) }
        }
        #expect(outcome(Mention(number: "12-KH/ĐU")) == .ambiguous(["12-kh-du"]))
        #expect(outcome(Mention(number: "12-KH/ĐU", issuer: "Đảng ủy Công an tỉnh")) == .ambiguous(["12-kh-du"]))
        #expect(outcome(Mention(number: "12-KH/ĐU", issuer: "Đảng ủy Sở Y tế")) == .resolved("12-kh-du"))
        #expect(outcome(Mention(number: "12-KH/ĐU", date: "2018-03-01")) == .resolved("12-kh-du"))
    }

    @Test func aPlenumWithoutItsTermIsThatOfThePagesTerm() {
        func outcome(_ date: String?) -> [Expected] {
            let text = Array("Nghị quyết Trung ương 7 về công tác dân vận".utf8)
            let page = PageContext(id: "x.md", date: date.flatMap(PartialDate.init(iso:)))
            return Self.resolver.resolve(CitationFinder(.standard).find(in: text), in: text, on: page).map {
                Expected($0.outcome)
            }
        }
        #expect(outcome("2015-01-01") == [.resolved("25-nq-tw-2013")])
        #expect(outcome("2019-01-01") == [.missing])
        #expect(outcome(nil) == [.missing])
    }

    @Test(arguments: 0..<200)
    func noTextStopsTheResolver(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let pieces = [
            "24-CT/TU", "Nghị quyết", "số", " ", ",", "ngày 27/02/2018", "của", "Tỉnh ủy", "Lâm Đồng", "UBND thị xã",
            "(", ")",
            "“", "”", "\u{301}", "\n", "khóa XI", "Trung ương 7", "99999999999999999999", "37/KH-UBND", "Chỉ thị 24",
            "\u{0}",
            "Quận", "TP.", "Hồ Chí Minh", "về", "đ", "e\u{302}\u{323}",
        ]
        var text: [UInt8] = []
        for _ in 0..<Int.random(in: 0...12, using: &random) {
            text += Array((pieces.randomElement(using: &random) ?? "").utf8)
            if Int.random(in: 0..<6, using: &random) == 0 { text.append(UInt8.random(in: 0...255, using: &random)) }
        }
        let page = PageContext(id: "x.md", locality: ["lam-dong", "nowhere", nil].randomElement(using: &random) ?? nil)
        let citations = CitationFinder(.standard).find(in: text)
        #expect(Self.resolver.resolve(citations, in: text, on: page).count == citations.count)
        let phrase = String(decoding: text, as: UTF8.self)
        _ = Self.resolver.resolve(reference: phrase, on: page)
        _ = Collection.knowledge.localities.place(in: phrase)
        _ = Collection.knowledge.localities.lookup(phrase)
        // Citations that fit no text at all are not trusted either.
        let loose = Citation(range: 5..<900, kind: .name, number: nil)
        #expect(Self.resolver.resolve([loose], in: text, on: page).first?.target == nil)
    }

    @Test func aDecisionOfTheCentreAboutAProvinceIsNotTheProvinces() {
        let record = Collection.record(
            "1848-qd-ttg", "1848/QĐ-TTg", "Quy hoạch tỉnh", "2018-12-27", issuer: "Thủ tướng Chính phủ",
            place: "lam-dong"
        )
        let (citations, text) = Mention.citations([Mention(number: "1848/QĐ-TTg")])
        let page = PageContext(id: "x.md", locality: "ha-noi")
        #expect(
            CitationResolver(DocumentCatalogue([record], with: .standard)).resolve(citations, in: text, on: page).map(
                \.target) == [
                    record.id
                ]
        )
    }

    @Test func whatFrontMatterNamesIsMeantByABareNumber() {
        let (citations, text) = Mention.citations([Mention(number: "25-NQ/TW")])
        let resolutions = CitationResolver(Collection.catalogue).resolve(
            citations, in: text, on: PageContext(id: "bai-hoc/1.md"), references: ["van-ban/25-nq-tw-2008.md"]
        )
        #expect(resolutions.map(\.target) == ["van-ban/25-nq-tw-2008.md"])
    }

    @Test func whyACandidateIsNotMeantIsTold() {
        let (citations, text) = Mention.citations([Mention(number: "05-CT/TW", date: "2016-05-16")])
        let resolution = CitationResolver(Collection.catalogue).resolve(
            citations, in: text, on: PageContext(id: "x.md"))[0]
        #expect(resolution.rejections == [Resolution.Rejection(document: "van-ban/05-ct-tw.md", conflict: .date)])
        #expect(
            resolution.missing
                == MissingDocument(number: Collection.number("05-CT/TW"), date: PartialDate(iso: "2016-05-16")))
    }
}
