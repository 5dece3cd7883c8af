import Foundation
import OfficialDocuments
import Testing

@testable import Content
@testable import Site
@testable import SiteTemplates
@testable import Views

/// The words of the interface: every language has every key, and templates use no other.
@Suite struct StringsTests {
    let folder: TemplateFolder

    init() throws {
        folder = try TemplateFolder.read(Goldens.repository.path + "/site-templates").0
    }

    @Test func bothLanguagesHaveTheSameKeys() throws {
        let vietnamese = Set(try #require(folder.strings["vi"]).keys)
        let english = Set(try #require(folder.strings["en"]).keys)
        #expect(vietnamese.subtracting(english).sorted() == [])
        #expect(english.subtracting(vietnamese).sorted() == [])
    }

    @Test func noWordIsEmptyOrLeftUntranslated() throws {
        let vietnamese = try #require(folder.strings["vi"])
        for (key, word) in try #require(folder.strings["en"]) {
            // English sets no word before a date.
            #expect(!word.isEmpty || ["onDay", "inMonth", "inYear"].contains(key), "\(key)")
            #expect(vietnamese[key]?.isEmpty == false, "\(key)")
            let isVietnamese = word.unicodeScalars.contains {
                (0x1EA0...0x1EF9).contains($0.value) || "đĐơƠưƯăĂ".unicodeScalars.contains($0)
            }
            #expect(!isVietnamese, "\(key): \(word)")
        }
    }

    @Test func templatesUseOnlyKeysThatExist() throws {
        let known = Set(try #require(folder.strings["vi"]).keys)
        var used = 0
        for (name, source) in folder.templates {
            for piece in source.ranges(of: "{{strings.").map({ source[$0.upperBound...] }) {
                let key = String(piece.prefix { $0 != "}" })
                used += 1
                #expect(known.contains(key), "\(name): \(key)")
            }
        }
        #expect(used > 60)
    }

    /// What machines are told follows the words: a third language is a file.
    @Test func structuredDataIsOfTheLanguageOfTheSite() async throws {
        let site = try await SmallSite([
            "site.yaml": "title: Kho\nlanguage: en\nbase_url: https://vi-du.vn/\n",
            "van-ban/a.md": SmallSite.document("24-CT/TU", "Về dân vận"),
            "bai-hoc/b.md": SmallSite.page("Bài học"),
        ])
        for path in ["index.html", "van-ban/a.html", "bai-hoc/b.html", "van-ban/index.html"] {
            let text = try site.text(at: path)
            #expect(text.contains("\"inLanguage\":\"en\"") && !text.contains("\"inLanguage\":\"vi\""), "\(path)")
        }
    }

    @Test func sectionsFacetsAndStagesHaveNames() throws {
        let known = Set(try #require(folder.strings["vi"]).keys)
        let words =
            BrowseSection.builtIn.flatMap { [$0.name, $0.summary, $0.way] }.compactMap(Self.key) + Facet.all.map(\.word)
            + SearchFilter.all.map(\.word) + PageKind.allCases.map(\.searchWord)
            + PageKind.allCases.filter { $0.folder != nil }.map(\.word) + PageKind.allCases.flatMap(Self.words)
            + ContentSchema.keys.compactMap(\.row?.word) + StageGroup.allCases.map { "stage-" + $0.rawValue }
            + ["province", "district", "commune", "central"].map { "level-" + $0 }
            + Self.relationWords
        #expect(words.filter { !known.contains($0) } == [])
    }

    private static func key(_ words: BrowseSection.Words) -> String? {
        if case .key(let key) = words { key } else { nil }
    }

    /// What stands over pages of a kind that do something to a document.
    private static func words(of kind: PageKind) -> [String] {
        ([kind.traits.says] + kind.traits.saysOf.values).compactMap { words in
            if case .word(let key) = words { key } else { nil }
        }
    }

    /// What the words of relations are kept under: of what does something, of what has it done, and in short.
    private static let relationWords: [String] = {
        let forms = ReportForm.allCases.map { "relation-reviews-" + $0.word }
        let relations = Relation.allCases.map { "relation-" + $0.rawValue }
        let passive = Relation.allCases.filter { ![.drawnFrom, .cites].contains($0) }.map { "relation-\($0.rawValue)" }
        return relations + forms + (passive + forms).map { $0 + "Passive" } + relations.map { $0 + "Short" }
    }()
}
