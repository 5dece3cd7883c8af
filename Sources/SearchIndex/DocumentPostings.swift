import VietnameseText

/// What one page adds to the index: its syllables and pairs with their weights, and what a result shows of it.
///
/// Made for each page on its own, in any order and on any thread; about 6 KB for a page of 1,200 syllables.
public struct DocumentPostings: Sendable {
    /// Distinct exact syllables of the page, one after another.
    let syllables: [UInt8]
    /// Where each syllable ends in `syllables`.
    let ends: [Int32]
    /// Ascending: leading syllable << 40 | 1 << 39 if the other stands before it | other syllable + 1, or 0 for a syllable
    /// alone, << 16 | weighted frequency.
    let terms: [UInt64]
    /// Where in `terms` those of each leading syllable begin; one more than there are syllables.
    let starts: [Int32]
    /// Length in syllables.
    let length: Int
    let url: String
    /// The page as a result, see `docs/search-index.md`.
    let row: [UInt8]
    let facets: [String: [String]]
    let date: String?
    /// Numbers the page cites without it being certain which of their documents is meant.
    let uncertain: [String]
    /// The page's text as JSON, for excerpts and exact phrases.
    let text: [UInt8]

    /// How much a syllable counts by where it stands.
    private enum Weight {
        static let title: UInt64 = 3
        static let heading: UInt64 = 2
        static let lead: UInt64 = 2
        static let hint: UInt64 = 2
        static let body: UInt64 = 1
    }

    /// A first paragraph of at most this many bytes says what the page is about.
    private static let leadLimit = 300

    /// Reads `document`: linear in its length but for one sort of its terms.
    public init(analysing document: SearchDocument) {
        var collector = TermCollector()
        collector.add(document.title, weight: Weight.title)
        if let number = document.number { collector.add(number, weight: Weight.title) }
        for alias in document.aliases { collector.add(alias, weight: Weight.title) }
        for hint in document.hints { collector.add(hint, weight: Weight.hint) }
        collector.add(document.summary, weight: Weight.lead)
        for heading in document.headings { collector.add(heading.text, weight: Weight.heading) }
        for (index, paragraph) in document.body.enumerated() {
            let lead = index == 0 && paragraph.text.utf8.count <= Self.leadLimit
            collector.add(paragraph.text, weight: lead ? Weight.lead : Weight.body)
        }
        length = collector.length
        terms = collector.finish()
        starts = Self.starts(of: terms, syllables: collector.syllables.count)
        syllables = collector.syllables.bytes
        ends = collector.syllables.ends
        url = document.url
        row = ResultRow.json(document)
        facets = document.facets
        date = document.date
        uncertain = document.uncertain
        text = PageText.json(document)
    }
}

extension DocumentPostings {
    /// The terms whose leading syllable has the number `syllable` in this page.
    func terms(from syllable: Int) -> ArraySlice<UInt64> { terms[Int(starts[syllable])..<Int(starts[syllable + 1])] }

    private static func starts(of terms: [UInt64], syllables: Int) -> [Int32] {
        var starts: [Int32] = []
        starts.reserveCapacity(syllables + 1)
        for (index, term) in terms.enumerated() {
            while starts.count <= Int(term >> 40) { starts.append(Int32(truncatingIfNeeded: index)) }
        }
        while starts.count <= syllables { starts.append(Int32(truncatingIfNeeded: terms.count)) }
        return starts
    }
}

/// Gathers the terms of a page.
private struct TermCollector {
    private(set) var syllables = SyllableTable()
    private(set) var length = 0
    /// Folded forms by the number of their syllable.
    private var folded: [[UInt8]] = []
    private var terms: [UInt64] = []

    /// More distinct syllables than this in one page are not indexed.
    private static let distinctLimit = 1 << 20

    /// Adds the syllables of `text` and the pairs of neighbours in it.
    mutating func add(_ text: String, weight: UInt64) {
        guard !text.isEmpty else { return }
        let split = SearchSyllables(Array(text.utf8))
        var last: UInt64?
        for entry in split.entries {
            if !entry.isJoined { last = nil }
            // A "syllable" of more than 40 bytes is a web address or worse; nobody types it.
            guard entry.exact.count <= 40, syllables.count < Self.distinctLimit else {
                last = nil
                continue
            }
            let number = UInt64(syllables.number(of: split.exact, entry.exact))
            if number == folded.count { folded.append(Folding.fold(Array(split.exact[entry.exact]))) }
            terms.append(number << 40 | weight)
            if let last {
                let (lead, other, reversed): (UInt64, UInt64, UInt64) =
                    TermOrder.leads(folded[Int(last)], folded[Int(number)]) ? (last, number, 0) : (number, last, 1)
                terms.append(lead << 40 | reversed << 39 | (other + 1) << 16 | weight)
            }
            last = number
            length += 1
        }
    }

    /// The terms in order, each once, its frequencies added up.
    mutating func finish() -> [UInt64] {
        terms.sort()
        var result: [UInt64] = []
        result.reserveCapacity(terms.count)
        for term in terms {
            if let last = result.last, last >> 16 == term >> 16 {
                let sum = min((last & 0xFFFF) + (term & 0xFFFF), 0xFFFF)
                result[result.count - 1] = last & ~0xFFFF | sum
            } else {
                result.append(term)
            }
        }
        terms = []
        return result
    }
}
