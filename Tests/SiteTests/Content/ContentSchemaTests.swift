import Diagnostics
import Markdown
import OfficialDocuments
import Testing

@testable import Content

/// The one table of front matter: what is made from it agrees with it.
@Suite struct ContentSchemaTests {
    private func read(_ yaml: String, _ kind: PageKind) -> (head: PageHead, problems: [Diagnostic]) {
        let (value, problems) = YAMLReader.read(yaml, path: "a.md")
        let reader = HeadReader(value?.mapping ?? [], kind: kind)
        return (reader.head, problems + reader.diagnostics)
    }

    @Test(arguments: PageKind.allCases)
    func everyExampleIsReadAndShown(_ kind: PageKind) {
        for key in ContentSchema.keys(for: kind) {
            let (head, problems) = read(key.exampleLines, kind)
            #expect(problems.isEmpty, "\(key.name): \(problems)")
            if let row = key.row, case .stated = row.content {
                #expect(key.value.shown(head) != nil, "\(key.name)")
            }
        }
    }

    /// A row that pointed at another's place would take its value away.
    @Test(arguments: PageKind.allCases)
    func noKeyTakesThePlaceOfAnother(_ kind: PageKind) {
        let keys = ContentSchema.keys(for: kind)
        let (whole, problems) = read(keys.map(\.exampleLines).joined(separator: "\n"), kind)
        #expect(problems.isEmpty)
        for key in keys {
            #expect(key.value.shown(whole) == key.value.shown(read(key.exampleLines, kind).head), "\(key.name)")
        }
    }

    @Test(arguments: PageKind.allCases)
    func everySpellingOfAValueIsReadAsIt(_ kind: PageKind) {
        for key in ContentSchema.keys(for: kind) {
            guard case .choice(let accepted) = key.shape else { continue }
            for value in accepted {
                for spelling in [value.text.uppercased()] + value.alsoWritten {
                    #expect(ContentSchema.choice(spelling, of: key.name, for: kind) == value.text, "\(spelling)")
                }
            }
        }
    }

    @Test func valuesMayBeEnglish() {
        #expect(read("status: Partly-Expired", .document).head.status == .partlyExpired)
        #expect(read("stage: in progress", .model).head.stage == .running)
        #expect(read("holder: both\nform: movement", .model).head.form == "phong trào")
        #expect(read("form: tong ket", .report).head.reportForm == .closing)
    }

    @Test func theExamplesOfTheJSONSchemaAreThoseOfTheTable() throws {
        for kind in PageKind.allCases {
            let properties = try #require(ContentSchema.jsonSchema(for: kind)["properties"] as? [String: [String: Any]])
            for key in ContentSchema.keys(for: kind) {
                let property = try #require(properties[key.name], "\(key.name)")
                #expect((property["examples"] as? [Any])?.count == 1, "\(key.name)")
                #expect(property["title"] as? String == key.label)
            }
        }
    }

    @Test func theReferenceForEditorsIsCurrent() throws {
        let page = Goldens.repository.appendingPathComponent("docs/phan-dau-trang.md")
        try Goldens.expect(SchemaReference().text + "\n", equals: page)
    }
}
