import Content
import Diagnostics
import Digests
import Disk
import Reading
import SearchIndex
import Site
import Views

/// Writes a site: every route rendered, every asset and file copied, the search index beside them, and the digests of all
/// that; then one swap.
public struct SiteWriter: Sendable {
    /// What is written.
    public let site: Site
    /// Tasks at a time.
    public let jobs: Int
    /// Is told how many files are written.
    public var progress: StageProgress.Listener?

    /// A writer of `site`.
    public init(site: Site, jobs: Int) {
        self.site = site
        self.jobs = jobs
    }

    /// What was made, and how.
    public struct Summary: Sendable {
        /// Pages rendered.
        public var pages = 0
        /// Assets, index files and copied files.
        public var files = 0
        /// Bytes of pages, assets and index.
        public var bytes = 0
        /// Files that were written; all others are those of the old site.
        public var written = 0
        /// Files that were taken over from the old site.
        public var linked = 0
        /// Files that the old site had and the new one does not.
        public var removed = 0
        /// The digest of the list of all files, `SHA256SUMS`.
        public internal(set) var list = SHA256.digest(of: [])

        /// Whether the old site is the new one, and was left as it is.
        public var isUnchanged: Bool { written == 0 && removed == 0 }
    }

    /// Makes the whole site: writes what the old one does not have, and takes over the rest. On an error the old site stays as
    /// it was; where nothing has changed it stays as well.
    public func write(to folder: OutputFolder, index: [SearchFile]) async throws(OutputFault) -> Summary {
        try folder.begin()
        let files = Self.spread(site.outputFiles(index: index), over: jobs)
        try folder.makeFolders(for: files.map(\.path))
        let renderer = PageRenderer(site: site)
        let (listener, total) = (progress, files.count)
        let told = listener.map { listener in
            { @Sendable done in listener(StageProgress(stage: .files, done: done, total: total)) }
        }
        let results = await ParallelMap.map(files, jobs: jobs, progress: told) { file in
            Self.attempt { () throws(OutputFault) in try Self.make(file, in: folder, renderer) }
        }
        var made: [Made] = []
        for result in results { made.append(try result.get()) }
        var summary = Summary()
        var checksums = Checksums()
        for (file, made) in zip(files, made) {
            checksums.digests[file.path] = made.file.digest
            summary.bytes += made.bytes
            if file.isPage { summary.pages += 1 } else { summary.files += 1 }
        }
        let sealing = site.sealing(checksums, bytes: summary.bytes).map {
            OutputFile(path: $0.path, source: .bytes($0.bytes))
        }
        for file in sealing {
            made.append(try Self.make(file, in: folder, renderer))
            if file.path != Checksums.fileName { checksums.digests[file.path] = made[made.count - 1].file.digest }
            summary.bytes += made[made.count - 1].bytes
            summary.files += 1
        }
        let all = files + sealing
        let known = Dictionary(zip(all, made).map { ($0.path, $1.file) }) { first, _ in first }
        summary.list = SHA256.digest(of: Array(checksums.text.utf8))
        if folder.holds(list: summary.list) {
            summary.linked = all.count
        } else {
            let links = zip(all, made).filter(\.1.isOld).map(\.0)
            let taken = await ParallelMap.map(links, jobs: jobs) { file in
                Self.attempt { () throws(OutputFault) in try Self.take(file, known[file.path], in: folder, renderer) }
            }
            var stamps = known
            for (file, result) in zip(links, taken) {
                if let rewritten = try result.get() { stamps[file.path] = rewritten } else { summary.linked += 1 }
            }
            summary.written = all.count - summary.linked
            summary.removed = folder.count(besides: Set(known.keys))
            try folder.publish()
            folder.remember(stamps)
            return summary
        }
        folder.remember(known)
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

    /// A file of the new site: written, or to be had from the old one.
    private struct Made: Sendable {
        var file: WrittenFile
        /// But for copies, its size.
        var bytes = 0
        /// Whether the old site has it.
        var isOld: Bool
    }

    private static func attempt<Value>(
        _ work: () throws(OutputFault) -> Value
    ) -> Result<Value, OutputFault> {
        do throws(OutputFault) { return .success(try work()) } catch { return .failure(error) }
    }

    /// Makes one file and, unless the old site has it, writes it. Digests are made here, in the parallel tasks, from the bytes
    /// in hand.
    private static func make(
        _ file: OutputFile,
        in folder: OutputFolder,
        _ renderer: PageRenderer
    ) throws(OutputFault) -> Made {
        if case .copy(let source) = file.source {
            if let digest = try? InputFile.digest(of: source.location), let old = folder.old(file.path, digest) {
                return Made(file: old, isOld: true)
            }
            return Made(file: try folder.copy(source, to: file.path), isOld: false)
        }
        let bytes = try bytes(of: file, renderer)
        let digest = SHA256.digest(of: bytes)
        if let old = folder.old(file.path, digest) { return Made(file: old, bytes: bytes.count, isOld: true) }
        let stamp = try folder.write(bytes, to: file.path)
        return Made(file: WrittenFile(digest: digest, stamp: stamp), bytes: bytes.count, isOld: false)
    }

    /// Takes a file over from the old site; where that cannot be, writes it.
    ///
    /// - Returns: the file that was written; `nil` for one that was taken over.
    private static func take(
        _ file: OutputFile, _ old: WrittenFile?, in folder: OutputFolder, _ renderer: PageRenderer
    ) throws(OutputFault) -> WrittenFile? {
        if let old, folder.link(file.path, old) { return nil }
        if case .copy(let source) = file.source { return try folder.copy(source, to: file.path) }
        let bytes = try bytes(of: file, renderer)
        return WrittenFile(digest: SHA256.digest(of: bytes), stamp: try folder.write(bytes, to: file.path))
    }

    private static func bytes(of file: OutputFile, _ renderer: PageRenderer) throws(OutputFault) -> [UInt8] {
        switch file.source {
        case .bytes(let known): return known
        case .index(let part): return part.bytes
        case .copy: return []
        case .route(let route):
            let bytes = renderer.render(route)
            guard !bytes.isEmpty else {
                throw OutputFault.unwritable(
                    path: file.path,
                    reason: Message(
                        vi: "khuôn mẫu của trang này không cho ra gì, hoặc gọi lẫn nhau không dứt",
                        en: "its template gives nothing, or includes others without end"))
            }
            return bytes
        }
    }
}
