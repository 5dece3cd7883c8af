import Content
import Diagnostics
import Reading
import SearchIndex
import SiteTemplates

/// A file of the output: where it goes and what its bytes come from.
package struct OutputFile: Sendable {
    /// Output path.
    package var path: String
    package var source: Source

    package init(path: String, source: Source) {
        self.path = path
        self.source = source
    }

    /// What the bytes of a file come from.
    package enum Source: Sendable {
        /// A page yet to be rendered.
        case route(Route)
        /// Bytes that are there: an asset.
        case bytes([UInt8])
        /// A file of the search index.
        case index(SearchFile)
        /// A file of the content folder, which is copied as it is.
        case copy(SourceFile)
    }

    /// Whether a reader would call it a page: no feed, no redirect, nothing made for programs.
    package var isPage: Bool {
        guard case .route(let route) = source else { return false }
        switch route.target {
        case .page, .missing, .list, .search, .offline, .notFound: return true
        case .feed, .redirect, .file: return false
        }
    }
}

extension Site {
    /// Every file of the output but those that are made from the digests of all others (`sealing`), in a fixed order.
    package func outputFiles(index: [SearchFile]) -> [OutputFile] {
        routes.map { OutputFile(path: $0.path, source: .route($0)) }
            + assets.paths.sorted { $0.key < $1.key }.compactMap { name, path in
                assets.files[name].map { OutputFile(path: path, source: .bytes($0)) }
            }
            + index.map { OutputFile(path: $0.path, source: .index($0)) }
            + copies
    }

    /// The files of the content that are copied as they are.
    var copies: [OutputFile] {
        collection.files.map { OutputFile(path: collection.addresses[$0.path] ?? $0.path, source: .copy($0)) }
    }

    /// Where an editor goes to change the name of a file: its source, for a list the first page in it; `nil` for what the
    /// program names itself.
    package func location(of file: OutputFile) -> SourceLocation? {
        switch file.source {
        case .copy(let source): SourceLocation(path: source.displayPath)
        case .bytes, .index: nil
        case .route(let route):
            switch route.target {
            case .page(let index): collection.pages[index].location
            case .redirect(let index): collection.pages[browse.redirects.all[index].page].location
            case .list(let index) where browse.lists[browse.pages[index].list].layout != .missing:
                browse.lists[browse.pages[index].list].groups.first?.members.first.map { collection.pages[$0].location }
            default: nil
            }
        }
    }
}
