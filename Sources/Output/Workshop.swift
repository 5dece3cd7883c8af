import Disk
import Foundation

/// The hidden folder beside an output in which the next one is made: `.public.sohieu` beside `public`, on the same disk.
///
/// One process at a time is in it. Its lock is the system's and ends with the process, however that ends; what a dead
/// process has left behind is put in order by the next.
package final class Workshop: Sendable {
    /// Where the old output stands while the new one takes its place on a file system that cannot exchange folders.
    let old: String
    /// Where this process makes the new output. Nothing is there yet.
    package let new: String

    private let target: String
    private let folder: String
    private let lock: CInt
    /// Folders above the output that were made for it, the outermost first.
    private let parents: [String]

    /// Enters the workshop beside `target` and puts it in order; waits until whoever is in it has left.
    ///
    /// - Parameters:
    ///   - target: Absolute path without links; the folders above it are made where they are missing.
    ///   - report: Told whom we wait for, and what was put in order.
    package init(beside target: String, _ report: (OutputEvent) -> Void) throws(POSIXError) {
        self.target = target
        folder = Self.folder(beside: target)
        var parents: [String] = []
        do throws(POSIXError) {
            lock = try Self.enter(folder, &parents, report)
        } catch {
            Self.removeFolders(parents)
            throw error
        }
        self.parents = parents
        old = folder + "/old"
        let process = ProcessInfo.processInfo.processIdentifier
        new = folder + "/\(Self.prefix)\(process)"
        do throws(POSIXError) {
            guard SystemCalls.mayChange(folder) else { throw POSIXError(.EACCES) }
            try SystemCalls.overwrite(lock, with: Array("\(process)\n".utf8))
            try putInOrder(report)
        } catch {
            leave()
            throw error
        }
    }

    /// Where the workshop beside an output is.
    static func folder(beside target: String) -> String {
        let parent = target.parentPath
        return "\(parent == "/" ? "" : parent)/.\(target.lastPathPart).sohieu"
    }

    /// Leaves the workshop, with all that is unfinished in it removed.
    package func leave() {
        Self.remove(new)
        try? SystemCalls.removeFile(folder + "/" + Self.lockName)
        try? SystemCalls.removeFolder(folder)
        Self.removeFolders(parents)
        _ = close(lock)
    }

    private static let lockName = "lock"
    /// Of what a process makes; its number follows.
    private static let prefix = "new-"

    private static func enter(
        _ folder: String, _ parents: inout [String], _ report: (OutputEvent) -> Void
    ) throws(POSIXError) -> CInt {
        let path = folder + "/" + lockName
        var attempts = 0
        while true {
            attempts += 1
            do throws(POSIXError) {
                parents += try makeFolders(folder.parentPath)
                try makeItself(folder)
            } catch {
                // Somebody who had made the folder above, too, has just taken it along.
                if error.code == .ENOENT, attempts < mostAttempts { continue }
                throw error
            }
            let lock: CInt
            do throws(POSIXError) {
                lock = try SystemCalls.openLock(path)
            } catch {
                // Who was in it has just left and taken the folder along.
                if error.code == .ENOENT, attempts < mostAttempts { continue }
                throw error
            }
            do throws(POSIXError) {
                if try !SystemCalls.lock(lock, waits: false) {
                    report(.waiting(process: holder(path)))
                    _ = try SystemCalls.lock(lock, waits: true)
                }
            } catch {
                _ = close(lock)
                throw error
            }
            // The lock counts only while its file is the one that the next process will find.
            if let identity = SystemCalls.identity(of: lock), identity == SystemCalls.identity(of: path) { return lock }
            _ = close(lock)
        }
    }

    /// How often a folder may be gone again before something else is wrong: a link in its path that leads nowhere.
    private static let mostAttempts = 100

    private static func makeItself(_ folder: String) throws(POSIXError) {
        if try SystemCalls.makeFolder(folder) { return }
        switch SystemCalls.kind(of: folder, followingLinks: false) {
        case .folder: return
        // Who was in it has left between the two questions.
        case nil: throw POSIXError(.ENOENT)
        // Whoever has put a link there must not choose what we remove.
        default: throw POSIXError(.ENOTDIR)
        }
    }

    private static func holder(_ lock: String) -> Int? {
        guard let bytes = try? SystemCalls.contents(of: lock) else { return nil }
        return Int(String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self))
    }

    /// Gives back an output that a process was killed over, and removes what dead processes have left.
    private func putInOrder(_ report: (OutputEvent) -> Void) throws(POSIXError) {
        if SystemCalls.kind(of: old, followingLinks: false) != nil,
            SystemCalls.kind(of: target, followingLinks: false) == nil
        {
            try SystemCalls.move(old, to: target)
            report(.restored)
        }
        for name in try SystemCalls.names(in: folder) where name.text.hasPrefix(Self.prefix) || name.text == "old" {
            Self.remove("\(folder)/\(name.text)")
        }
    }

    private static func remove(_ path: String) {
        if SystemCalls.kind(of: path, followingLinks: false) == .folder {
            FolderListing(of: path).remove()
            try? SystemCalls.removeFolder(path)
        } else {
            try? SystemCalls.removeFile(path)
        }
    }

    private static func makeFolders(_ path: String) throws(POSIXError) -> [String] {
        if SystemCalls.kind(of: path) != nil { return [] }
        var made = try makeFolders(path.parentPath)
        if try SystemCalls.makeFolder(path) { made.append(path) }
        return made
    }

    /// Removes what was made and is still empty.
    private static func removeFolders(_ made: [String]) {
        for folder in made.reversed() { try? SystemCalls.removeFolder(folder) }
    }
}

extension String {
    /// An absolute path without its last part; `/` for `/` itself.
    var parentPath: String {
        guard let slash = lastIndex(of: "/"), slash > startIndex else { return "/" }
        return String(self[..<slash])
    }

    /// The last part of a path.
    package var lastPathPart: Substring { split(separator: "/").last ?? "" }
}
