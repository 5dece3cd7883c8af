import Content

/// A feed of the last pages of a list or of the whole site.
package struct Feed: Sendable {
    /// The form it is written in.
    package enum Format: String, Sendable {
        /// RFC 4287.
        case atom
        /// JSON Feed 1.1.
        case json

        /// Media type, for links to it.
        package var type: String {
            switch self {
            case .atom: "application/atom+xml"
            case .json: "application/feed+json"
            }
        }
    }

    /// Output path: `atom.xml`, `van-ban/feed.json`, `co-quan/bo-chinh-tri.atom.xml`.
    package var path: String
    package var format: Format
    /// Index into `Browse.lists`; `nil` for the feed of the whole site.
    package var list: Int?
    /// Indices into `Collection.pages`, the last one first.
    package var pages: [Int]

    /// Entries of a feed.
    static let size = 20

    /// The feeds of the whole site and of its sections in both forms, and of topics, places and issuers as Atom.
    ///
    /// Only what changes has one: a list without a dated page cannot say what is new, one page has not been followed by
    /// another yet, and no page is ever added to a year that has passed.
    static func all(lists: [BrowseList], newest: [Int], pageCount: Int, paths: inout ListPaths) -> [Feed] {
        var feeds: [Feed] = []
        func add(_ folder: String, _ stem: String, _ list: Int?, _ pages: [Int], both: Bool) {
            guard !pages.isEmpty else { return }
            feeds.append(Feed(path: paths.claim(folder + stem + "atom.xml"), format: .atom, list: list, pages: pages))
            if both {
                feeds.append(
                    Feed(path: paths.claim(folder + stem + "feed.json"), format: .json, list: list, pages: pages))
            }
        }
        add("", "", nil, Array(newest.prefix(size)), both: true)
        var rank = Array(repeating: Int.max, count: pageCount)
        for (position, page) in newest.enumerated() { rank[page] = position }
        for (number, list) in lists.enumerated() where list.mayHaveFeed {
            let dated = list.members.uniqued.filter { rank[$0] != Int.max }.sorted { rank[$0] < rank[$1] }
            if list.facet != nil, dated.count < 2 { continue }
            let isFolder = list.path.hasSuffix("/index.html")
            let folder = list.path.prefix { $0 != "/" } + "/"
            let stem = list.path.dropFirst(folder.count).dropLast(isFolder ? "index.html".count : "html".count)
            add(String(folder), String(stem), number, Array(dated.prefix(size)), both: isFolder)
        }
        return feeds
    }
}

extension BrowseList {
    /// Whether people follow lists of its sort: sections, topics, places, issuers.
    fileprivate var mayHaveFeed: Bool {
        guard let facet else { return parents.isEmpty && layout != .missing }
        return [.topic, .locality, .issuer].contains(facet)
    }
}
