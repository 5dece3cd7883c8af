import Content
import Digests
import Disk
import Foundation
import OfficialDocuments
import Output
import SearchIndex
import Site
import Views
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
    ///
    /// - Parameters:
    ///   - inputs: Folders that the archive may not lie in: it would be content of the next one.
    ///   - isForced: Whether a file that is no bundle may be replaced.
    public func write(
        to path: String,
        apartFrom inputs: [String],
        isForced: Bool,
        report: (OutputEvent) -> Void
    ) async throws(OutputFault) -> Summary {
        let place = try OutputPlace(path)
        if let kind = place.kind, kind != .file { throw .taken(path: place.path, by: kind.name) }
        if let folder = inputs.first(where: place.overlaps) { throw .overlap(path: place.path, folder: folder) }
        let workshop: Workshop
        do throws(POSIXError) {
            workshop = try Workshop(beside: place.target, report)
        } catch {
            throw .unwritable(path: place.path, reason: error.words)
        }
        defer { workshop.leave() }
        if SystemCalls.kind(of: place.target) != nil, !isForced, !Self.isBundle(place.target) {
            throw .foreignFile(place.path)
        }
        var packing = try BundlePacking(bundle, at: workshop.new, for: path)
        try await pack(into: &packing)
        var summary = try packing.finish()
        do throws(POSIXError) {
            summary.bytes = try InputFile(path: workshop.new).size()
            try SystemCalls.move(workshop.new, to: place.target)
        } catch {
            throw .unwritable(path: path, reason: error.words)
        }
        return summary
    }

    /// Whether the file at `path` is an archive whose first entry is the page that every bundle starts from.
    ///
    /// PKWARE, APPNOTE.TXT, 4.3.7: signature, 22 bytes, length of the name, length of the extra field, the name.
    private static func isBundle(_ path: String) -> Bool {
        guard var file = try? InputFile(path: path), let start = try? file.next(), start.count > 30 else {
            return false
        }
        let length = Int(start[26]) | Int(start[27]) << 8
        return start.starts(with: [0x50, 0x4B, 0x03, 0x04])
            && String(decoding: start.dropFirst(30).prefix(length), as: UTF8.self).hasSuffix("/" + SiteBundle.startPage)
    }

    private func pack(into packing: inout BundlePacking) async throws(OutputFault) {
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
