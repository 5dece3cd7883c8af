/// Phrases that are recognised from behind, word by word: what governs a number stands before it.
struct PhraseEndings<Meaning: Sendable>: Sendable {
    private var edges = WordEdges()
    private var meanings: [Meaning?] = [nil]

    /// Where every phrase ends.
    static var root: Int { 0 }

    /// Folded `words` in reading order; the first meaning of a phrase stays.
    mutating func insert(_ words: [some StringProtocol], _ meaning: Meaning) {
        var node = Self.root
        for word in words.reversed() {
            let hash = WordHash.hash(word.utf8)
            if let next = edges.next(from: node, word: hash) {
                node = next
            } else {
                meanings.append(nil)
                edges.insert(from: node, word: hash, to: meanings.count - 1)
                node = meanings.count - 1
            }
        }
        if meanings[node] == nil { meanings[node] = meaning }
    }

    /// Where the word before those read so far leads; `nil` if no phrase has it there.
    func next(from node: Int, word hash: UInt64) -> Int? { edges.next(from: node, word: hash) }

    /// What the phrase means that begins with the word read last; `nil` if none does.
    subscript(node: Int) -> Meaning? { meanings[node] }
}
