import VietnameseText

/// The phrases that say what a text has to do with a document (`relations.tsv`), as folded words.
struct RelationPhrases: Sendable {
    private var relations: [String: Relation] = [:]
    private var fillers: Set<String> = []
    private var agents: Set<String> = []
    /// The most words a phrase has.
    private(set) var longest = 1

    init(table: [UInt8]) {
        for row in TableRows.read(table, columns: 3) {
            let words = Folding.fold(row[1]).split { !$0.isLetter }
            let phrase = words.joined(separator: " ")
            longest = max(longest, words.count)
            switch row[0] {
            case "filler": fillers.insert(phrase)
            case "agent": agents.insert(phrase)
            default: relations[phrase] = Relation(rawValue: row[0])
            }
        }
    }

    func relation(_ phrase: String) -> Relation? { relations[phrase] }
    func isFiller(_ phrase: String) -> Bool { fillers.contains(phrase) }
    func isAgent(_ word: String) -> Bool { agents.contains(word) }
}
