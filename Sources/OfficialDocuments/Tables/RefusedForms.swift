import VietnameseText

/// Things that have the form of a number and are none: judgments, standards (`refused.tsv`).
struct RefusedForms: Sendable {
    private var verdicts: Set<String> = []
    private var verdictEnds: Set<String> = []
    private let precedingWords: WordSet

    init(table: [UInt8]) {
        var words: Set<String> = []
        for row in TableRows.read(table, columns: 3) {
            switch row[0] {
            case "verdict": verdicts.insert(row[1])
            case "verdict-end": verdictEnds.insert(row[1])
            default: words.insert(Folding.fold(row[1]))
            }
        }
        precedingWords = WordSet(words)
    }

    /// Whether `first` and `second` are the codes of a judgment: `HS-ST`, `QĐST-DS`.
    func isVerdict(_ first: String, _ second: String) -> Bool {
        verdicts.contains(first) && verdictEnds.contains(second)
    }

    /// Whether digits behind the word that hashes to `word` are the number of a standard: TCVN 5945-2005.
    func refuses(after word: UInt64) -> Bool { precedingWords.contains(word) }
}
