import Content
import Diagnostics
import Digests
import Reading
import SearchIndex
import Site
import Views

/// Writes a site: every route rendered, every asset and file copied, the search index beside them, and the digests of all
/// that; then one swap.
public struct SiteWriter: Sendable {
    /// What is written.
    public let site: Site
    /// Bytes of the assets by their names below `assets/`.
    public let assets: [String: [UInt8]]
    /// Tasks at a time.
    public let jobs: Int
    /// Is told how many files are written.
    public var progress: StageProgress.Listener?

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

    /// Writes the whole site. On an error the old site stays as it was.
    public func write(to folder: OutputFolder, index: [SearchFile]) async throws(OutputFault) -> Summary {
        try folder.begin()
        let files = Self.spread(site.outputFiles(assets: assets, index: index), over: jobs)
        try folder.makeFolders(for: files.map(\.path))
        let renderer = PageRenderer(site: site)
        let (listener, total) = (progress, files.count)
        let told = listener.map { listener in
            { @Sendable done in listener(StageProgress(stage: .files, done: done, total: total)) }
        }
        let written = await ParallelMap.map(files, jobs: jobs, progress: told) { file -> Result<Written, OutputFault> in
            do throws(OutputFault) {
                return .success(try Self.write(file, to: folder, renderer))
            } catch {
                return .failure(error)
            }
        }
        var summary = Summary()
        var checksums = Checksums()
        for (file, result) in zip(files, written) {
            let written = try result.get()
            checksums.digests[file.path] = written.digest
            summary.bytes += written.bytes
            if file.isPage { summary.pages += 1 } else { summary.files += 1 }
        }
        for file in site.sealing(checksums, bytes: summary.bytes) {
            try folder.write(file.bytes, to: file.path)
            summary.bytes += file.bytes.count
            summary.files += 1
        }
        try folder.publish()
        return summary
    }

    /// The files in an order in which tasks that run side by side write to different folders: a file system lets one
    /// file at a time be made in a folder.
    static func spread(_ files: [OutputFile], over jobs: Int) -> [OutputFile] {
        let stretch = max((files.count + jobs - 1) / max(jobs, 1), 1)
        let chunk = ParallelMap.chunkSize
        return stride(from: 0, to: stretch, by: chunk).flatMap { offset in
            stride(from: 0, to: files.count, by: stretch).flatMap { start in
                files[min(start + offset, files.count)..<min(start + min(offset + chunk, stretch), files.count)]
            }
        }
    }

    /// The digest of a file that was written and, but for copies, its size in bytes.
    private struct Written: Sendable {
        var digest: SHA256Digest
        var bytes = 0
    }

    /// Writes one file. Digests are made here, in the parallel tasks, from the bytes in hand.
    private static func write(
        _ file: OutputFile,
        to folder: OutputFolder,
        _ renderer: PageRenderer
    ) throws(OutputFault) -> Written {
        let bytes: [UInt8]
        switch file.source {
        case .route(let route):
            bytes = renderer.render(route)
            guard !bytes.isEmpty else {
                throw OutputFault.unwritable(
                    path: file.path,
                    reason: Message(
                        vi: "khuôn mẫu của trang này không cho ra gì, hoặc gọi lẫn nhau không dứt",
                        en: "its template gives nothing, or includes others without end"))
            }
        case .bytes(let known): bytes = known
        case .index(let part): bytes = part.bytes
        case .copy(let source): return Written(digest: try folder.copy(source, to: file.path))
        }
        try folder.write(bytes, to: file.path)
        return Written(digest: SHA256.digest(of: bytes), bytes: bytes.count)
    }
}
