import Content
import OfficialDocuments
import Reading

/// Every list of a site, made once: what the list pages, the home page, feeds and attribute tables look up.
package struct Browse: Sendable {
    package private(set) var lists: [BrowseList] = []
    /// The pages the lists are cut into; a list's own stand in a row.
    package private(set) var pages: [ListPage] = []
    /// Dated pages that are no drafts, the last one first: indices into `Collection.pages`.
    package private(set) var newest: [Int] = []
    package private(set) var feeds: [Feed] = []
    private var feedsByList: [Int?: [Int]] = [:]
    package private(set) var redirects = Redirects()
    /// Small files for other programs that the site has use for.
    package private(set) var files: [PlainFile] = []
    /// The groups of every facet, in its order.
    private var groups: [Facet: [FacetGroup]] = [:]
    /// Output paths of the lists of values, by facet and by what values are told apart by.
    private var paths: [Facet: [String: String]] = [:]
    private var counts: [BrowseSection: Int] = [:]
    /// Pages of the collection that stand above a list and have no route of their own.
    private var introductions: Set<Int> = []

    /// The lists of a collection.
    init(_ collection: Collection) {
        var assembly = BrowseAssembly(collection)
        assembly.assemble()
        lists = assembly.lists
        pages = assembly.pages
        newest = assembly.shelf.newest
        groups = assembly.groups
        feeds = assembly.feeds
        feedsByList = Dictionary(grouping: feeds.indices) { assembly.feeds[$0].list }
        redirects = assembly.redirects
        files = assembly.files
        paths = groups.mapValues { groups in Dictionary(groups.map { ($0.key, $0.path) }) { first, _ in first } }
        introductions = Set(lists.compactMap(\.introduction))
        for index in assembly.shelf.order {
            if let section = collection.section(of: collection.pages[index]) { counts[section, default: 0] += 1 }
        }
        counts[.topics] = groups[.topic]?.count
        counts[.places] = groups[.locality]?.count
        counts[.missing] = collection.graph.missing.all.count
    }

    /// How many pages a section holds; topics, places, missing documents in theirs.
    package func count(of section: BrowseSection) -> Int { counts[section] ?? 0 }

    /// The lists by the values of a facet, in its order.
    package func ways(by facet: Facet) -> [BrowseList.Way] { (groups[facet] ?? []).map(\.way) }

    /// Output path of the list of pages with `value`: `chu-de/dan-van-kheo.html`. A place is given by its id, every other
    /// value as front matter states it.
    package func path(of value: String, by facet: Facet) -> String? {
        paths[facet]?[FacetGroup.identity(value, of: facet)]
    }

    /// The pages with `value`, in the order of the shelf.
    package func pages(with value: String, by facet: Facet) -> [Int] {
        let key = FacetGroup.identity(value, of: facet)
        return groups[facet]?.first { $0.key == key }?.pages ?? []
    }

    /// The feeds of a list, or of the whole site.
    package func feeds(ofList list: Int?) -> [Feed] { (feedsByList[list] ?? []).map { feeds[$0] } }

    /// Whether the page at `index` stands above a list, which then is its route.
    func isIntroduction(_ index: Int) -> Bool { introductions.contains(index) }
}
