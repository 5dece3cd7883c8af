/// A filter of the results page: of the search index it is a column, of an address a parameter.
package struct SearchFilter: Sendable {
    /// Name of its column.
    package let name: String
    /// Name in the address of the results page.
    package let parameter: String
    /// Key of its name among the interface strings.
    package let word: String
    /// Place among the filters.
    package let rank: Int
    /// What it takes from a page.
    package let values: Values

    /// What a filter takes from a page.
    package enum Values: Sendable {
        /// The value of the key as stated.
        case stated
        /// The kind of the page.
        case kind
        /// The words for the type of a document.
        case type
        /// The place and what covers it.
        case places
        /// The year it is of, or was published in.
        case year
        /// Whether a document stands, as stated.
        case status
    }

    package init(_ name: String, parameter: String, word: String, rank: Int, _ values: Values = .stated) {
        self.name = name
        self.parameter = parameter
        self.word = word
        self.rank = rank
        self.values = values
    }

    /// By kind of page, which no key states.
    package static let kind = SearchFilter("kind", parameter: "loai", word: "searchKind", rank: 1, .kind)

    /// Every filter, as the results page offers them.
    package static let all: [SearchFilter] = {
        var seen: Set<String> = []
        let stated = ContentSchema.keys.compactMap(\.filter)
        return ([kind] + stated).filter { seen.insert($0.name).inserted }.sorted { $0.rank < $1.rank }
    }()
}
