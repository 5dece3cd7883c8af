/// Names that misspelt ones are compared with, in an order that finds those like a misspelt one without a look at all of them.
///
/// A word with a slip in it shares its beginning, or its end, with what was meant: those that stand near it in the order
/// of the alphabet, read forwards or backwards, are compared. Asking costs the logarithm of the number of words.
public struct KnownNames: Sendable {
    private let words: [String]
    /// Indices into `words` with the word in lower case, sorted.
    private let forwards: [Entry]
    /// The same, sorted by the word read from its end.
    private let backwards: [Entry]

    private struct Entry: Sendable {
        var key: [UInt8]
        var word: Int
    }

    /// How many words on either side of a word's place are compared with it; of fewer words than all these, every one is.
    private static let reach = 32

    /// Any names; of two alike the first is suggested.
    public init(_ words: some Sequence<String>) {
        self.words = Array(words)
        let entries = self.words.enumerated().map { Entry(key: Self.key(of: $1), word: $0) }
        guard entries.count > 4 * Self.reach else {
            (forwards, backwards) = ([], [])
            return
        }
        forwards = Self.sorted(entries)
        backwards = Self.sorted(entries.map { Entry(key: $0.key.reversed(), word: $0.word) })
    }

    /// The word that `text` was probably meant to be, as `Spelling` measures it.
    public func closest(to text: String) -> String? {
        guard !forwards.isEmpty else { return Spelling.closest(to: text, among: words) }
        let key = Self.key(of: text)
        let near = Self.neighbours(of: key, in: forwards) + Self.neighbours(of: key.reversed(), in: backwards)
        return Spelling.closest(to: text, among: Set(near).sorted().lazy.map { words[$0] })
    }

    private static func key(of word: String) -> [UInt8] { Array(word.lowercased().utf8.prefix(256)) }

    private static func sorted(_ entries: [Entry]) -> [Entry] {
        entries.sorted { left, right in
            left.key == right.key ? left.word < right.word : left.key.lexicographicallyPrecedes(right.key)
        }
    }

    private static func neighbours(of key: [UInt8], in entries: [Entry]) -> [Int] {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].key.lexicographicallyPrecedes(key) { low = middle + 1 } else { high = middle }
        }
        return entries[max(low - reach, 0)..<min(low + reach, entries.count)].map(\.word)
    }
}
