import VietnameseText

/// One type of document, from `types.tsv`.
public struct DocumentType: Hashable, Sendable {
    /// Canonical code: `CTr`.
    public let code: String
    /// Types whose codes are written one for another share a class: Party `QĐ`, `QyĐ` and `QĐi`.
    public let typeClass: String
    /// Whether the code alone tells that a number is one.
    public let isStrong: Bool
    /// Whether only the State issues documents of the type (`NĐ`), so that no Party code turns its number around.
    public let isStateOnly: Bool
    /// Type words in lower case, the name of the type first; empty for a code without a word of its own.
    public let words: [String]
}

/// The types of documents, by code and by type word.
public struct DocumentTypes: Sendable {
    /// In the order of the table.
    public let all: [DocumentType]
    private let codes: CodeTable<DocumentType>
    private let words: [String: DocumentType]

    init(table: [UInt8]) {
        var all: [DocumentType] = []
        var codes = CodeTable<DocumentType>()
        var words: [String: DocumentType] = [:]
        for row in TableRows.read(table, columns: 5) {
            let type = DocumentType(
                code: row[0],
                typeClass: row[1],
                isStrong: row[2] != "weak",
                isStateOnly: row[2] == "state",
                words: row[3] == "-" ? [] : row[3].split(separator: "|").map(String.init)
            )
            all.append(type)
            codes.insert(type, code: type.code)
            for word in type.words where words[Folding.fold(word)] == nil { words[Folding.fold(word)] = type }
        }
        self.all = all
        self.codes = codes
        self.words = words
    }

    /// The type whose code is `code`, whatever its case and even with the bar of Đ lost where that is unambiguous.
    public func type(code: String) -> DocumentType? { codes.find(code)?.value }

    /// The type that people call `word` ("Chương trình hành động" → `CTr`), whatever its case and marks.
    public func type(word: String) -> DocumentType? { words[Folding.fold(word)] }

    /// The type whose folded word is `folded` (syllables parted by one space).
    func type(foldedWord folded: String) -> DocumentType? { words[folded] }

    /// Every type word, folded, with the code it stands for.
    var foldedWords: [(word: String, code: String?)] { words.map { ($0.key, $0.value.code) } }

    func find(_ code: String) -> CodeTable<DocumentType>.Match? { codes.find(code) }

    /// Every type word and the codes that the number of such a document may have: `quy định` → `QyĐ`, `QĐ`, `QĐi`.
    ///
    /// Laws and ordinances are numbered by who passed them and not by type (Luật 64/2025/QH15): `luật` → `QH`.
    public var codesInNumbers: [String: [String]] {
        var codes: [String: [String]] = [:]
        for type in all {
            let wordless = all.filter { $0.typeClass == type.typeClass && $0.words.isEmpty && $0.code != type.code }
            for word in type.words where codes[word] == nil {
                codes[word] = [type.code] + (type.typeClass == type.code ? [] : [type.typeClass]) + wordless.map(\.code)
            }
        }
        for word in ["luật", "bộ luật"] { codes[word] = ["QH"] }
        codes["pháp lệnh"] = ["UBTVQH"]
        return codes
    }

    /// The class of a type code, or of the word for a type: types that one number and its type word can stand for. Party QĐ
    /// is quyết định or quy định; bộ luật is a luật. What is unknown is its own class.
    public func typeClass(of type: String) -> String {
        (self.type(code: type) ?? self.type(word: type))?.typeClass ?? type
    }
}
