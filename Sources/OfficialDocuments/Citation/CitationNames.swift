import VietnameseText

/// The names by which documents may be cited: a table of phrases, matched by whole words in any case, with any
/// placement of tone marks and with or without marks.
///
/// A phrase says nothing of the document it names: the resolver maps its key to candidates.
public struct CitationNames: Sendable {
    /// What ends at a node of the table.
    struct Mark {
        /// Key of an alias.
        var alias: String?
        /// Key of the name of a law.
        var law: String?
        /// Code of a type word.
        var type: String?
    }

    private var edges = WordEdges()
    private var marks: [Mark] = [Mark()]
    /// How the words may begin that open a name.
    private(set) var openings = WordOpenings()

    /// `phrases` as editors write them: "Quy chế giám sát và phản biện xã hội"; without any, the names that the language
    /// itself makes ("Nghị quyết Trung ương 7").
    public init(_ phrases: some Sequence<String>, with knowledge: Knowledge) {
        self.init(knowledge.types)
        for phrase in phrases {
            let key = Self.key(phrase)
            // One short syllable is no name unless it is an abbreviation ("NQĐH").
            let isAbbreviation = phrase.allSatisfy { $0.isUppercase || $0.isNumber } && key.utf8.count > 2
            guard key.contains(" ") || isAbbreviation else { continue }
            insert(phrase, capitalOnly: isAbbreviation) { $0.alias = key }
        }
    }

    /// The names that the documents of `catalogue` go by.
    public init(_ catalogue: DocumentCatalogue) {
        self.init(catalogue.names, laws: catalogue.laws, with: catalogue.knowledge)
    }

    /// `laws` are the names of laws, which begin with a capital ("Luật Đất đai").
    public init(_ phrases: some Sequence<String>, laws: some Sequence<String>, with knowledge: Knowledge) {
        self.init(phrases, with: knowledge)
        for law in laws {
            let key = Self.key(law)
            insert(law, capitalOnly: true) { $0.law = key }
        }
    }

    /// The type words, with which every table begins.
    private init(_ types: DocumentTypes) {
        for type in types.all {
            for word in type.words where word.contains(" ") {
                insert(word, capitalOnly: !Self.smallTypes.contains(type.code)) { $0.type = type.code }
            }
        }
        for abbreviation in ["NQ", "NQĐH", "NQTW"] { insert(abbreviation, capitalOnly: true) { $0.type = "NQ" } }
    }

    /// Types that running text also names in small letters: "thực hiện nghị quyết Trung ương 7".
    private static let smallTypes: Set<String> = ["NQ", "CT", "QĐ", "QyĐ", "NĐ"]

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

    private mutating func insert(_ phrase: String, capitalOnly: Bool, _ body: (inout Mark) -> Void) {
        var node = 0
        for (index, word) in Self.key(phrase).split(separator: " ").enumerated() {
            if index == 0 { openings.allow(String(word), capitalOnly: capitalOnly) }
            let hash = WordHash.hash(word.utf8)
            if let next = edges.next(from: node, word: hash) {
                node = next
            } else {
                marks.append(Mark())
                edges.insert(from: node, word: hash, to: marks.count - 1)
                node = marks.count - 1
            }
        }
        if node != 0 { body(&marks[node]) }
    }

    /// Where the longest names that begin at a word end, and their nodes.
    struct Match {
        var alias: (node: Int, end: Int)?
        var law: (node: Int, end: Int)?
        var type: (node: Int, end: Int)?
    }

    /// The longest alias, name of a law and type word that begin at `offset`.
    func match(in text: ByteText, at offset: Int) -> Match {
        var result = Match()
        var node = 0
        var start = offset
        while let (word, end) = WordHash.read(in: text, at: start), let next = edges.next(from: node, word: word) {
            node = next
            if marks[node].alias != nil { result.alias = (node, end) }
            if marks[node].law != nil { result.law = (node, end) }
            if marks[node].type != nil { result.type = (node, end) }
            guard let gap = Self.gap(in: text, from: end) else { break }
            start = gap
        }
        return result
    }

    /// What ends at a node of a match.
    subscript(node: Int) -> Mark { marks[node] }

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
}
