import VietnameseText

/// The phrases that say what a text has to do with a document (`relations.tsv`), as folded words.
struct RelationPhrases: Sendable {
    /// What a phrase before a number says.
    enum Meaning: Sendable {
        case relation(Relation)
        /// Stands between a relation and its number and says nothing: "một số điều của".
        case filler
    }

    /// Relations and fillers.
    private(set) var endings = PhraseEndings<Meaning>()
    private var agents: Set<String> = []

    init(table: [UInt8]) {
        for row in TableRows.read(table, columns: 3) {
            let words = Folding.fold(row[1]).split { !$0.isLetter }
            if row[0] == "filler" {
                endings.insert(words, .filler)
            } else if row[0] == "agent" {
                agents.insert(words.joined(separator: " "))
            } else if let relation = Relation(rawValue: row[0]) {
                endings.insert(words, .relation(relation))
            }
        }
    }

    func isAgent(_ word: String) -> Bool { agents.contains(word) }
}
