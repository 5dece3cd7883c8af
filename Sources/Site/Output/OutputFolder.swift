import Digests
import Foundation

/// The output folder: pages are written beside it and take its place in one step.
///
/// Readers see the old site or the new one, never half of each. A build that fails leaves the old one.
public struct OutputFolder: Sendable {
    /// Path of the folder as the user gave it.
    public let path: String
    /// Where the new site grows: a neighbour of the output folder, on the same disk.
    private let staging: String

    /// The folder or a file in it cannot be written.
    public struct Unwritable: Error {
        /// What could not be written, below the output folder.
        public var path: String
        /// What the system says, in its own words.
        public var reason: String
    }

    /// Prepares an empty staging folder beside `path`.
    public init(path: String) throws(Unwritable) {
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        let url = URL(fileURLWithPath: path).standardizedFileURL
        self.path = path
        staging = url.deletingLastPathComponent().appendingPathComponent(".\(url.lastPathComponent).new").path
        try Self.attempt(path) {
            if FileManager.default.fileExists(atPath: staging) { try FileManager.default.removeItem(atPath: staging) }
            try FileManager.default.createDirectory(atPath: staging, withIntermediateDirectories: true)
        }
    }

    /// Writes a file into the staging folder; its folder must have been made by `makeFolders`.
    public func write(_ bytes: [UInt8], to relative: String) throws(Unwritable) {
        try Self.attempt(path + "/" + relative) {
            try SystemCalls.write(bytes, to: staging + "/" + relative)
        }
    }

    /// Copies a file from disk into the staging folder; gives the digest of what was copied.
    public func copy(_ source: String, to relative: String) throws(Unwritable) -> SHA256Digest {
        do throws(POSIXError) {
            return try SystemCalls.copy(source, to: staging + "/" + relative)
        } catch {
            throw Unwritable(path: path + "/" + relative, reason: error.localizedDescription)
        }
    }

    /// Makes the folders that the files at `relatives` need.
    public func makeFolders(for relatives: [String]) throws(Unwritable) {
        var folders = Set<String>()
        for relative in relatives {
            if let slash = relative.lastIndex(of: "/") { folders.insert(String(relative[..<slash])) }
        }
        for folder in folders.sorted() {
            try Self.attempt(path + "/" + folder) {
                try FileManager.default.createDirectory(
                    atPath: staging + "/" + folder,
                    withIntermediateDirectories: true
                )
            }
        }
    }

    /// Lets the staged site take the place of the old one, and removes the old one.
    ///
    /// A `.gitkeep` of the old folder is kept: it belongs to the repository, not to the site.
    public func publish() throws(Unwritable) {
        try Self.attempt(path) {
            let keeper = path + "/.gitkeep"
            if FileManager.default.fileExists(atPath: keeper) {
                try FileManager.default.copyItem(atPath: keeper, toPath: staging + "/.gitkeep")
            }
            guard FileManager.default.fileExists(atPath: path) else {
                try FileManager.default.moveItem(atPath: staging, toPath: path)
                return
            }
            if !SystemCalls.exchange(staging, path) {
                // A file system without the exchange: two renames, the old site first.
                let old = staging + ".old"
                try FileManager.default.moveItem(atPath: path, toPath: old)
                try FileManager.default.moveItem(atPath: staging, toPath: path)
                try FileManager.default.moveItem(atPath: old, toPath: staging)
            }
            try FileManager.default.removeItem(atPath: staging)
        }
    }

    /// Removes what a build that did not finish has staged.
    public func discard() {
        try? FileManager.default.removeItem(atPath: staging)
    }

    private static func attempt(_ path: String, _ work: () throws -> Void) throws(Unwritable) {
        do {
            try work()
        } catch {
            if let error = error as? POSIXError { throw Unwritable(path: path, reason: error.localizedDescription) }
            let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
            throw Unwritable(path: path, reason: (underlying ?? error as NSError).localizedDescription)
        }
    }
}
