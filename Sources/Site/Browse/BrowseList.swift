import Content

/// A list of pages before it is cut into pages of its own.
package struct BrowseList: Sendable {
    package typealias Layout = ListLayout

    /// A headed part of a list.
    package struct Group: Sendable {
        package var label: String?
        /// Output path of the heading's own list.
        package var path: String?
        /// Indices into `Collection.pages`; into `Collection.graph.missing.all` in the list of missing documents.
        package var members: [Int]
    }

    /// A link to another list, with how many pages it holds.
    package struct Way: Sendable {
        package var label: String
        package var path: String
        package var count: Int
    }

    /// A headed row of ways.
    package struct Panel: Sendable {
        package var heading: String?
        /// Output path of the page that shows all of them.
        package var path: String?
        package var count: Int?
        package var ways: [Way]
    }

    /// Output path of its first page: `van-ban/loai/chi-thi.html`.
    package var path: String
    package var title: String
    /// What kind of list it is, above the title: "Loại văn bản".
    package var eyebrow: String?
    package var summary: String?
    /// Index of the page of the collection that stands above the list.
    package var introduction: Int?
    package var section: BrowseSection
    package var layout: Layout
    /// What all its pages have the same value of; `nil` for a list of everything.
    package var facet: Facet?
    package var groups: [Group] = []
    /// Other ways into the section, folded away.
    package var facets: [Panel] = []
    /// What the list leads to beside pages: shown above its groups.
    package var panels: [Panel] = []
    /// Lists above it, from the section down: label and output path.
    package var parents: [Way] = []

    /// Number of entries.
    package var count: Int { groups.reduce(0) { $0 + $1.members.count } }

    /// Every entry, as often as it is listed.
    package var members: [Int] { groups.flatMap(\.members) }
}

/// A page of a list: a stretch of its entries.
package struct ListPage: Sendable {
    /// Output path: `van-ban/index.html`, `van-ban/trang-2.html`.
    package var path: String
    /// Index into `Browse.lists`.
    package var list: Int
    /// From 1.
    package var number: Int
    /// Index of the list's first page in `Browse.pages`.
    package var first: Int
    /// How many pages the list has.
    package var count: Int
    /// Positions among the entries of the list.
    package var range: Range<Int>
}
