/// A syllable or a pair of neighbours in one marked form, as a number that sorts in the order of the index: the syllable
/// that leads, then those that stand before it, then those behind it, then marks.
struct TermKey: Comparable, Sendable {
    private let value: UInt64

    /// `other` is `nil` for a syllable alone; the codes are in the order of the text.
    init(lead: UInt32, other: UInt32?, isReversed: Bool, firstCode: UInt8, secondCode: UInt8) {
        value =
            UInt64(lead) << 37 | (isReversed ? 0 : 1) << 36 | UInt64(other.map { $0 + 1 } ?? 0) << 14
            | UInt64(firstCode & 127) << 7 | UInt64(secondCode & 127)
    }

    var lead: Int { Int(truncatingIfNeeded: value >> 37) }
    var other: Int? {
        let other = Int(truncatingIfNeeded: value >> 14 & 0x3F_FFFF)
        return other == 0 ? nil : other - 1
    }
    /// Whether the other syllable stands before the one that leads.
    var isReversed: Bool { other != nil && value >> 36 & 1 == 0 }
    var firstCode: Int { Int(truncatingIfNeeded: value >> 7 & 127) }
    var secondCode: Int { Int(truncatingIfNeeded: value & 127) }
    /// The same for all marked forms of a term.
    var term: UInt64 { value >> 14 }

    static func < (left: TermKey, right: TermKey) -> Bool { left.value < right.value }
}
