/// A syllable or a pair of neighbours in one marked form, as a number that sorts in the order of the index: first
/// syllable, second syllable, then marks.
struct TermKey: Comparable, Sendable {
    private let value: UInt64

    /// `second` is `nil` for a syllable alone.
    init(first: UInt32, firstCode: UInt8, second: UInt32?, secondCode: UInt8) {
        value =
            UInt64(first) << 36 | UInt64(second.map { $0 + 1 } ?? 0) << 14 | UInt64(firstCode & 127) << 7
            | UInt64(secondCode & 127)
    }

    var first: Int { Int(truncatingIfNeeded: value >> 36) }
    var second: Int? {
        let second = Int(truncatingIfNeeded: value >> 14 & 0x3F_FFFF)
        return second == 0 ? nil : second - 1
    }
    var firstCode: Int { Int(truncatingIfNeeded: value >> 7 & 127) }
    var secondCode: Int { Int(truncatingIfNeeded: value & 127) }
    /// The same for all marked forms of a term.
    var term: UInt64 { value >> 14 }

    static func < (left: TermKey, right: TermKey) -> Bool { left.value < right.value }
}
