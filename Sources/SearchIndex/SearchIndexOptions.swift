/// What the search index should know of the site beyond its pages.
public struct SearchIndexOptions: Sendable {
    /// Abbreviation → what it stands for, from the glossary: `CTDV` → `công tác dân vận`.
    public var abbreviations: [String: String]
    /// The words of a type of document → the codes it may have in a number: `quy định` → `["QĐ", "QyĐ", "QĐi"]`.
    public var typeWords: [String: [String]]
    /// Whether every file has a twin that a page opened from a disk can load.
    public var writesTwins: Bool

    /// Options; without type words a number is recognised by its own letters alone.
    public init(
        abbreviations: [String: String] = [:],
        typeWords: [String: [String]] = [:],
        writesTwins: Bool = true
    ) {
        self.abbreviations = abbreviations
        self.typeWords = typeWords
        self.writesTwins = writesTwins
    }
}
