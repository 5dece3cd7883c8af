/// How a list looks: which template shows it.
package enum ListLayout: String, Sendable, CaseIterable {
    case documents = "list-documents"
    case models = "list-models"
    /// Headed lists of links.
    case entries = "list-entries"
    /// The same pages side by side, a column a place.
    case comparison = "list-comparison"
    /// A theme a row, a place a column.
    case matrix = "list-matrix"
    /// The provinces on a map of tiles.
    case places = "list-places"
    /// Documents that the collection lacks.
    case missing = "list-missing"

    /// Entries on a page; `nil` for what is seen as a whole or not at all.
    package var pageSize: Int? { self == .matrix ? nil : 50 }
}
