/// A list of pages before it is cut into pages of its own.
public struct BrowseList: Sendable {
    /// How it looks: which template shows it.
    public enum Layout: String, Sendable, CaseIterable {
        case documents = "list-documents"
        case models = "list-models"
        /// Headed lists of links.
        case entries = "list-entries"
        /// The same pages side by side, a column a place.
        case comparison = "list-comparison"
        /// Documents that the collection lacks.
        case missing = "list-missing"
    }

    /// A headed part of a list.
    public struct Group: Sendable {
        public var label: String?
        /// Output path of the heading's own list.
        public var path: String?
        /// Indices into `Site.pages`; into `Site.graph.missing.all` in the list of missing documents.
        public var members: [Int]
    }

    /// A link to another list, with how many pages it holds.
    public struct Way: Sendable {
        public var label: String
        public var path: String
        public var count: Int
    }

    /// A headed row of ways.
    public struct Panel: Sendable {
        public var heading: String?
        /// Output path of the page that shows all of them.
        public var path: String?
        public var count: Int?
        public var ways: [Way]
    }

    /// Output path of its first page: `van-ban/loai/chi-thi.html`.
    public var path: String
    public var title: String
    /// What kind of list it is, above the title: "Loại văn bản".
    public var eyebrow: String?
    public var summary: String?
    /// Index of the page of the collection that stands above the list.
    public var introduction: Int?
    public var section: BrowseSection
    public var layout: Layout
    public var groups: [Group] = []
    /// Other ways into the section, folded away.
    public var facets: [Panel] = []
    /// What the list leads to beside pages: shown above its groups.
    public var panels: [Panel] = []
    /// Lists above it, from the section down: label and output path.
    public var parents: [Way] = []

    /// Number of entries.
    public var count: Int { groups.reduce(0) { $0 + $1.members.count } }

    /// Every entry, as often as it is listed.
    var members: [Int] { groups.flatMap(\.members) }

    /// Entries on a page.
    static let pageSize = 50
}

/// A page of a list: a stretch of its entries.
public struct ListPage: Sendable {
    /// Output path: `van-ban/index.html`, `van-ban/trang-2.html`.
    public var path: String
    /// Index into `Browse.lists`.
    public var list: Int
    /// From 1.
    public var number: Int
    /// Index of the list's first page in `Browse.pages`.
    var first: Int
    /// How many pages the list has.
    public var count: Int
    /// Positions among the entries of the list.
    public var range: Range<Int>
}
