/// A folded word as a number, so that the scan compares words without making strings (FNV-1a).
enum WordHash {
    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
    private static let prime: UInt64 = 0x100_0000_01B3

    /// The hash of a word that is folded already.
    static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        bytes.reduce(seed) { ($0 ^ UInt64($1)) &* prime }
    }

    /// The hash of the word at `offset`, folded on the way and cut at `limit`; `nil` if there is no word.
    static func read(in text: ByteText, at offset: Int, before limit: Int = .max) -> (hash: UInt64, end: Int)? {
        var hash = seed
        var index = offset
        let count = min(text.count, limit)
        while index < count {
            let byte = text.bytes[index]
            let lower = byte | 0x20
            if byte < 0x80 {
                let isLetter = lower >= 0x61 && lower <= 0x7A
                guard isLetter || byte >= 0x30 && byte <= 0x39 else { break }
                let next = text.byte(index + 1)
                if next != 0xCC, next != 0xCD {
                    hash = (hash ^ UInt64(isLetter ? lower : byte)) &* prime
                    index += 1
                    continue
                }
            }
            guard let letter = text.letter(at: index) else { break }
            hash = (hash ^ UInt64(letter.folded == 0 ? 0x3F : letter.folded)) &* prime
            index = letter.end
        }
        return index > offset ? (hash, index) : nil
    }

    /// The word before `offset`, with nothing but space between, and its hash.
    static func read(in text: ByteText, endingAt offset: Int) -> (hash: UInt64, start: Int)? {
        let end = text.skipSpaceBack(offset)
        let start = text.wordStart(before: end)
        guard start < end, let word = read(in: text, at: start, before: end) else { return nil }
        return (word.hash, start)
    }
}

/// Folded words to be recognised in a text by their hashes.
struct WordSet: ExpressibleByArrayLiteral, Sendable {
    private var slots: [UInt64]

    init(_ words: some Collection<String>) {
        var size = 16
        while size < words.count * 4 { size *= 2 }
        slots = Array(repeating: 0, count: size)
        for word in words {
            let hash = WordHash.hash(word.utf8)
            let slot = place(of: hash)
            slots[slot] = hash
        }
    }

    init(arrayLiteral words: String...) { self.init(words) }

    func contains(_ hash: UInt64) -> Bool { slots[place(of: hash)] == hash }

    private func place(of hash: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
        while slots[slot] != 0, slots[slot] != hash { slot = (slot + 1) & (slots.count - 1) }
        return slot
    }
}
