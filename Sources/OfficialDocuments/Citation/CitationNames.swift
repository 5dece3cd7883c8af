import VietnameseText

/// The names by which documents may be cited: a table of phrases, matched by whole words in any case, with any
/// placement of tone marks and with or without marks.
///
/// A phrase says nothing of the document it names: the resolver maps its key to candidates.
public struct CitationNames: Sendable {
    /// No names but those the language itself makes ("Nghị quyết Trung ương 7").
    public static let empty = CitationNames([])

    /// What ends at a node of the table.
    struct Mark {
        /// Key of an alias.
        var alias: String?
        /// Code of a type word.
        var type: String?
    }

    private struct Edge: Hashable {
        var node: Int
        var word: UInt64
    }

    private var edges: [Edge: Int] = [:]
    private var marks: [Mark] = [Mark()]
    /// For each pair of first bytes of a word, whether a name may begin so.
    private(set) var firstBytes = [Bool](repeating: false, count: 65536)

    /// `phrases` as editors write them: "Quy chế giám sát và phản biện xã hội".
    public init(_ phrases: some Sequence<String>) {
        for type in DocumentTypes.standard.all {
            for word in type.words where word.contains(" ") { insert(word) { $0.type = type.code } }
        }
        for abbreviation in ["NQ", "NQĐH", "NQTW"] { insert(abbreviation) { $0.type = "NQ" } }
        for phrase in phrases {
            let key = Self.key(phrase)
            // One short syllable is no name unless it is an abbreviation ("NQĐH").
            guard key.contains(" ") || phrase.allSatisfy({ $0.isUppercase || $0.isNumber }) && key.utf8.count > 2
            else { continue }
            insert(phrase) { $0.alias = key }
        }
    }

    /// What two spellings of one name have in common: folded words parted by one space.
    public static func key(_ phrase: String) -> String {
        let text = ByteText(Array(phrase.utf8))
        var words: [String] = []
        var offset = 0
        while offset < text.count {
            if let word = text.word(at: offset) {
                words.append(word.folded)
                offset = word.range.upperBound
            } else {
                offset = text.scalar(at: offset)?.end ?? text.count
            }
        }
        return words.joined(separator: " ")
    }

    private mutating func insert(_ phrase: String, _ body: (inout Mark) -> Void) {
        var node = 0
        for (index, word) in Self.key(phrase).split(separator: " ").enumerated() {
            if index == 0 { allow(word) }
            let edge = Edge(node: node, word: Self.hash(word.utf8))
            if let next = edges[edge] {
                node = next
            } else {
                marks.append(Mark())
                edges[edge] = marks.count - 1
                node = marks.count - 1
            }
        }
        if node != 0 { body(&marks[node]) }
    }

    /// Where the longest alias and the longest type word that begin at `offset` end.
    func match(in text: ByteText, at offset: Int) -> (alias: (key: String, end: Int)?, type: (code: String, end: Int)?)
    {
        var result: (alias: (key: String, end: Int)?, type: (code: String, end: Int)?) = (nil, nil)
        var node = 0
        var start = offset
        while let (word, end) = Self.hashWord(in: text, at: start), let next = edges[Edge(node: node, word: word)] {
            node = next
            if let alias = marks[node].alias { result.alias = (alias, end) }
            if let type = marks[node].type { result.type = (type, end) }
            guard let gap = Self.gap(in: text, from: end) else { break }
            start = gap
        }
        return result
    }

    /// Where the next word of a name may begin: behind space and a few marks, in the same block.
    private static func gap(in text: ByteText, from end: Int) -> Int? {
        var offset = text.skipSpace(end)
        for _ in 0..<3 {
            guard let (scalar, next) = text.scalar(at: offset) else { return nil }
            switch scalar {
            case 0x28, 0x29, 0x2C, 0x2D, 0x2F, 0x3A, 0x22, 0x27, 0xAB, 0xBB, 0x2010...0x2015, 0x2018...0x201D:
                offset = text.skipSpace(next)
            default: return offset > end ? offset : nil
            }
        }
        return offset
    }

    // MARK: Words as numbers

    private static let hashSeed: UInt64 = 0xCBF2_9CE4_8422_2325

    private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        bytes.reduce(hashSeed) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    /// The hash of the folded word at `offset`, without making a string of it.
    private static func hashWord(in text: ByteText, at offset: Int) -> (hash: UInt64, end: Int)? {
        var hash = hashSeed
        var index = offset
        while index < text.count {
            let byte = text.bytes[index]
            if byte < 0x80 {
                let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
                let next = text.byte(index + 1)
                if lower >= 0x61 && lower <= 0x7A, next != 0xCC, next != 0xCD {
                    hash = (hash ^ UInt64(lower)) &* 0x100_0000_01B3
                    index += 1
                    continue
                }
                if lower >= 0x30 && lower <= 0x39 {
                    hash = (hash ^ UInt64(lower)) &* 0x100_0000_01B3
                    index += 1
                    continue
                }
            }
            guard let letter = text.letter(at: index) else { break }
            hash = (hash ^ UInt64(letter.folded == 0 ? 0x3F : letter.folded)) &* 0x100_0000_01B3
            index = letter.end
        }
        return index > offset ? (hash, index) : nil
    }

    // MARK: First bytes

    /// Lets through every pair of bytes that `word` may begin with, whatever its case and marks.
    private mutating func allow(_ word: Substring) {
        let letters = Array(word.utf8)
        guard let first = letters.first else { return }
        let seconds = letters.count > 1 ? Self.leads(of: letters[1]) : Array(0...255)
        for lead in Self.leads(of: first) {
            if lead < 0x80 {
                // A combining mark, or whatever ends a word of one letter, may follow.
                for second in seconds + [0xCC, 0xCD] { firstBytes[Int(lead) << 8 | Int(second)] = true }
            } else {
                for second in UInt8(0x80)...0xBF { firstBytes[Int(lead) << 8 | Int(second)] = true }
            }
        }
    }

    /// The bytes that a letter with this base may begin with in UTF-8.
    private static func leads(of base: UInt8) -> [UInt8] {
        let isLetter = base >= 0x61 && base <= 0x7A
        return isLetter ? [base, base ^ 0x20, 0xC3, 0xC4, 0xC5, 0xC6, 0xC7, 0xC8, 0xE1] : [base]
    }
}
