/// The words behind a number, held against the titles of the documents that bear it.
///
/// "Nghị quyết số 79/NQ-CP phiên họp Chính phủ thường kỳ tháng 10 năm 2015": where a number is shared, what follows says
/// which document is meant. Two such titles may differ in a numeral alone.
struct StatedTitle: Sendable {
    enum Agreement: Hashable, Sendable {
        /// The words are the document's own title.
        case own
        /// The words are a title like the document's and name another month, year or count.
        case other
        /// They say nothing for certain: running text, or a title that begins otherwise.
        case unclear
    }

    /// Folded words of the sentence, without what leads up to a title.
    private let words: [String]
    /// Whether the sentence goes on behind them.
    private let isCut: Bool

    /// The words of `text` behind `offset`, where the date and the issuer of a citation end, up to the end of the sentence.
    init(in text: ByteText, from offset: Int, types: DocumentTypes) {
        let limit = min(text.count, offset + 900)
        var end = offset
        var last: UInt8 = 0
        while end < limit {
            let byte = text.bytes[end]
            if byte == UInt8(ascii: ";") || byte == 0x1A { break }
            if byte == 0x0A, last == 0x0A { break }
            // A full stop ends a sentence before a blank, unless it stands in "TP. Hồ Chí Minh" or "v.v.".
            let isStop = byte == UInt8(ascii: ".") && (text.byte(end + 1) == 0x20 || text.byte(end + 1) == 0x0A)
            if isStop, text.wordStart(before: end) + 2 < end || text.isDigit(end - 1) { break }
            if byte != 0x20, byte != 0x0D { last = byte }
            end += 1
        }
        isCut = end == limit
        words = Self.bare(PhraseWord.words(of: Array(text.bytes[offset..<end])).map(\.folded), types: types)
    }

    /// The folded words of a title without the type word, "về việc" and "v/v" it may begin with.
    static func bare(_ words: [String], types: DocumentTypes) -> [String] {
        var words = words[...]
        for count in [3, 2, 1] where words.count > count {
            if types.type(foldedWord: words.prefix(count).joined(separator: " ")) != nil {
                words = words.dropFirst(count)
                break
            }
        }
        while let first = words.first, ["ve", "viec", "v"].contains(first), words.count > 1 {
            words = words.dropFirst()
        }
        return Array(words)
    }

    /// How the words compare with a title, as `bare` gives it.
    ///
    /// Both are read side by side from their beginnings; a word that only one of them has is passed over.
    func agreement(with title: [String]) -> Agreement {
        guard !title.isEmpty, !words.isEmpty else { return .unclear }
        var (mine, theirs) = (0, 0)
        var (same, missed) = (0, 0)
        var hasOtherNumeral = false
        while mine < words.count, theirs < title.count {
            if words[mine] == title[theirs] || Self.value(words[mine]) == Self.value(title[theirs], or: -1) {
                same += 1
                (mine, theirs) = (mine + 1, theirs + 1)
                continue
            }
            if Self.value(words[mine]) != nil, Self.value(title[theirs]) != nil {
                hasOtherNumeral = true
                (mine, theirs) = (mine + 1, theirs + 1)
                continue
            }
            missed += 1
            if mine + 1 < words.count, words[mine + 1] == title[theirs] {
                mine += 1
            } else if theirs + 1 < title.count, words[mine] == title[theirs + 1] {
                theirs += 1
            } else {
                (mine, theirs) = (mine + 1, theirs + 1)
            }
            // Running text, or another title, by its first words.
            if missed > 2, missed * 4 > same { return .unclear }
        }
        let isLike = same >= 4 && missed * 5 <= same
        if hasOtherNumeral { return isLike ? .other : .unclear }
        if theirs == title.count {
            // One or two words are a title only where the sentence ends with them.
            return missed == 0 && (title.count > 2 || mine == words.count) || isLike ? .own : .unclear
        }
        // The sentence ended within the title: enough of it has to be said, and more than the way in.
        return !isCut && isLike && same >= 6 && title.count - theirs <= 2 * same ? .own : .unclear
    }

    /// The value of a numeral in figures.
    private static func value(_ word: String) -> Int? { word.utf8.count <= 6 ? Int(word) : nil }

    private static func value(_ word: String, or none: Int) -> Int? { value(word) ?? none }
}
