import Content
import Digests
import Disk
import Foundation

/// The output folder: pages are written beside it and take its place in one step.
///
/// Readers see the old site or the new one, never half of each. A build that fails leaves the old one. Only what a build has
/// written is ever replaced or removed (`OutputContents`), unless the user forces it.
public struct OutputFolder: Sendable {
    /// Path of the folder as the user gave it.
    public let path: String
    private let place: OutputPlace
    private let workshop: Workshop
    /// What lies in the folder; `nil` where there is none.
    private let contents: OutputContents?
    private let cache: CacheFolder?
    private let report: @Sendable (OutputEvent) -> Void

    /// Opens the folder at `path` for this process alone, before the content is read: of two builds the one that ends last
    /// has then read last. `close` must follow.
    ///
    /// - Parameters:
    ///   - inputs: Folders that may not lie in the output, nor the output in them: a build would eat its input.
    ///   - isForced: Whether files that no build has written may be removed; `report` is told which.
    ///   - readsAll: Whether every file of the output is read, whatever is remembered of it.
    ///   - environment: Tells where things may be remembered (`CacheFolder`).
    public init(
        path: String,
        apartFrom inputs: [String] = [],
        isForced: Bool = false,
        readsAll: Bool = false,
        jobs: Int,
        environment: [String: String],
        report: @escaping @Sendable (OutputEvent) -> Void
    ) async throws(OutputFault) {
        place = try OutputPlace(path)
        self.path = place.path
        self.report = report
        cache = CacheFolder(of: place.target, environment)
        try Self.refuse(place, inputs)
        do throws(POSIXError) {
            workshop = try Workshop(beside: place.target, report)
        } catch {
            // Its own folder where another user has left it behind.
            let own = Workshop.folder(beside: place.target)
            let parent = SystemCalls.kind(of: own, followingLinks: false) == nil ? place.target.parentPath : own
            throw [.EACCES, .EPERM, .EROFS].contains(error.code)
                ? .lockedParent(path: place.path, parent: parent, reason: error.words)
                : .unwritable(path: place.path, reason: error.words)
        }
        // Looked at only now: who was in the workshop before us may have replaced it.
        let isThere = SystemCalls.kind(of: place.target) == .folder
        let written = WrittenFiles(in: readsAll ? nil : cache)
        contents = isThere ? await OutputContents(of: place.target, written, jobs: jobs) : nil
        do throws(OutputFault) {
            try admit(isForced)
        } catch {
            close()
            throw error
        }
    }

    private static func refuse(_ place: OutputPlace, _ inputs: [String]) throws(OutputFault) {
        if let kind = place.kind, kind != .folder { throw .taken(path: place.path, by: kind.name) }
        if let folder = inputs.first(where: place.overlaps) { throw .overlap(path: place.path, folder: folder) }
        let home = ProcessInfo.processInfo.environment["HOME"] ?? "/"
        if place.target == "/" || place.holds(".") || place.holds(home) { throw .precious(place.path) }
        if let point = place.mountPoints.first { throw .mountPoint(point) }
    }

    /// Whether what lies in the folder may go.
    private func admit(_ isForced: Bool) throws(OutputFault) {
        guard let contents else { return }
        let folders = [""] + contents.listing.folders.map { "/" + $0 }
        if let locked = folders.first(where: { !SystemCalls.mayChange(place.target + $0) }) {
            throw .locked(path + locked)
        }
        if !isForced, !contents.foreign.isEmpty { throw .foreign(path: path, files: contents.foreign) }
    }

    /// Leaves the folder to other processes, with all that is unfinished removed.
    public func close() { workshop.leave() }

    // MARK: Making the new site

    /// Begins an empty site.
    func begin() throws(OutputFault) {
        try attempt("") { () throws(POSIXError) in
            _ = try SystemCalls.makeFolder(workshop.new)
            if contents != nil { SystemCalls.adoptRights(of: place.target, by: workshop.new) }
        }
    }

    /// Writes a file into the new site; its folder must have been made by `makeFolders`.
    ///
    /// - Returns: what it is known by.
    func write(_ bytes: [UInt8], to relative: String) throws(OutputFault) -> FileStamp {
        do throws(POSIXError) {
            return try SystemCalls.write(bytes, to: workshop.new + "/" + relative)
        } catch {
            throw .unwritable(path: path + "/" + relative, reason: error.words)
        }
    }

    /// Copies a file of the content into the new site; gives the digest of what was copied.
    func copy(_ source: SourceFile, to relative: String) throws(OutputFault) -> WrittenFile {
        do throws(SystemCalls.CopyFault) {
            return try SystemCalls.copy(source.location, to: workshop.new + "/" + relative)
        } catch {
            switch error {
            case .source(let reason): throw .unreadable(path: source.displayPath, reason: reason.words)
            case .target(let reason): throw .unwritable(path: path + "/" + relative, reason: reason.words)
            }
        }
    }

    /// Makes the folders that the files at `relatives` need.
    func makeFolders(for relatives: [String]) throws(OutputFault) {
        var folders = Set<String>()
        for relative in relatives {
            var rest = relative[...]
            while let slash = rest.lastIndex(of: "/") {
                rest = rest[..<slash]
                if !folders.insert(String(rest)).inserted { break }
            }
        }
        // A folder comes before those in it.
        for folder in folders.sorted() {
            try attempt("/" + folder) { () throws(POSIXError) in
                _ = try SystemCalls.makeFolder(workshop.new + "/" + folder)
            }
        }
    }

    // MARK: What the old site has already

    /// The file of the old site at a path, if its bytes have this digest and are ours.
    func old(_ relative: String, _ digest: SHA256Digest) -> WrittenFile? {
        contents?.own[relative].flatMap { $0.digest == digest ? $0 : nil }
    }

    /// Takes a file of the old site into the new one as it is, without writing it. False where that cannot be: the file system
    /// has no second names, somebody else has given it one, or it is no longer the file that was looked at.
    func link(_ relative: String, _ file: WrittenFile) -> Bool {
        let (old, new) = ("\(place.target)/\(relative)", "\(workshop.new)/\(relative)")
        guard (try? SystemCalls.link(old, as: new)) != nil else { return false }
        // Looked at by its new name, to which nobody else has the way.
        if let found = SystemCalls.stamp(of: new), found.stamp == file.stamp, found.names == 2 { return true }
        try? SystemCalls.removeFile(new)
        return false
    }

    /// Whether the old site has these files and nothing else, to the byte.
    ///
    /// - Parameter list: the digest of their list.
    func holds(list: SHA256Digest) -> Bool { contents?.isSite(list) ?? false }

    /// Reads every file of the published site. False where any is not what this list says.
    public func isIntact(_ list: SHA256Digest, jobs: Int) async -> Bool {
        await OutputContents(of: place.target, WrittenFiles(), jobs: jobs).isSite(list)
    }

    /// How many files of the old site have no place in a new one with these paths.
    func count(besides paths: Set<String>) -> Int { contents?.own.keys.count { !paths.contains($0) } ?? 0 }

    /// Remembers the files of the site for the next build.
    func remember(_ files: [String: WrittenFile]) { WrittenFiles(files).keep(in: cache) }

    /// What was remembered under a name.
    func remembered(_ name: String) -> [UInt8]? { cache?.read(name) }

    /// Remembers something for the next build.
    func remember(_ bytes: [UInt8], as name: String) { cache?.write(bytes, as: name) }

    // MARK: Replacing and removing the old one

    /// Lets the new site take the place of the old one, and removes the old one.
    ///
    /// A `.gitkeep` of the old folder is kept: it belongs to the repository, not to the site.
    func publish() throws(OutputFault) {
        tellRemoved()
        let replaced: String?
        do throws(POSIXError) {
            try copyKeeper()
            replaced = try takePlace()
        } catch {
            throw .unwritable(path: path, reason: error.words)
        }
        guard let replaced, let contents else { return }
        let refusal = contents.listing.remove(in: replaced)
        try? SystemCalls.removeFile("\(replaced)/\(OutputContents.keeper)")
        try? SystemCalls.removeFolder(replaced)
        keepRest(of: replaced, refusal)
    }

    /// Removes the site and leaves its folder empty.
    public func empty() throws(OutputFault) {
        cache?.remove()
        tellRemoved()
        guard let refusal = contents?.listing.remove() else { return }
        throw .unwritable(path: path, reason: refusal.words)
    }

    /// Says what is about to go that no build has written.
    private func tellRemoved() {
        if let files = contents?.foreign, !files.isEmpty { report(.removing(path: path, files: files)) }
    }

    private func copyKeeper() throws(POSIXError) {
        let keeper = "\(place.target)/\(OutputContents.keeper)"
        guard SystemCalls.kind(of: keeper, followingLinks: false) == .file else { return }
        try SystemCalls.write(try SystemCalls.contents(of: keeper), to: "\(workshop.new)/\(OutputContents.keeper)")
    }

    /// - Returns: where the old site is now; `nil` where there was none.
    private func takePlace() throws(POSIXError) -> String? {
        guard let contents else {
            // Fails where somebody has put files there meanwhile.
            try SystemCalls.move(workshop.new, to: place.target)
            return nil
        }
        if SystemCalls.exchange(workshop.new, place.target) { return workshop.new }
        if contents.listing.isEmpty {
            // An empty folder can be replaced in one step anywhere; the keeper is in the new one.
            try? SystemCalls.removeFile("\(place.target)/\(OutputContents.keeper)")
            try SystemCalls.move(workshop.new, to: place.target)
            return nil
        }
        // A file system without the exchange: two renames, the old site first. Who is killed between them leaves it where
        // the next process finds it.
        try SystemCalls.move(place.target, to: workshop.old)
        do throws(POSIXError) {
            try SystemCalls.move(workshop.new, to: place.target)
        } catch {
            try SystemCalls.move(workshop.old, to: place.target)
            throw error
        }
        return workshop.old
    }

    /// Puts what is left of the old site where people see it: the workshop is emptied without asking.
    private func keepRest(of replaced: String, _ refusal: POSIXError?) {
        guard SystemCalls.kind(of: replaced, followingLinks: false) != nil else { return }
        var rest = place.target + ".con-lai"
        var count = 1
        while SystemCalls.kind(of: rest, followingLinks: false) != nil {
            count += 1
            rest = "\(place.target).con-lai-\(count)"
        }
        let isMoved = (try? SystemCalls.move(replaced, to: rest)) != nil
        let shown = isMoved ? rest : replaced
        report(refusal.map { .left(path: shown, reason: $0.words) } ?? .kept(path: shown))
    }

    private func attempt(_ relative: String, _ work: () throws(POSIXError) -> Void) throws(OutputFault) {
        do throws(POSIXError) {
            try work()
        } catch {
            throw .unwritable(path: path + relative, reason: error.words)
        }
    }
}
