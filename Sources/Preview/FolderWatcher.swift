import Foundation
import Glibc

/// Notices changes of files in some folders and in all folders below them, those made later included.
struct FolderWatcher: Sendable {
    private let folders: [String]
    private let inotify: Inotify
    /// The folders there were at the beginning, by number.
    private let initial: [Int32: String]

    /// Editors write in steps (a new file, a rename, attributes): a change counts once it has been quiet this long.
    static let quiet = Duration.milliseconds(50)

    /// Starts to watch at once, so that nothing is missed before ``changes()`` is read. Links to folders are followed.
    init(folders: [String]) throws(PreviewError) {
        let first = folders.first ?? ""
        do {
            inotify = try Inotify()
        } catch {
            throw .unwatchable(path: first, reason: error.reason)
        }
        var paths: [Int32: String] = [:]
        for folder in folders {
            if let failure = Self.watch(folder, with: inotify, into: &paths) {
                throw .unwatchable(path: folder, reason: failure.reason)
            }
        }
        self.folders = folders
        initial = paths
    }

    /// An element after each burst of changes; changes nobody has asked about yet become one. To be read once.
    func changes() -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        let task = Task {
            var paths = initial
            var pending: Task<Void, Never>?
            await inotify.read { events in
                // Every event is noted, whether or not an earlier one already counts.
                let relevant = events.filter { note($0, in: &paths) }
                if relevant.isEmpty { return }
                pending?.cancel()
                pending = Task {
                    do { try await Task.sleep(for: Self.quiet) } catch { return }
                    continuation.yield()
                }
            }
            pending?.cancel()
        }
        continuation.onTermination = { _ in task.cancel() }
        return stream
    }

    /// Keeps the table of folders right; tells whether the event is about something a site could be made from.
    private func note(_ event: Inotify.Event, in paths: inout [Int32: String]) -> Bool {
        if event.has(IN_Q_OVERFLOW) {
            // Some events are lost: folders may have come and gone unseen. Those that are still there keep their numbers.
            paths = [:]
            for folder in folders { _ = Self.watch(folder, with: inotify, into: &paths) }
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
            for (number, other) in paths where other == path || other.hasPrefix(path + "/") {
                inotify.forget(number)
                paths[number] = nil
            }
        } else if event.has(IN_CREATE) || event.has(IN_MOVED_TO) {
            _ = Self.watch(path, with: inotify, into: &paths)
        }
        return true
    }

    /// Files that editors make for themselves, and hidden ones, which are no content.
    private static func isPassing(_ name: String) -> Bool {
        name.hasPrefix(".") || name.hasSuffix("~") || name.hasPrefix("#") && name.hasSuffix("#") || name == "4913"
    }

    /// Watches a folder and those below it; gives why the first could not be watched.
    ///
    /// A folder met before is not entered again, which also ends loops of links.
    private static func watch(_ path: String, with inotify: Inotify, into paths: inout [Int32: String]) -> Inotify
        .Failure?
    {
        let number: Int32
        do { number = try inotify.watch(path) } catch { return error }
        if paths.updateValue(path, forKey: number) != nil { return nil }
        for name in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] where !isPassing(name) {
            // What is no folder cannot be watched, and need not be: its folder is.
            _ = watch(path + "/" + name, with: inotify, into: &paths)
        }
        return nil
    }
}
