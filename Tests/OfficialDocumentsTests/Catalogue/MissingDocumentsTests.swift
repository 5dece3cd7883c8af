import TestSupport
import Testing

@testable import OfficialDocuments

@Suite struct MissingDocumentsTests {
    static func mention(_ number: String, _ place: String? = nil, _ date: String? = nil) -> MissingDocument {
        MissingDocument(number: Collection.number(number), place: place, date: date.flatMap(PartialDate.init(iso:)))
    }

    @Test func mentionsThatCanOnlyBeOneDocumentAreOne() {
        let mentions = [
            Self.mention("24-CT/TU", "binh-dinh", "2018-05-02"), Self.mention("24-CT/TU", "binh-dinh"),
            Self.mention("24-CT/TU", nil, "2018"), Self.mention("24-CT/TU"),
        ]
        let documents = MissingDocuments(mentions)
        #expect(documents.all == [mentions[0]])
        for mention in mentions { #expect(documents[mention] == mentions[0]) }
        #expect(documents.slug(of: mentions[3]) == "24-ct-tu-binh-dinh-2018-05-02")
    }

    @Test func aMentionThatFitsTwoStaysApart() {
        let first = Self.mention("24-CT/TU", "binh-dinh", "2018-05-02")
        let second = Self.mention("24-CT/TU", "phu-yen")
        let bare = Self.mention("24-CT/TU")
        let documents = MissingDocuments([bare, second, first])
        #expect(documents.all == [bare, first, second])
        #expect(
            documents.all.compactMap { documents.slug(of: $0) } == [
                "24-ct-tu", "24-ct-tu-binh-dinh-2018-05-02", "24-ct-tu-phu-yen",
            ])
    }

    @Test func spellingsOfOneNumberAreOneAndNamesOfPagesDiffer() {
        let documents = MissingDocuments([
            Self.mention("5-CT/TW"), Self.mention("05-CT/TW"), Self.mention("5-ĐA/TU", "lam-dong"),
            Self.mention("5-DA/TU", "lam-dong"),
        ])
        #expect(documents.all.map(\.number.description) == ["05-CT/TW", "5-DA/TU", "5-ĐA/TU"])
        #expect(
            documents.all.compactMap { documents.slug(of: $0) } == [
                "05-ct-tw", "5-da-tu-lam-dong", "5-da-tu-lam-dong--2",
            ])
        #expect(documents.slug(of: Self.mention("5-CT/TW")) == "05-ct-tw")
        #expect(documents[Self.mention("6-CT/TW")] == nil)
    }

    private static func partial(_ serial: String, _ year: Int, _ date: String? = nil) -> MissingDocument {
        let number = DocumentNumber(family: .normative, serial: serial, type: "TT", issuer: "", year: year)
        return MissingDocument(number: number, date: date.flatMap(PartialDate.init(iso:)))
    }

    /// "Thông tư 76/2024" on one page, 76/2024/TT-BTC on another.
    @Test func aNumberWithoutItsIssuerIsTheOneFullNumberItCanBe() {
        let full = Self.mention("76/2024/TT-BTC", nil, "2024-11-06")
        let documents = MissingDocuments([Self.partial("76", 2024), full, Self.partial("77", 2024)])
        #expect(documents.all == [full, Self.partial("77", 2024)])
        #expect(documents[Self.partial("76", 2024)] == full)
        #expect(documents.slug(of: Self.partial("76", 2024)) == "76-2024-tt-btc-2024-11-06")
    }

    @Test func aNumberWithoutItsIssuerGivesTheFullOneItsDate() {
        let full = Self.mention("76/2024/TT-BTC")
        let documents = MissingDocuments([Self.partial("076", 2024, "2024-11-06"), full])
        #expect(documents.all == [Self.mention("76/2024/TT-BTC", nil, "2024-11-06")])
    }

    @Test func aNumberWithoutItsIssuerStaysApartFromSeveralAndFromAnother() {
        let partial = Self.partial("76", 2024, "2024-11-06")
        let others = [
            [Self.mention("76/2024/TT-BTC"), Self.mention("76/2024/TT-BYT")],
            [Self.mention("76/2024/TT-BTC", nil, "2024-11-06"), Self.mention("76/2024/TT-BYT", nil, "2024-01-02")],
            [Self.mention("76/2024/TT-BTC", nil, "2024-01-02")], [Self.mention("76/2023/TT-BTC")],
            [Self.mention("76/2024/NĐ-CP")],
        ]
        for full in others {
            let documents = MissingDocuments(full + [partial])
            #expect(documents.all.count == full.count + 1)
            #expect(documents[partial] == partial)
        }
    }

    @Test(arguments: 0..<20)
    func groupsDoNotDependOnTheOrderAndNeverContradict(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let mentions = (0..<30).map { _ in
            Self.mention(
                ["1-CT/TU", "01-CT/TU", "2-CT/TU"].randomElement(using: &random) ?? "1-CT/TU",
                ["lam-dong", "bac-kan", nil].randomElement(using: &random) ?? nil,
                ["2018", "2018-02", "2018-02-27", "2019-01-01", nil].randomElement(using: &random) ?? nil
            )
        }
        let documents = MissingDocuments(mentions)
        let shuffled = MissingDocuments(mentions.shuffled(using: &random))
        #expect(shuffled.all == documents.all)
        #expect(Set(documents.all.compactMap { documents.slug(of: $0) }).count == documents.all.count)
        for mention in mentions {
            #expect(shuffled[mention] == documents[mention])
            #expect(documents[mention]?.agrees(with: mention) == true)
        }
    }
}
