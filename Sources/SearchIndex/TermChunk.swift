/// The records of a run of first syllables: one unit of parallel work.
struct TermChunk: Sendable {
    /// One term: its key, how many pages have it, and where its record lies in `bytes`.
    struct Entry: Sendable {
        var first: Int
        /// `nil` for a syllable alone.
        var second: Int?
        var pages: Int
        var record: Range<Int>
    }

    private(set) var entries: [Entry] = []
    private(set) var bytes: [UInt8] = []

    /// A list longer than this keeps the pages where the term counts most: the rest could never come first.
    static let listLimit = 16_000

    private struct Posting {
        var key: TermKey
        var page: UInt32
        var frequency: UInt32
    }

    /// Gathers, sorts and encodes the postings whose first syllable has a rank in `ranks`.
    init(ranks: Range<UInt32>, pages: [DocumentPostings], vocabulary: Vocabulary, impact: Impact) {
        // A bucket for each first syllable: many small sorts are faster than a large one.
        var buckets = [[Posting]](repeating: [], count: ranks.count)
        for page in pages.indices {
            let numbers = vocabulary.numbers[page]
            for syllable in numbers.indices {
                let first = Int(numbers[syllable])
                let rank = vocabulary.ranks[first]
                guard ranks.contains(rank) else { continue }
                for term in pages[page].terms(from: syllable) {
                    let secondLocal = Int(term >> 16 & 0xFF_FFFF)
                    let second = secondLocal == 0 ? nil : Int(numbers[secondLocal - 1])
                    if let second, vocabulary.ranks[second] >= UInt32(Vocabulary.rankLimit) { continue }
                    let key = TermKey(
                        first: rank, firstCode: vocabulary.codes[first], second: second.map { vocabulary.ranks[$0] },
                        secondCode: second.map { vocabulary.codes[$0] } ?? 0)
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
                append(postings[start..<end], pages: pages, vocabulary: vocabulary, impact: impact)
                start = end
            }
        }
    }

    /// Writes `second:` and the marked forms, each its mark codes and its pages, with commas between.
    private mutating func append(
        _ postings: ArraySlice<Posting>, pages: [DocumentPostings], vocabulary: Vocabulary, impact: Impact
    ) {
        guard let key = postings.first?.key else { return }
        let start = bytes.count
        let levels = key.second == nil ? Impact.syllableLevels : Impact.pairLevels
        if let second = key.second { bytes.append(contentsOf: vocabulary.folded[second]) }
        bytes.append(UInt8(ascii: ":"))

        var count = 0
        var index = postings.startIndex
        while index < postings.endIndex {
            let form = postings[index].key
            var list: [(page: Int, level: Int)] = []
            while index < postings.endIndex, postings[index].key == form {
                // Two exact syllables can share a mark code (the one for "other"): their frequencies are one.
                let page = Int(postings[index].page)
                var frequency = 0
                while index < postings.endIndex, postings[index].key == form, Int(postings[index].page) == page {
                    frequency += Int(postings[index].frequency)
                    index += 1
                }
                list.append((page, impact.level(frequency: frequency, length: pages[page].length, levels: levels)))
            }
            if count > 0 { bytes.append(UInt8(ascii: ",")) }
            count += list.count
            bytes.append(PostingCode.alphabet[form.firstCode])
            if form.second != nil { bytes.append(PostingCode.alphabet[form.secondCode]) }
            var last = -1
            for (page, level) in Self.best(list) {
                PostingCode.append((page - last - 1) * levels + level, to: &bytes)
                last = page
            }
        }
        entries.append(Entry(first: key.first, second: key.second, pages: count, record: start..<bytes.count))
    }

    private static func best(_ list: [(page: Int, level: Int)]) -> [(page: Int, level: Int)] {
        guard list.count > listLimit else { return list }
        let kept = list.sorted { $0.level != $1.level ? $0.level > $1.level : $0.page < $1.page }.prefix(listLimit)
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
