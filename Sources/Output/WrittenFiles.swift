import Digests
import Disk

/// The files of an output as the last build left them: which digest belongs to which file of the disk.
///
/// With it a build need not read the old output to know whether somebody has changed it. A file is looked up by its path and its
/// stamp; one that was touched since is read.
struct WrittenFiles: Sendable {
    /// By path below the output.
    var files: [String: WrittenFile] = [:]

    private static let name = "files"

    init(_ files: [String: WrittenFile] = [:]) { self.files = files }

    /// What the last build has left in `cache`; nothing where it has left none.
    init(in cache: CacheFolder?) {
        guard let bytes = cache?.read(Self.name) else { return }
        for line in bytes.split(separator: 0x0A) {
            // Digest, size, time, device, number; the rest is the path, blanks and all.
            let parts = line.split(separator: 0x20, maxSplits: 5, omittingEmptySubsequences: false)
                .map { String(decoding: $0, as: UTF8.self) }
            guard parts.count == 6, let digest = SHA256Digest(hex: parts[0]), let size = Int(parts[1]),
                let modified = Int(parts[2]), let device = UInt(parts[3]), let number = UInt(parts[4])
            else { continue }
            let identity = SystemCalls.Identity(device: device, number: number)
            files[parts[5]] = WrittenFile(
                digest: digest, stamp: FileStamp(size: size, modified: modified, identity: identity))
        }
    }

    /// Leaves them in `cache` for the next build.
    func keep(in cache: CacheFolder?) {
        guard let cache else { return }
        var text = ""
        for (path, file) in files.sorted(by: { $0.key < $1.key }) where !path.utf8.contains(0x0A) {
            let (stamp, identity) = (file.stamp, file.stamp.identity)
            text += "\(file.digest) \(stamp.size) \(stamp.modified) \(identity.device) \(identity.number) \(path)\n"
        }
        cache.write(Array(text.utf8), as: Self.name)
    }
}
