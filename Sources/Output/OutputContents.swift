import Content
import Digests
import Disk

/// What lies in an output folder, and what of it no build has written.
///
/// A folder is a site of ours when it has a list of digests that names what every site has; a file in it is ours when its
/// bytes are those of the list. Everything else is somebody's work.
public struct OutputContents: Sendable {
    /// All that lies there, but the keeper.
    let listing: FolderListing
    /// What is not ours, in the order of paths.
    let foreign: [Foreign]
    /// What is ours, by path: its bytes are those of the list.
    let own: [String: WrittenFile]
    /// The bytes of the list; `nil` where there is none.
    let list: [UInt8]?

    /// A file that keeps an empty folder in a repository; it stays where it is.
    static let keeper = ".gitkeep"

    /// Something that no build has written.
    public struct Foreign: Sendable, Equatable {
        /// Below the output folder.
        public var path: String
        /// Whether a build has written it, and somebody has changed it since.
        public var isChanged: Bool
    }

    /// Reads the folder at `folder`: every file of it that is not as the last build left it.
    init(of folder: String, _ written: WrittenFiles, jobs: Int) async {
        let listing = FolderListing(of: folder) { path in
            path == Self.keeper && SystemCalls.kind(of: "\(folder)/\(path)", followingLinks: false) == .file
        }
        self.listing = listing
        list =
            listing.files.contains(Checksums.fileName)
            ? try? SystemCalls.contents(of: "\(folder)/\(Checksums.fileName)") : nil
        let known = list.flatMap(Self.digests) ?? [:]
        let stamps = await ParallelMap.map(listing.files, jobs: jobs) { path -> FileStamp? in
            known[path].flatMap { Self.stamp(of: "\(folder)/\(path)", ifDigest: $0, written.files[path]) }
        }
        var own: [String: WrittenFile] = [:]
        var others: [Foreign] = []
        for (path, stamp) in zip(listing.files, stamps) {
            if let stamp, let digest = known[path] {
                own[path] = WrittenFile(digest: digest, stamp: stamp)
            } else if known.isEmpty || path != Checksums.fileName {
                others.append(Foreign(path: path, isChanged: known[path] != nil))
            }
        }
        self.own = own
        others += listing.undecodable.map { Foreign(path: $0, isChanged: false) }
        others += listing.unreadable.map { Foreign(path: $0.path.isEmpty ? "." : $0.path + "/", isChanged: false) }
        let used = Self.foldersAbove(listing.files + listing.undecodable + listing.unreadable.map(\.path))
            .union(Self.foldersAbove(known.keys)).union(listing.unreadable.map(\.path))
        others += listing.folders.filter { !used.contains($0) }.map { Foreign(path: $0 + "/", isChanged: false) }
        self.foreign = others.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    /// Whether all that lies there is a site with this list and nothing else, to the byte.
    func isSite(_ digest: SHA256Digest) -> Bool {
        guard let list, foreign.isEmpty, SHA256.digest(of: list) == digest else { return false }
        // A file that is in the list and not in the folder makes fewer.
        return own.count == list.count { $0 == 0x0A }
    }

    /// What the file at `path` is known by, if its bytes have this digest: as the last build left it, or read.
    private static func stamp(of path: String, ifDigest digest: SHA256Digest, _ written: WrittenFile?)
        -> FileStamp?
    {
        guard let stamp = SystemCalls.stamp(of: path)?.stamp else { return nil }
        if written == WrittenFile(digest: digest, stamp: stamp) { return stamp }
        return (try? InputFile.digest(of: path)) == digest && SystemCalls.stamp(of: path)?.stamp == stamp ? stamp : nil
    }

    /// The digests of a list that is of a site of ours; `nil` for any other.
    private static func digests(_ list: [UInt8]) -> [String: SHA256Digest]? {
        guard let list = try? Checksums(parsing: String(decoding: list, as: UTF8.self)), list.isOfSite else {
            return nil
        }
        return list.digests
    }

    private static func foldersAbove(_ paths: some Sequence<String>) -> Set<String> {
        var folders = Set<String>()
        for path in paths {
            var rest = path[...]
            while let slash = rest.lastIndex(of: "/") {
                rest = rest[..<slash]
                if !folders.insert(String(rest)).inserted { break }
            }
        }
        return folders
    }
}

extension Checksums {
    /// Whether the list is of a site alone: every site has these files, and hardly anything else has.
    fileprivate var isOfSite: Bool {
        [ReservedPaths.notFound, PlainFile.robots.path, ReservedPaths.search].allSatisfy { digests[$0] != nil }
            && digests.keys.contains { $0.hasPrefix("search/") }
    }
}
