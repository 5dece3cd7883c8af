/// A list of pages before it is cut into pages of its own.
struct BrowseList: Sendable {
    typealias Layout = ListLayout

    /// A headed part of a list.
    struct Group: Sendable {
        var label: String?
        /// Output path of the heading's own list.
        var path: String?
        /// Indices into `Site.pages`; into `Site.graph.missing.all` in the list of missing documents.
        var members: [Int]
    }

    /// A link to another list, with how many pages it holds.
    struct Way: Sendable {
        var label: String
        var path: String
        var count: Int
    }

    /// A headed row of ways.
    struct Panel: Sendable {
        var heading: String?
        /// Output path of the page that shows all of them.
        var path: String?
        var count: Int?
        var ways: [Way]
    }

    /// Output path of its first page: `van-ban/loai/chi-thi.html`.
    var path: String
    var title: String
    /// What kind of list it is, above the title: "Loại văn bản".
    var eyebrow: String?
    var summary: String?
    /// Index of the page of the collection that stands above the list.
    var introduction: Int?
    var section: BrowseSection
    var layout: Layout
    var groups: [Group] = []
    /// Other ways into the section, folded away.
    var facets: [Panel] = []
    /// What the list leads to beside pages: shown above its groups.
    var panels: [Panel] = []
    /// Lists above it, from the section down: label and output path.
    var parents: [Way] = []

    /// Number of entries.
    var count: Int { groups.reduce(0) { $0 + $1.members.count } }

    /// Every entry, as often as it is listed.
    var members: [Int] { groups.flatMap(\.members) }
}

/// A page of a list: a stretch of its entries.
struct ListPage: Sendable {
    /// Output path: `van-ban/index.html`, `van-ban/trang-2.html`.
    var path: String
    /// Index into `Browse.lists`.
    var list: Int
    /// From 1.
    var number: Int
    /// Index of the list's first page in `Browse.pages`.
    var first: Int
    /// How many pages the list has.
    var count: Int
    /// Positions among the entries of the list.
    var range: Range<Int>
}
