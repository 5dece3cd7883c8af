import Diagnostics
import SearchIndex

/// Writes a site: every route rendered, every asset and file copied, the search index beside them; then one swap.
public struct SiteWriter: Sendable {
    /// What is written.
    public let site: Site
    /// Bytes of the assets by their names below `assets/`.
    public let assets: [String: [UInt8]]
    /// Tasks at a time.
    public let jobs: Int

    /// A writer of `site`.
    public init(site: Site, assets: [String: [UInt8]], jobs: Int) {
        self.site = site
        self.assets = assets
        self.jobs = jobs
    }

    /// How much was written.
    public struct Summary: Sendable {
        /// Pages rendered.
        public var pages = 0
        /// Assets, index files and copied files.
        public var files = 0
        /// Bytes of pages, assets and index.
        public var bytes = 0
    }

    /// Writes the whole site to `path`. On an error the old site stays as it was.
    public func write(to path: String, index: [SearchFile]) async throws(OutputFolder.Unwritable) -> Summary {
        let folder = try OutputFolder(path: path)
        do {
            let summary = try await stage(in: folder, index: index)
            try folder.publish()
            return summary
        } catch {
            folder.discard()
            throw error
        }
    }

    private func stage(in folder: OutputFolder, index: [SearchFile]) async throws(OutputFolder.Unwritable) -> Summary {
        let routes = site.routes
        let copies = site.files.map { (source: $0.location, target: site.addresses[$0.path] ?? $0.path) }
        let assetPaths = site.assets.paths
        try folder.makeFolders(
            for: routes.map(\.path) + copies.map(\.target) + assetPaths.values.sorted() + index.map(\.path)
        )
        let renderer = PageRenderer(site: site)
        let written = await ParallelMap.map(routes, jobs: jobs) { route -> Result<Int, OutputFolder.Unwritable> in
            let bytes = renderer.render(route)
            do throws(OutputFolder.Unwritable) {
                try folder.write(bytes, to: route.path)
                return .success(bytes.count)
            } catch {
                return .failure(error)
            }
        }
        var summary = Summary()
        for result in written {
            summary.bytes += try result.get()
            summary.pages += 1
        }
        for (name, path) in assetPaths.sorted(by: { $0.key < $1.key }) {
            guard let bytes = assets[name] else { continue }
            try folder.write(bytes, to: path)
            summary.bytes += bytes.count
            summary.files += 1
        }
        for file in index {
            try folder.write(file.bytes, to: file.path)
            summary.bytes += file.bytes.count
            summary.files += 1
        }
        for copy in copies {
            try folder.copy(copy.source, to: copy.target)
            summary.files += 1
        }
        return summary
    }
}
