import Diagnostics
import Digests
import SearchIndex

/// A file of the output: where it goes and what its bytes come from.
struct OutputFile: Sendable {
    /// Output path.
    var path: String
    var source: Source

    /// What the bytes of a file come from.
    enum Source: Sendable {
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
    var isPage: Bool {
        guard case .route(let route) = source else { return false }
        switch route.target {
        case .page, .missing, .list, .search, .offline, .notFound: return true
        case .feed, .redirect, .file: return false
        }
    }
}

extension Site {
    /// Every file of the output but those that are made from the digests of all others (`sealing`), in a fixed order.
    ///
    /// - Parameter assets: bytes of the assets by their names below `assets/`.
    func outputFiles(assets: [String: [UInt8]], index: [SearchFile]) -> [OutputFile] {
        routes.map { OutputFile(path: $0.path, source: .route($0)) }
            + self.assets.paths.sorted { $0.key < $1.key }.compactMap { name, path in
                assets[name].map { OutputFile(path: path, source: .bytes($0)) }
            }
            + index.map { OutputFile(path: $0.path, source: .index($0)) }
            + copies
    }

    /// The files of the content that are copied as they are.
    var copies: [OutputFile] {
        files.map { OutputFile(path: addresses[$0.path] ?? $0.path, source: .copy($0)) }
    }

    /// Where an editor goes to change the name of a file: its source, for a list the first page in it; `nil` for what the
    /// program names itself.
    func location(of file: OutputFile) -> SourceLocation? {
        switch file.source {
        case .copy(let source): SourceLocation(path: source.displayPath)
        case .bytes, .index: nil
        case .route(let route):
            switch route.target {
            case .page(let index): pages[index].location
            case .redirect(let index): pages[browse.redirects.all[index].page].location
            case .list(let index) where browse.lists[browse.pages[index].list].layout != .missing:
                browse.lists[browse.pages[index].list].groups.first?.members.first.map { pages[$0].location }
            default: nil
            }
        }
    }

    /// The files that are made from the digests of all others: the service worker, and the list `SHA256SUMS`, which names
    /// the worker too.
    ///
    /// - Parameter bytes: size of all others, but for copies.
    func sealing(_ checksums: Checksums, bytes: Int) -> [(path: String, bytes: [UInt8])] {
        let size = bytes + files.reduce(0) { $0 + $1.size }
        guard let worker = OfflineFiles(site: self).worker(checksums, bytes: size) else {
            return [(Checksums.fileName, Array(checksums.text.utf8))]
        }
        var checksums = checksums
        checksums.digests[OfflineFiles.worker] = SHA256.digest(of: worker)
        return [(OfflineFiles.worker, worker), (Checksums.fileName, Array(checksums.text.utf8))]
    }
}
