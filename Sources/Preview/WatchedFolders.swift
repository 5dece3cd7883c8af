import Foundation
import Glibc

/// Which folders are watched, and by what numbers.
struct WatchedFolders: Sendable {
    private let roots: [String]
    private let inotify: Inotify
    private let unwatched: @Sendable (String, String) -> Void
    /// Every folder, by number.
    private var paths: [Int32: String] = [:]
    /// Which folder each root was when it was last looked at; `nil` where there was none.
    private var identities: [String: Inotify.Identity] = [:]
    private var hasToldUnwatched = false

    /// Nothing is watched yet.
    init(roots: [String], inotify: Inotify, unwatched: @escaping @Sendable (String, String) -> Void) {
        self.roots = roots
        self.inotify = inotify
        self.unwatched = unwatched
    }

    /// Watches a root and all below it; gives why the root itself could not be watched.
    mutating func watch(root: String) -> Inotify.Failure? {
        identities[root] = Inotify.identity(of: root)
        return watch(root, isRoot: true)
    }

    /// Looks whether the roots still are the folders that are watched, and watches what is there now.
    ///
    /// - Returns: Whether one has come, gone, or become another.
    mutating func rewatchRoots() -> Bool {
        var isChanged = false
        for root in roots {
            let identity = Inotify.identity(of: root)
            let isWatched = identity == nil || paths.values.contains(root)
            if identity == identities[root], isWatched { continue }
            isChanged = true
            forget(root)
            _ = watch(root: root)
        }
        return isChanged
    }

    /// Keeps the table right; tells whether the event is about something a site could be made from.
    mutating func note(_ event: Inotify.Event) -> Bool {
        if event.has(IN_Q_OVERFLOW) {
            // Some events are lost: folders may have come and gone unseen. Those that are still there keep their numbers.
            paths = [:]
            for root in roots { _ = watch(root: root) }
            return true
        }
        guard let folder = paths[event.folder] else { return false }
        if event.has(IN_IGNORED) {
            paths[event.folder] = nil
            return false
        }
        guard !Self.isPassing(event.name) else { return false }
        let path = folder + "/" + event.name
        if event.has(IN_ISDIR), event.has(IN_MOVED_FROM) {
            forget(path)
        } else if event.has(IN_CREATE) || event.has(IN_MOVED_TO) {
            _ = watch(path, isRoot: false)
        }
        return true
    }

    private mutating func forget(_ path: String) {
        for (number, other) in paths where other == path || other.hasPrefix(path + "/") {
            inotify.forget(number)
            paths[number] = nil
        }
    }

    /// Files that editors make for themselves, and hidden ones, which are no content but for `.well-known/`.
    private static func isPassing(_ name: String) -> Bool {
        name.hasPrefix(".") && name != ".well-known" || name.hasSuffix("~")
            || name.hasPrefix("#") && name.hasSuffix("#")
            || name == "4913"
    }

    /// Watches a folder and those below it; gives why the first could not be watched.
    ///
    /// A folder met before is not entered again, which also ends loops of links.
    private mutating func watch(_ path: String, isRoot: Bool) -> Inotify.Failure? {
        let number: Int32
        do {
            number = try inotify.watch(path, followingLinks: isRoot)
        } catch {
            // What is no folder cannot be watched, and need not be: its folder is.
            if [ENOSPC, ENOMEM].contains(error.number), !hasToldUnwatched {
                hasToldUnwatched = true
                unwatched(path, error.reason)
            }
            return error
        }
        if paths.updateValue(path, forKey: number) != nil { return nil }
        for name in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] where !Self.isPassing(name) {
            _ = watch(path + "/" + name, isRoot: false)
        }
        return nil
    }
}
