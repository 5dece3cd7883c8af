/// The records of a run of leading syllables: one unit of parallel work.
struct TermChunk: Sendable {
    /// One term: its key, how many pages have it, and where its record lies in `bytes`.
    struct Entry: Sendable {
        var lead: Int
        /// `nil` for a syllable alone.
        var other: Int?
        /// Whether the other stands before the one that leads.
        var isReversed: Bool
        var pages: Int
        var record: Range<Int>
        /// Where the frequencies of its postings lie in `frequencies`.
        var frequencies: Range<Int>
    }

    private(set) var entries: [Entry] = []
    private(set) var bytes: [UInt8] = []
    /// A digit for each posting: how often the term stands in the page, weighted, less one.
    private(set) var frequencies: [UInt8] = []

    /// A list longer than this keeps the pages where the term counts most: the rest could never come first.
    static let listLimit = 16_000

    private struct Posting {
        var key: TermKey
        var page: UInt32
        var frequency: UInt32
    }

    /// Gathers, sorts and encodes the postings whose leading syllable has a rank in `ranks`.
    init(ranks: Range<UInt32>, pages: [DocumentPostings], vocabulary: Vocabulary) {
        // A bucket for each leading syllable: many small sorts are faster than a large one.
        var buckets = [[Posting]](repeating: [], count: ranks.count)
        for page in pages.indices {
            let numbers = vocabulary.numbers[page]
            for syllable in numbers.indices {
                let lead = Int(numbers[syllable])
                let rank = vocabulary.ranks[lead]
                guard ranks.contains(rank) else { continue }
                for term in pages[page].terms(from: syllable) {
                    let otherLocal = Int(term >> 16 & 0x7F_FFFF)
                    let other = otherLocal == 0 ? nil : Int(numbers[otherLocal - 1])
                    if let other, vocabulary.ranks[other] >= UInt32(Vocabulary.rankLimit) { continue }
                    let isReversed = term >> 39 & 1 == 1
                    let codes = (vocabulary.codes[lead], other.map { vocabulary.codes[$0] } ?? 0)
                    let key = TermKey(
                        lead: rank, other: other.map { vocabulary.ranks[$0] }, isReversed: isReversed,
                        firstCode: isReversed ? codes.1 : codes.0, secondCode: isReversed ? codes.0 : codes.1)
                    buckets[Int(rank - ranks.lowerBound)].append(
                        Posting(
                            key: key, page: UInt32(truncatingIfNeeded: page),
                            frequency: UInt32(truncatingIfNeeded: term & 0xFFFF)))
                }
            }
        }
        for index in buckets.indices {
            var postings: [Posting] = []
            swap(&postings, &buckets[index])
            postings.sort { $0.key != $1.key ? $0.key < $1.key : $0.page < $1.page }
            var start = 0
            while start < postings.count {
                var end = start
                while end < postings.count, postings[end].key.term == postings[start].key.term { end += 1 }
                append(postings[start..<end], vocabulary: vocabulary)
                start = end
            }
        }
    }

    /// Writes `other:`, or `-other:` where it stands before, and the marked forms, each its mark codes and its pages, with commas between.
    private mutating func append(_ postings: ArraySlice<Posting>, vocabulary: Vocabulary) {
        guard let key = postings.first?.key else { return }
        let start = bytes.count
        let firstFrequency = frequencies.count
        if key.isReversed { bytes.append(UInt8(ascii: "-")) }
        if let other = key.other { bytes.append(contentsOf: vocabulary.folded[other]) }
        bytes.append(UInt8(ascii: ":"))

        var count = 0
        var index = postings.startIndex
        while index < postings.endIndex {
            let form = postings[index].key
            var list: [(page: Int, frequency: Int)] = []
            while index < postings.endIndex, postings[index].key == form {
                // Two exact syllables can share a mark code (the one for "other"): their frequencies are one.
                let page = Int(postings[index].page)
                var frequency = 0
                while index < postings.endIndex, postings[index].key == form, Int(postings[index].page) == page {
                    frequency += Int(postings[index].frequency)
                    index += 1
                }
                list.append((page, frequency))
            }
            if count > 0 { bytes.append(UInt8(ascii: ",")) }
            count += list.count
            bytes.append(PostingCode.alphabet[form.firstCode])
            if form.other != nil { bytes.append(PostingCode.alphabet[form.secondCode]) }
            var last = -1
            for (page, frequency) in Self.best(list) {
                PostingCode.append(page - last - 1, to: &bytes)
                frequencies.append(PostingCode.alphabet[min(frequency, PostingCode.alphabet.count) - 1])
                last = page
            }
        }
        entries.append(
            Entry(
                lead: key.lead, other: key.other, isReversed: key.isReversed, pages: count,
                record: start..<bytes.count,
                frequencies: firstFrequency..<frequencies.count))
    }

    private static func best(_ list: [(page: Int, frequency: Int)]) -> [(page: Int, frequency: Int)] {
        guard list.count > listLimit else { return list }
        let kept = list.sorted { $0.frequency != $1.frequency ? $0.frequency > $1.frequency : $0.page < $1.page }
            .prefix(listLimit)
        return kept.sorted { $0.page < $1.page }
    }

    /// Cuts the ranks of `vocabulary` into runs of about `target` postings each.
    static func ranges(pages: [DocumentPostings], vocabulary: Vocabulary, target: Int = 1_000_000) -> [Range<UInt32>] {
        var counts = [Int](repeating: 0, count: min(vocabulary.folded.count, Vocabulary.rankLimit))
        for (page, contribution) in pages.enumerated() {
            for (syllable, number) in vocabulary.numbers[page].enumerated() {
                let rank = Int(vocabulary.ranks[Int(number)])
                if rank < counts.count { counts[rank] += contribution.terms(from: syllable).count }
            }
        }
        var ranges: [Range<UInt32>] = []
        var start = 0
        var sum = 0
        for (rank, count) in counts.enumerated() {
            sum += count
            guard sum >= target || rank == counts.count - 1 else { continue }
            ranges.append(UInt32(start)..<UInt32(rank + 1))
            start = rank + 1
            sum = 0
        }
        return ranges
    }
}
