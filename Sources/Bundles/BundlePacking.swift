import Content
import Diagnostics
import Digests
import Disk
import Foundation
import OfficialDocuments
import Output
import Site
import ZipArchive

/// An archive while it is being filled: what is in it, and the digests of everything that belongs to the bundle.
struct BundlePacking: ~Copyable {
    private let bundle: SiteBundle
    /// What the archive will be called, for messages.
    private let name: String
    private var zip: ZipWriter
    /// Of the bundle.
    private var checksums = Checksums()
    /// Of the site in it.
    private var site = Checksums()
    /// Size of the files of the site but for copies.
    private var siteBytes = 0
    private var summary = BundleWriter.Summary()

    /// - Parameters:
    ///   - path: Where the archive grows.
    ///   - name: What it will be called, for messages.
    init(_ bundle: SiteBundle, at path: String, for name: String) throws(OutputFault) {
        self.bundle = bundle
        self.name = name
        do throws(ZipWriter.Unwritable) {
            zip = try ZipWriter(path: path, time: Self.seconds(bundle.date))
        } catch {
            throw .unwritable(path: name, reason: error.words)
        }
    }

    /// Adds a file that belongs to every bundle, an update too.
    mutating func addAlways(_ bytes: [UInt8], at path: String) throws(OutputFault) {
        checksums.digests[path] = SHA256.digest(of: bytes)
        try write(bytes, at: path)
    }

    /// Adds a file of the site; to an update only if it is new or has changed.
    mutating func add(_ prepared: BundleWriter.Prepared) throws(OutputFault) {
        let path = SiteBundle.siteFolder + prepared.file.path
        let digest: SHA256Digest
        if let made = prepared.made {
            digest = made.digest
            siteBytes += made.bytes.count
            if !isUnchanged(path, digest) { try write(made.bytes, at: path) }
        } else if case .copy(let source) = prepared.file.source {
            digest = try copy(source, to: path)
        } else {
            return
        }
        site.digests[prepared.file.path] = digest
        checksums.digests[path] = digest
    }

    /// Adds what is made from the digests of all files.
    mutating func seal(_ guide: BundleGuide) throws(OutputFault) {
        for file in bundle.site.sealing(site, bytes: siteBytes) {
            let path = SiteBundle.siteFolder + file.path
            let digest = SHA256.digest(of: file.bytes)
            checksums.digests[path] = digest
            if !isUnchanged(path, digest) { try write(file.bytes, at: path) }
        }
        try write(Array(checksums.text.utf8), at: Checksums.fileName)
        guard let older = bundle.older else { return }
        // Where a name has changed its case only, a disk that knows no case would delete the new file.
        let kept = Set(checksums.digests.keys.map(PortablePath.key))
        let deletions = older.paths.filter { !kept.contains(PortablePath.key($0)) }
        guard !deletions.isEmpty else { return }
        try write(guide.deletions(deletions), at: SiteBundle.deletions)
        summary.deletions = deletions.count
    }

    /// Ends the archive.
    consuming func finish() throws(OutputFault) -> BundleWriter.Summary {
        let (name, summary) = (name, summary)
        do throws(ZipWriter.Unwritable) {
            try zip.finish()
        } catch {
            throw .unwritable(path: name, reason: error.words)
        }
        return summary
    }

    private func isUnchanged(_ path: String, _ digest: SHA256Digest) -> Bool { bundle.older?.digests[path] == digest }

    private mutating func write(_ bytes: [UInt8], at path: String) throws(OutputFault) {
        do throws(ZipWriter.Unwritable) {
            try zip.add("\(bundle.folder)/\(path)", bytes)
        } catch {
            throw .unwritable(path: name, reason: error.words)
        }
        summary.files += 1
    }

    /// Copies a file of the content folder, a piece at a time.
    private mutating func copy(_ source: SourceFile, to path: String) throws(OutputFault) -> SHA256Digest {
        do {
            // An update must know the digest before it takes the file or leaves it.
            if bundle.older != nil {
                let digest = try InputFile.digest(of: source.location)
                if isUnchanged(path, digest) { return digest }
            }
            var file = try InputFile(path: source.location)
            let size = try file.size()
            try zip.begin("\(bundle.folder)/\(path)", size: size, ZipMethod(fileName: path))
            var hash = SHA256()
            var count = 0
            while case let piece = try file.next(), !piece.isEmpty, count <= size {
                hash.update(piece.span)
                try zip.append(piece.span)
                count += piece.count
            }
            guard count == size else {
                throw OutputFault.unreadable(
                    path: source.displayPath,
                    reason: Message(vi: "tệp thay đổi giữa lúc đóng gói", en: "the file changed while it was packed"))
            }
            summary.files += 1
            return hash.finish()
        } catch let error as ZipWriter.Unwritable {
            throw .unwritable(path: name, reason: error.words)
        } catch let error as POSIXError {
            throw .unreadable(path: source.displayPath, reason: error.words)
        } catch {
            throw error as? OutputFault ?? .unwritable(path: name, reason: Message(vi: "\(error)", en: "\(error)"))
        }
    }

    /// Midnight of a day, in seconds since 1970 (UTC).
    private static func seconds(_ date: PartialDate) -> Int {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = DateComponents(year: date.year, month: date.month ?? 1, day: date.day ?? 1)
        return calendar.date(from: parts).map { Int($0.timeIntervalSince1970) } ?? 0
    }
}

extension ZipWriter.Unwritable {
    /// The reason in both languages where the system has one.
    fileprivate var words: Message {
        code.flatMap(POSIXErrorCode.init).map { POSIXError($0).words } ?? Message(vi: reason, en: reason)
    }
}
