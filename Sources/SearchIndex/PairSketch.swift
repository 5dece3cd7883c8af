/// Which pairs are common, told approximately and in little room, so that a query fetches its rare pairs first.
///
/// A table of two-bit cells. Each common pair raises the two cells its hash names to its level, 1–3; the level of a pair
/// is the lower of its two cells, so a common pair is never taken for rare and a rare one seldom for common.
struct PairSketch {
    /// Pairs with fewer pages than this are not worth telling apart.
    private static let fewestPages = 16
    private static let mostPairs = 14_000
    private static let cellsPerPair = 6

    private var cells: [UInt8]

    /// `pairs`: folded "first second" and the number of pages that have it.
    init(pairs: [(text: [UInt8], pages: Int)]) {
        let common = pairs.filter { $0.pages >= Self.fewestPages }
            .sorted { $0.pages != $1.pages ? $0.pages > $1.pages : $0.text.lexicographicallyPrecedes($1.text) }
            .prefix(Self.mostPairs)
        cells = [UInt8](repeating: 0, count: max(common.count * Self.cellsPerPair, 1))
        for (index, pair) in common.enumerated() {
            let level: UInt8 = index < common.count / 8 ? 3 : index < common.count / 2 ? 2 : 1
            let (first, second) = Self.places(pair.text, cells: cells.count)
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
