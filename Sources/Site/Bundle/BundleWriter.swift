import Digests
import Foundation
import OfficialDocuments
import ZipArchive

/// Packs a bundle into a zip file: pages go from the template into the archive, and the disk sees nothing else.
public struct BundleWriter: Sendable {
    /// What is packed.
    public let bundle: SiteBundle
    /// Tasks at a time.
    public let jobs: Int

    /// A writer of `bundle`.
    public init(bundle: SiteBundle, jobs: Int) {
        self.bundle = bundle
        self.jobs = jobs
    }

    /// Why there is no new archive.
    public enum Failure: Error, Sendable {
        /// The archive cannot be written; what the system says.
        case unwritable(path: String, reason: String)
        /// A file of the content folder cannot be read; what the system says.
        case unreadable(path: String, reason: String)
    }

    /// What was packed.
    public struct Summary: Sendable {
        /// Files in the archive.
        public var files = 0
        /// Files that an updated copy must lose.
        public var deletions = 0
        /// Of the archive.
        public var bytes = 0
    }

    /// Files rendered ahead while those before them are compressed.
    private static let batch = 256

    /// Packs everything and puts it at `path`. On an error what was there stays as it was.
    public func write(to path: String) async throws(Failure) -> Summary {
        let url = URL(fileURLWithPath: path)
        let staging = url.deletingLastPathComponent().appendingPathComponent(".\(url.lastPathComponent).new").path
        do throws(Failure) {
            var packing = try BundlePacking(bundle, at: staging, for: path)
            try await pack(into: &packing)
            var summary = try packing.finish()
            do throws(POSIXError) {
                summary.bytes = try InputFile(path: staging).size()
                try SystemCalls.replace(path, with: staging)
            } catch {
                throw .unwritable(path: path, reason: error.localizedDescription)
            }
            return summary
        } catch {
            try? FileManager.default.removeItem(atPath: staging)
            throw error
        }
    }

    private func pack(into packing: inout BundlePacking) async throws(Failure) {
        let guide = BundleGuide(bundle: bundle)
        try packing.addAlways(guide.startPage, at: SiteBundle.startPage)
        try packing.addAlways(guide.readMe, at: SiteBundle.readMe)
        let files = bundle.files
        let renderer = PageRenderer(site: bundle.site)
        let starts = Array(stride(from: 0, to: files.count, by: Self.batch))
        var ready = await prepare(files.prefix(Self.batch), renderer)
        for start in starts {
            async let next = prepare(files.dropFirst(start + Self.batch).prefix(Self.batch), renderer)
            for file in ready { try packing.add(file) }
            ready = await next
        }
        try packing.seal(guide)
    }

    /// A file of the site whose bytes, unless they are to be copied, are in hand.
    struct Prepared: Sendable {
        var file: OutputFile
        var made: (bytes: [UInt8], digest: SHA256Digest)?
    }

    private func prepare(_ files: ArraySlice<OutputFile>, _ renderer: PageRenderer) async -> [Prepared] {
        await ParallelMap.map(Array(files), jobs: jobs) { file in
            switch file.source {
            case .copy: return Prepared(file: file)
            case .bytes(let bytes): return Prepared(file: file, made: (bytes, SHA256.digest(of: bytes)))
            case .index(let part):
                let bytes = part.bytes
                return Prepared(file: file, made: (bytes, SHA256.digest(of: bytes)))
            case .route(let route):
                let bytes = renderer.render(route)
                return Prepared(file: file, made: (bytes, SHA256.digest(of: bytes)))
            }
        }
    }
}
