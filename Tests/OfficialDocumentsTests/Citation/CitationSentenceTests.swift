import OfficialDocuments
import Testing

@Suite("Labelled sentences")
struct CitationSentenceTests {
    static let families = Array(Set(CitationSentence.all.map(\.family))).sorted()

    @Test("there are six hundred sentences and every family has some")
    func set() {
        #expect(CitationSentence.all.count >= 640)
        for family in DocumentNumber.Family.allCases { #expect(Self.families.contains(family.rawValue)) }
    }

    @Test("precision and recall are 1", arguments: families)
    func isExact(family: String) {
        let finder = CitationFinder(.standard)
        for sentence in CitationSentence.all where sentence.family == family {
            let found = sentence.found(by: finder)
            let text = String(decoding: sentence.text, as: UTF8.self)
            #expect(sentence.labels.subtracting(found).isEmpty, "line \(sentence.line), missed in: \(text)")
            #expect(found.subtracting(sentence.labels).isEmpty, "line \(sentence.line), invented in: \(text)")
        }
    }

    @Test("a sentence says the same behind another one and inside quotation marks")
    func isIndependentOfPlace() {
        let finder = CitationFinder(.standard)
        for sentence in CitationSentence.all where sentence.family != "own" && sentence.noise != "none" {
            let lead = Array("Một dòng mở đầu.\n\n".utf8)
            let ranges = finder.find(in: lead + sentence.text).filter { $0.kind != .name }
                .map { ($0.range.lowerBound - lead.count)..<($0.range.upperBound - lead.count) }
            #expect(Set(ranges) == Set(sentence.labels.map(\.range)), "line \(sentence.line)")
        }
    }
}
