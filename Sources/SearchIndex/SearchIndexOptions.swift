/// What the search index should know of the site beyond its pages.
public struct SearchIndexOptions: Sendable {
    /// Groups of words that mean the same: abbreviations with what they stand for, and what an editor lists.
    public var synonyms: [[String]]
    /// The words of a type of document → the codes it may have in a number: `quy định` → `["QĐ", "QyĐ", "QĐi"]`.
    public var typeWords: [String: [String]]
    /// The words a reader calls a kind of page by → the kind: `bài học` → `lesson`.
    public var kindWords: [String: String]
    /// Names of places, those of the collection and of the country: what of a query says where.
    public var places: [String]
    /// Whether every file has a twin that a page opened from a disk can load.
    public var writesTwins: Bool

    /// Options; without type words a number is recognised by its own letters alone.
    public init(
        synonyms: [[String]] = [],
        typeWords: [String: [String]] = [:],
        kindWords: [String: String] = [:],
        places: [String] = [],
        writesTwins: Bool = true
    ) {
        self.synonyms = synonyms
        self.typeWords = typeWords
        self.kindWords = kindWords
        self.places = places
        self.writesTwins = writesTwins
    }
}
