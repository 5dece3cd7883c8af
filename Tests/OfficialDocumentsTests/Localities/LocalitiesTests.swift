import Diagnostics
import Testing

@testable import OfficialDocuments

@Suite struct LocalitiesTests {
    static let places = Localities(adding: [
        Locality(id: "phuoc-long", name: "thị xã Phước Long", level: .district, parent: "binh-phuoc"),
        Locality(id: "phuoc-long-bac-lieu", name: "huyện Phước Long", level: .district, parent: "bac-lieu"),
        Locality(
            id: "na-ri", name: "Na Rì", level: .district, parent: "bac-kan", validTo: PartialDate(iso: "2025-07-01")),
        Locality(id: "kim-lu", name: "xã Kim Lư", level: .commune, parent: "na-ri"),
        Locality(id: "quan-1", name: "Quận 1", level: .district, parent: "ho-chi-minh"),
        Locality(id: "tan-thanh-1", name: "xã Tân Thành", level: .commune, parent: "phuoc-long"),
        Locality(id: "tan-thanh-2", name: "xã Tân Thành", level: .commune, parent: "na-ri"),
    ])

    @Test func sixtyThreeProvincesBecameThirtyFour() throws {
        func standing(on day: String) throws -> [Locality] {
            let date = try #require(PartialDate(iso: day))
            return Knowledge.standard.localities.all.filter { place in
                (place.validFrom.map { $0 <= date } ?? true) && (place.validTo.map { date < $0 } ?? true)
            }
        }
        #expect(try standing(on: "2024-12-31").count == 63)
        #expect(try standing(on: "2025-06-30").count == 63)
        #expect(try standing(on: "2025-07-01").count == 34)
        #expect(Knowledge.standard.localities.diagnostics.isEmpty)
        for place in Knowledge.standard.localities.all {
            #expect((place.validTo == nil) == (place.successor == nil))
            if let successor = place.successor { #expect(Knowledge.standard.localities[successor] != nil) }
        }
    }

    @Test(arguments: [
        ("lam-dong", "lam-dong"), ("Lâm Đồng", "lam-dong"), ("LAM DONG", "lam-dong"), ("tỉnh Lâm Đồng", "lam-dong"),
        ("TP. Hồ Chí Minh", "ho-chi-minh"), ("tp-ho-chi-minh", "ho-chi-minh"), ("TP.HCM", "ho-chi-minh"),
        ("Bắc Cạn", "bac-kan"),
        ("Bà Rịa – Vũng Tàu", "ba-ria-vung-tau"), ("Thừa Thiên - Huế", "thua-thien-hue"),
        ("Na Rỳ", "na-ri"), ("thị xã Phước Long", "phuoc-long"), ("Quận 1", "quan-1"),
        ("La\u{302}m Đo\u{302}\u{300}ng", "lam-dong"),
    ])
    func authorsMeanOnePlace(_ text: String, _ id: String) {
        #expect(Self.places.lookup(text) == .found(id))
    }

    @Test func severalPlacesOfOneNameAreNamed() {
        #expect(Self.places.lookup("Phước Long") == .ambiguous(["phuoc-long", "phuoc-long-bac-lieu"]))
        #expect(Self.places.lookup("Tân Thành") == .ambiguous(["tan-thanh-1", "tan-thanh-2"]))
        #expect(Self.places.lookup("Atlantis") == .unknown)
        #expect(Self.places.lookup("") == .unknown)
    }

    @Test(arguments: [
        ("Ban Thường vụ Tỉnh ủy Lâm Đồng", StatedPlace.places(["lam-dong"])),
        ("Ban Thường vụ Tỉnh uỷ Lâm Đồng", .places(["lam-dong"])),
        ("UBND thị xã Phước Long", .places(["phuoc-long"])),
        ("UBND huyện Phước Long", .places(["phuoc-long-bac-lieu"])),
        ("UBND xã Tân Thành, huyện Na Rì, tỉnh Bắc Kạn", .places(["tan-thanh-2"])),
        ("UBND xã Tân Thành", .places(["tan-thanh-1", "tan-thanh-2"])),
        ("HĐND Lâm Đồng", .places(["lam-dong"])),
        ("Ban Thường vụ Tỉnh ủy", .unit(.province)),
        ("UBND thị xã", .unit(.town)),
        ("Huyện ủy Đơn Dương", .unknown("huyện đơn dương")),
        ("Huyện ủy Lâm Đồng", .unknown("huyện lâm đồng")),
        ("Thành ủy Cà Mau", .unknown("thành phố cà mau")),
        ("Thành ủy Hà Nội", .places(["ha-noi"])),
        ("Bộ Chính trị", .none),
        ("Ban Chấp hành Trung ương Đảng", .none),
        ("Đoàn Thanh niên Cộng sản Hồ Chí Minh", .none),
        ("Tỉnh ủy, HĐND, UBND tỉnh", .unit(.province)),
        ("Tỉnh ủy - UBND tỉnh Bình Định", .places(["binh-dinh"])),
        ("BAN THƯỜNG VỤ TỈNH ỦY VỀ TĂNG CƯỜNG", .unit(.province)),
        ("BAN THƯỜNG VỤ TỈNH ỦY LÂM ĐỒNG VỀ", .places(["lam-dong"])),
        ("UBND Quận 1", .places(["quan-1"])),
        ("", .none),
    ])
    func issuerPhrasesNamePlaces(_ phrase: String, _ expected: StatedPlace) {
        #expect(Self.places.place(in: phrase) == expected)
    }

    @Test func aCityIsNotNamedBeforeItWasOne() {
        #expect(Self.places.place(in: "Thành ủy Huế", on: PartialDate(iso: "2019-05-02")) == .unknown("thành phố huế"))
        #expect(Self.places.place(in: "Thành ủy Huế", on: PartialDate(iso: "2025-05-02")) == .places(["hue"]))
    }

    @Test func whatAPlaceLiesInAndBecame() {
        #expect(Self.places.ancestors(of: "kim-lu") == ["na-ri", "bac-kan"])
        #expect(Self.places.successors(of: "bac-kan") == ["thai-nguyen"])
        #expect(Self.places.covers("thai-nguyen", "kim-lu"))
        #expect(Self.places.covers("na-ri", "na-ri"))
        #expect(!Self.places.covers("na-ri", "bac-kan"))
        #expect(!Self.places.covers("bac-kan", "thai-nguyen"))
    }

    @Test func mistakesInASitesEntriesAreReported() {
        func entry(_ id: String, line: Int, parent: String? = nil, successor: String? = nil) -> Locality {
            Locality(
                id: id, name: id, level: .district, parent: parent, successor: successor,
                location: SourceLocation(path: "localities.yaml", line: line)
            )
        }
        let entries = [
            entry("a", line: 1, parent: "b"), entry("b", line: 2, successor: "a"),
            entry("c", line: 3, parent: "nowhere"),
            entry("c", line: 4),
        ]
        for order in [entries, entries.reversed()] {
            let places = Localities(adding: order)
            #expect(
                places.diagnostics.map { "\($0.location.line) \($0.id)" } == [
                    "1 locality-cycle", "2 locality-cycle", "3 unknown-locality", "4 duplicate-locality",
                ]
            )
            #expect(places.ancestors(of: "a") == ["b"])
            #expect(places.coverers(of: "a") == ["a", "b"])
        }
    }
}
