import Foundation
import Glibc

/// Notices changes of files in some folders and in all folders below them, those made later included.
///
/// A folder that is removed, replaced or mounted over is noticed as well, and watched again as soon as there is one.
/// Links to folders are not followed below: what they lead to within the folder is watched where it is.
struct FolderWatcher: Sendable {
    private let inotify: Inotify
    /// The folders there were at the beginning.
    private let initial: WatchedFolders

    /// Editors write in steps (a new file, a rename, attributes): a change counts once it has been quiet this long.
    static let quiet = Duration.milliseconds(50)
    /// What never is quiet counts all the same, this long after it began.
    static let patience = Duration.seconds(2)

    /// Starts to watch at once, so that nothing is missed before ``changes()`` is read.
    ///
    /// - Parameter unwatched: Told the first time that the machine has no watch left for a folder, with its word for why.
    init(
        folders: [String],
        unwatched: @escaping @Sendable (_ path: String, _ reason: String) -> Void = { _, _ in }
    ) throws(PreviewError) {
        do {
            inotify = try Inotify()
        } catch {
            throw .unwatchable(path: folders.first ?? "", reason: error.reason)
        }
        // One folder under two names has one watch, and each name would take it for the other's, replaced, time and again.
        var known: Set<String> = []
        let folders = folders.filter {
            known.insert(URL(fileURLWithPath: $0).resolvingSymlinksInPath().path).inserted
        }
        var watched = WatchedFolders(roots: folders, inotify: inotify, unwatched: unwatched)
        for folder in folders {
            if let failure = watched.watch(root: folder) {
                throw .unwatchable(path: folder, reason: failure.reason)
            }
        }
        initial = watched
    }

    /// An element after each burst of changes; changes nobody has asked about yet become one. To be read once.
    func changes() -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        let task = Task {
            let clock = ContinuousClock()
            var watched = initial
            var pending: Task<Void, Never>?
            var (first, last) = (clock.now, clock.now)
            await inotify.read { events in
                // Every event is noted, whether or not an earlier one already counts.
                let relevant = events.filter { watched.note($0) }
                if watched.rewatchRoots() || !relevant.isEmpty {
                    let now = clock.now
                    if now - last > Self.quiet { first = now }
                    last = now
                    let delay = min(Self.quiet, first + Self.patience - now)
                    if delay <= .zero { first = now }
                    pending?.cancel()
                    pending = Task {
                        do { try await Task.sleep(for: max(delay, .zero)) } catch { return }
                        continuation.yield()
                    }
                }
            }
            pending?.cancel()
        }
        continuation.onTermination = { _ in task.cancel() }
        return stream
    }
}
