/// A text split into its syllables: runs of letters and digits, each in its exact and its folded form.
///
/// The forms lie one after another in two byte arrays, so a text of any length takes a handful of allocations. "số
/// 24-CT/TU" has the syllables số, 24, ct, tu.
public struct Syllables: Sendable {
    /// Where one syllable lies in the source and in the two forms.
    public struct Entry: Sendable {
        /// UTF-8 bytes of the source.
        public var source: Range<Int>
        /// Bytes of `exact`.
        public var exact: Range<Int>
        /// Bytes of `folded`.
        public var folded: Range<Int>
    }

    /// The syllables in reading order.
    public private(set) var entries: [Entry] = []
    /// Composed, lower case, tone in its one place, without separators.
    public private(set) var exact: [UInt8] = []
    /// `exact` without tones, vowel marks and the bar of đ.
    public private(set) var folded: [UInt8] = []

    /// Splits `bytes` (UTF-8), composed or decomposed. Linear in its length.
    public init(_ bytes: [UInt8]) { self.init(bytes, in: bytes.indices) }

    /// Splits the text `bytes[range]`; source offsets count from the start of `bytes`.
    public init(_ bytes: [UInt8], in range: Range<Int>) {
        let range = range.clamped(to: bytes.indices)
        exact.reserveCapacity(range.count)
        folded.reserveCapacity(range.count)
        entries.reserveCapacity(range.count / 5)
        var syllable = Syllable()
        var start = range.lowerBound
        var index = range.lowerBound
        while index < range.upperBound {
            let here = index
            let scalar = ScalarCoding.next(bytes, &index, end: range.upperBound)
            if Syllable.contains(scalar) && !(syllable.isEmpty && Syllable.isMark(scalar)) {
                if syllable.isEmpty { start = here }
                syllable.append(scalar)
            } else if !syllable.isEmpty {
                take(&syllable, source: start..<here)
            }
        }
        if !syllable.isEmpty { take(&syllable, source: start..<range.upperBound) }
    }

    /// Splits `text`; offsets are in its UTF-8.
    public init(_ text: String) { self.init(Array(text.utf8)) }

    private mutating func take(_ syllable: inout Syllable, source: Range<Int>) {
        let exactStart = exact.count
        let foldedStart = folded.count
        syllable.lowercase()
        syllable.placeTone()
        syllable.write(to: &exact)
        syllable.writeFolded(to: &folded)
        syllable.removeAll()
        entries.append(Entry(source: source, exact: exactStart..<exact.count, folded: foldedStart..<folded.count))
    }
}
