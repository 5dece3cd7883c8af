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

    /// The feeds of the whole site, of its sections in both forms, and of every other list as Atom.
    ///
    /// A list without a dated page has none: a feed tells what is new, and nothing there says when it was.
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
        for (number, list) in lists.enumerated() where list.layout != .missing {
            let dated = list.members.filter { rank[$0] != Int.max }.sorted { rank[$0] < rank[$1] }
            let isFolder = list.path.hasSuffix("/index.html")
            let folder = list.path.prefix { $0 != "/" } + "/"
            let stem = list.path.dropFirst(folder.count).dropLast(isFolder ? "index.html".count : "html".count)
            add(String(folder), String(stem), number, Array(dated.uniqued.prefix(size)), both: isFolder)
        }
        return feeds
    }
}
