import Digests
import Disk
import Foundation

/// Where a build leaves what makes the next one of the same output quicker: a folder of this user, apart from the output.
///
/// Nothing in it is ever needed. Whatever cannot be read, was written by another version, or is not to the byte what was written,
/// counts as not there; whatever cannot be written is not written.
public struct CacheFolder: Sendable {
    private let path: String
    /// Stands before everything: other forms of what is kept are not read.
    private static let form = "sohieu cache 1\n"

    /// The folder for the output at `target`: below `XDG_CACHE_HOME`, or else `.cache` of the home folder (XDG Base Directory
    /// Specification). `nil` where there is neither, as for users who are no people.
    init?(of target: String, _ environment: [String: String]) {
        let home = environment["HOME"].flatMap { $0.hasPrefix("/") && $0 != "/" ? $0 + "/.cache" : nil }
        // "All paths set in these environment variables must be absolute. If an implementation encounters a relative path … it
        // should consider the path invalid and ignore it."
        guard let caches = environment["XDG_CACHE_HOME"].flatMap({ $0.hasPrefix("/") ? $0 : nil }) ?? home else {
            return nil
        }
        path = "\(caches)/sohieu/\(SHA256.digest(of: Array(target.utf8)).description.prefix(16))"
    }

    /// What was kept under `name`.
    func read(_ name: String) -> [UInt8]? {
        guard SystemCalls.kind(of: "\(path)/\(name)", followingLinks: false) == .file,
            let bytes = try? SystemCalls.contents(of: "\(path)/\(name)")
        else { return nil }
        let head = Self.form.utf8.count + 65
        guard bytes.count >= head, bytes.starts(with: Self.form.utf8) else { return nil }
        let body = Array(bytes[head...])
        let digest = String(decoding: bytes[Self.form.utf8.count..<head - 1], as: UTF8.self)
        return SHA256.digest(of: body).description == digest ? body : nil
    }

    /// Keeps `bytes` under `name`, in one step.
    func write(_ bytes: [UInt8], as name: String) {
        let draft = "\(path)/\(name).\(ProcessInfo.processInfo.processIdentifier)"
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            _ = try SystemCalls.write(
                Array(Self.form.utf8) + Array("\(SHA256.digest(of: bytes))\n".utf8) + bytes, to: draft)
            try SystemCalls.move(draft, to: "\(path)/\(name)")
        } catch {
            try? SystemCalls.removeFile(draft)
        }
    }

    /// Removes all that was kept.
    func remove() {
        FolderListing(of: path).remove()
        try? SystemCalls.removeFolder(path)
    }
}
