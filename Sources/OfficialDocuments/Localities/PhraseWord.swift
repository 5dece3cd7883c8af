import VietnameseText

/// A syllable of a short phrase, in the forms that rules about names compare.
struct PhraseWord: Hashable, Sendable {
    /// Composed, lower case, tone in its one place.
    let exact: String
    /// `exact` without any mark.
    let folded: String
    /// Whether it starts with a capital letter or a digit, as the words of a proper name do.
    let isCapital: Bool
    /// Whether more than spaces and hyphens stands between it and the word before: a comma, a bracket.
    let followsBreak: Bool

    /// The syllables of `phrase`.
    static func words(of phrase: String) -> [PhraseWord] { words(of: Array(phrase.utf8)) }

    /// The syllables of `phrase` (UTF-8).
    static func words(of phrase: [UInt8]) -> [PhraseWord] {
        let syllables = Syllables(phrase)
        var end = 0
        return syllables.entries.map { entry in
            defer { end = entry.source.upperBound }
            return PhraseWord(
                exact: String(decoding: syllables.exact[entry.exact], as: UTF8.self),
                folded: String(decoding: syllables.folded[entry.folded], as: UTF8.self),
                isCapital: startsName(phrase[entry.source]),
                followsBreak: phrase[end..<entry.source.lowerBound].contains { Self.breaks.contains($0) }
            )
        }
    }

    /// The folded words of `phrase` with a space before and behind each, so that words are found by searching.
    static func spaced(_ phrase: String) -> String {
        " " + words(of: phrase).map(\.folded).joined(separator: " ") + " "
    }

    /// Whether this is the word `expected` (exact form), or the same word typed without any mark.
    func reads(_ expected: String) -> Bool {
        exact == expected || (exact == folded && folded == Folding.fold(expected))
    }

    /// Punctuation that parts two names.
    private static let breaks = Array(",;:()[]/\"".utf8)

    private static func startsName(_ source: ArraySlice<UInt8>) -> Bool {
        guard let first = String(decoding: source, as: UTF8.self).unicodeScalars.first else { return false }
        return first.properties.isUppercase || ("0"..."9").contains(first)
    }
}
