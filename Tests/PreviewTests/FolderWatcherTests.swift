import Foundation
import Glibc
import Synchronization
import Testing

@testable import Preview

@Suite(.timeLimit(.minutes(1))) struct FolderWatcherTests {
    /// Does `steps` one after the other and tells which of them were noticed.
    ///
    /// A step that should be noticed is given as long as a busy machine may need; the others a little while.
    private func noticed(
        in folder: TemporaryFolder,
        expected: Bool = true,
        _ steps: [@Sendable (TemporaryFolder) throws -> Void]
    ) async throws -> [Bool] {
        let stream = try FolderWatcher(folders: [folder.path]).changes()
        let count = Count()
        let counting = Task { for await _ in stream { count.value.add(1, ordering: .relaxed) } }
        defer { counting.cancel() }
        var result: [Bool] = []
        for step in steps {
            count.value.store(0, ordering: .relaxed)
            try step(folder)
            let end = ContinuousClock.now + (expected ? .seconds(10) : FolderWatcher.quiet * 6)
            while count.value.load(ordering: .relaxed) == 0, ContinuousClock.now < end {
                try await Task.sleep(for: .milliseconds(5))
            }
            // What the step may still lead to is not to be taken for the next one's.
            try await Task.sleep(for: FolderWatcher.quiet * 2)
            result.append(count.value.load(ordering: .relaxed) > 0)
        }
        return result
    }

    private final class Count: Sendable {
        let value = Atomic(0)
    }

    @Test func oneFolderUnderTwoNamesIsQuiet() async throws {
        let folder = try TemporaryFolder()
        let stream = try FolderWatcher(folders: [
            folder.path, folder.path + "/../\(folder.path.split(separator: "/").last ?? "")",
        ])
        .changes()
        let count = Count()
        let counting = Task { for await _ in stream { count.value.add(1, ordering: .relaxed) } }
        defer { counting.cancel() }
        try await Task.sleep(for: .seconds(2))
        #expect(count.value.load(ordering: .relaxed) == 0)
        try folder.write("a.md", "a")
        let end = ContinuousClock.now + .seconds(10)
        while count.value.load(ordering: .relaxed) == 0, ContinuousClock.now < end {
            try await Task.sleep(for: .milliseconds(5))
        }
        #expect(count.value.load(ordering: .relaxed) == 1)
    }

    @Test(arguments: [
        "write", "make", "save by rename", "write in a folder", "remove", "move a folder in", "link",
        "write where a link leads", "write in .well-known",
    ])
    func changesAreNoticed(_ kind: String) async throws {
        let folder = try TemporaryFolder()
        let elsewhere = try TemporaryFolder()
        defer {
            folder.remove()
            elsewhere.remove()
        }
        try folder.makeFolder("van-ban/2018")
        try folder.write("a.md", "một")
        try folder.makeFolder("_goc/.well-known")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/link", withDestinationPath: "van-ban/2018")
        let result = try await noticed(
            in: folder,
            [
                { folder in
                    switch kind {
                    case "write": try folder.write("a.md", "hai")
                    case "make": try folder.write("b.md", "mới")
                    case "save by rename":
                        try folder.write(".a.md.tmp", "hai")
                        try folder.move(".a.md.tmp", to: "a.md")
                    case "write in a folder": try folder.write("van-ban/2018/c.md", "ba")
                    case "remove": try folder.delete("a.md")
                    case "move a folder in": _ = unsafe rename(elsewhere.path, folder.path + "/moved")
                    case "link":
                        try FileManager.default.createSymbolicLink(
                            atPath: folder.path + "/l.md", withDestinationPath: "a.md")
                    case "write where a link leads": try folder.write("link/d.md", "bốn")
                    default: try folder.write("_goc/.well-known/security.txt", "năm")
                    }
                }
            ])
        #expect(result == [true])
    }

    @Test func foldersMadeLaterAreWatched() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let result = try await noticed(
            in: folder,
            [
                { try $0.makeFolder("mo-hinh/2024/quy-1") },
                { try $0.write("mo-hinh/2024/quy-1/a.md", "một") },
                { try $0.move("mo-hinh", to: "bai-hoc") },
                { try $0.write("bai-hoc/2024/quy-1/a.md", "hai") },
                { try $0.delete("bai-hoc") },
                { try $0.makeFolder("bai-hoc") },
                { try $0.write("bai-hoc/b.md", "ba") },
            ])
        #expect(result == Array(repeating: true, count: 7))
    }

    @Test func whatEditorsWriteForThemselvesIsNoChange() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let result = try await noticed(
            in: folder, expected: false,
            [
                { try $0.write(".a.md.swp", "x") }, { try $0.write("a.md~", "x") }, { try $0.write("#a.md#", "x") },
                { try $0.write("4913", "x") }, { try $0.makeFolder(".git/objects") },
                { try $0.write(".git/objects/a", "x") },
            ])
        #expect(result == Array(repeating: false, count: 6))
    }

    @Test func aBurstIsFewChanges() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let stream = try FolderWatcher(folders: [folder.path]).changes()
        let count = Count()
        let counting = Task { for await _ in stream { count.value.add(1, ordering: .relaxed) } }
        defer { counting.cancel() }
        for number in 0..<300 { try folder.write("\(number).md", "x") }
        for _ in 0..<200 where count.value.load(ordering: .relaxed) == 0 {
            try await Task.sleep(for: .milliseconds(50))
        }
        try await Task.sleep(for: .seconds(1))
        // One, unless the machine stood still for a while.
        #expect((1...5).contains(count.value.load(ordering: .relaxed)))
    }

    @Test func linksOutOfTheFolderAreNotFollowed() async throws {
        let folder = try TemporaryFolder()
        let elsewhere = try TemporaryFolder()
        defer {
            folder.remove()
            elsewhere.remove()
        }
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/link", withDestinationPath: elsewhere.path)
        let steps: [@Sendable (TemporaryFolder) throws -> Void] = [{ _ in try elsewhere.write("a.md", "x") }]
        #expect(try await noticed(in: folder, expected: false, steps) == [false])
    }

    /// A log that is written into the folder must not keep a saved page from the screen.
    @Test func whatIsNeverQuietCountsAllTheSame() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let stream = try FolderWatcher(folders: [folder.path]).changes()
        let writing = Task.detached {
            for number in 0... {
                try folder.write("log", "\(number)")
                try await Task.sleep(for: FolderWatcher.quiet / 10)
            }
        }
        defer { writing.cancel() }
        #expect(await stream.first { _ in true } != nil)
    }

    @Test func aLoopOfLinksEnds() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        try folder.makeFolder("a")
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/a/b", withDestinationPath: folder.path)
        #expect(try await noticed(in: folder, [{ try $0.write("a/c.md", "x") }]) == [true])
    }

    @Test func eventsAreReadFromBytes() {
        var bytes: [UInt8] = [1, 0, 0, 0, 0, 1, 0, 64, 0, 0, 0, 0, 8, 0, 0, 0] + Array("ở.md".utf8)
        bytes += Array(repeating: 0, count: 24 - bytes.count)
        let event = Inotify.Event(folder: 1, bits: 0x4000_0100, name: "ở.md")
        #expect(Inotify.events(in: bytes + bytes) == [event, event])
        #expect(event.has(IN_CREATE) && event.has(IN_ISDIR) && !event.has(IN_DELETE))
        // Whatever is cut off is no event, and no trap.
        for count in 0..<bytes.count {
            #expect(Inotify.events(in: Array(bytes.prefix(count))).count == (count < 16 ? 0 : 1))
        }
        #expect(Inotify.events(in: Array(repeating: 255, count: 40)).count == 1)
    }
}
