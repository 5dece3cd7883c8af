/// Which terms are common, told approximately and in little room, so that a query fetches what tells pages apart.
///
/// A table of two-bit cells. Each common pair or syllable raises the two cells its hash names to its level, 1–3; the level
/// of a term is the lower of its two cells, so a common term is never taken for rare and a rare one seldom for common.
struct TermSketch {
    /// Terms with fewer pages than this are not worth telling apart.
    static let fewestPages = 16
    private static let mostTerms = 10_000
    private static let cellsPerTerm = 6

    private var cells: [UInt8]

    /// `terms`: a folded syllable or "first second", and the number of pages that have it, of `pages` in all.
    init(terms: [(text: [UInt8], pages: Int)], of pages: Int) {
        let common = terms.filter { $0.pages >= Self.fewestPages }
            .sorted { $0.pages != $1.pages ? $0.pages > $1.pages : $0.text.lexicographicallyPrecedes($1.text) }
            .prefix(Self.mostTerms)
        cells = [UInt8](repeating: 0, count: max(common.count * Self.cellsPerTerm, 1))
        for term in common {
            // One page in four, in 32, fewer: what a term is worth falls by about two each time.
            let level: UInt8 = term.pages * 4 > pages ? 3 : term.pages * 32 > pages ? 2 : 1
            let (first, second) = Self.places(term.text, cells: cells.count)
            cells[first] = max(cells[first], level)
            cells[second] = max(cells[second], level)
        }
    }

    /// `{"cells":n,"levels":"…"}`, three cells to a digit, the first cell lowest.
    func json() -> [UInt8] {
        var bytes = Array("{\"cells\":\(cells.count),\"levels\":\"".utf8)
        for start in stride(from: 0, to: cells.count, by: 3) {
            var digit = 0
            for offset in 0..<3 where start + offset < cells.count {
                digit |= Int(cells[start + offset]) << (offset * 2)
            }
            bytes.append(PostingCode.alphabet[digit])
        }
        bytes.append(contentsOf: "\"}".utf8)
        return bytes
    }

    /// FNV-1a of the bytes, and the same with its halves swapped and mixed again.
    private static func places(_ text: [UInt8], cells: Int) -> (Int, Int) {
        var hash: UInt32 = 0x811C_9DC5
        for byte in text { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        let other = (hash >> 16 | hash << 16) &* 0x0100_0193
        return (Int(hash % UInt32(truncatingIfNeeded: cells)), Int(other % UInt32(truncatingIfNeeded: cells)))
    }
}
