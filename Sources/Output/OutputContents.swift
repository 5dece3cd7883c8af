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

    /// A file that keeps an empty folder in a repository; it stays where it is.
    static let keeper = ".gitkeep"

    /// Something that no build has written.
    public struct Foreign: Sendable, Equatable {
        /// Below the output folder.
        public var path: String
        /// Whether a build has written it, and somebody has changed it since.
        public var isChanged: Bool
    }

    /// Reads the folder at `folder`, every file of it.
    init(of folder: String, jobs: Int) async {
        let listing = FolderListing(of: folder) { path in
            path == Self.keeper && SystemCalls.kind(of: "\(folder)/\(path)", followingLinks: false) == .file
        }
        self.listing = listing
        let known = Self.list(in: folder, listing)?.digests ?? [:]
        let foreign = await ParallelMap.map(listing.files, jobs: jobs) { path -> Foreign? in
            guard let digest = known[path] else { return Foreign(path: path, isChanged: false) }
            let file = "\(folder)/\(path)"
            let isOurs =
                SystemCalls.kind(of: file, followingLinks: false) == .file
                && (try? InputFile.digest(of: file)) == digest
            return isOurs ? nil : Foreign(path: path, isChanged: true)
        }
        let isSite = !known.isEmpty
        var others = foreign.compactMap(\.self).filter { !(isSite && $0.path == Checksums.fileName) }
        others += listing.undecodable.map { Foreign(path: $0, isChanged: false) }
        others += listing.unreadable.map { Foreign(path: $0.path.isEmpty ? "." : $0.path + "/", isChanged: false) }
        let used = Self.foldersAbove(listing.files + listing.undecodable + listing.unreadable.map(\.path))
            .union(Self.foldersAbove(known.keys)).union(listing.unreadable.map(\.path))
        others += listing.folders.filter { !used.contains($0) }.map { Foreign(path: $0 + "/", isChanged: false) }
        self.foreign = others.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    /// The list of a site of ours; `nil` where there is none.
    private static func list(in folder: String, _ listing: FolderListing) -> Checksums? {
        guard listing.files.contains(Checksums.fileName),
            let bytes = try? SystemCalls.contents(of: "\(folder)/\(Checksums.fileName)"),
            let list = try? Checksums(parsing: String(decoding: bytes, as: UTF8.self)), list.isOfSite
        else { return nil }
        return list
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
