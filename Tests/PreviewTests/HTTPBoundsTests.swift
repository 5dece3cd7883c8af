import Diagnostics
import FlyingSocks
import Foundation
import Glibc
import Synchronization
import Testing

@testable import Preview

/// What one client may cost the others; the program under attack is in `Tests/Browser/test_preview.py`.
@Suite(.timeLimit(.minutes(1))) struct HTTPBoundsTests {
    private func serve(_ change: (inout HTTPBounds) -> Void, _ body: (RunningPreview) async throws -> Void) async throws
    {
        var bounds = HTTPBounds()
        bounds.sweep = .milliseconds(20)
        change(&bounds)
        let site = FakeSite(["index.html": "trang", "a.txt": String(repeating: "a", count: 20_000_000)])
        try await RunningPreview.run(bounds: bounds) {
            PreviewLoad(site: site, diagnostics: [])
        } _: {
            try await body($0)
        }
    }

    @Test func aRequestThatNeverEndsIsToldSo() async throws {
        try await serve {
            $0.headTime = .milliseconds(100)
        } _: { preview in
            var answer = try await preview.say("GET / HTTP/1.1\r\nHost: localhost\r\n")
            #expect(try await answer.whole().status == 408)
        }
    }

    @Test func aConnectionWithoutRequestsEnds() async throws {
        try await serve {
            $0.idleTime = .milliseconds(100)
        } _: { preview in
            var answer = try await preview.say("")
            #expect(try await answer.rest() == "")
            // Between two requests as before the first.
            var second = try await preview.say("GET /a HTTP/1.1\r\nHost: localhost\r\n\r\n")
            #expect(try await second.rest().hasPrefix("HTTP/1.1 404 "))
        }
    }

    @Test func whoeverDoesNotReadIsLeft() async throws {
        try await serve {
            $0.writeTime = .milliseconds(100)
        } _: { preview in
            let answer = try await preview.say("GET /a.txt HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            try await Task.sleep(for: .seconds(1))
            var read = answer
            #expect(try await read.rest().utf8.count < 20_000_000)
        }
    }

    @Test func whoeverReadsSlowlyGetsAll() async throws {
        try await serve {
            $0.writeTime = .seconds(20)
        } _: { preview in
            var answer = try await preview.say("GET /a.txt HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            #expect(try await answer.whole().body.utf8.count == 20_000_000)
        }
    }

    @Test func theConnectionLongestWithoutAnythingMakesRoom() async throws {
        try await serve {
            $0.connections = 4
        } _: { preview in
            var idle: [Answer] = []
            for _ in 0..<12 { idle.append(try await preview.say("")) }
            #expect(try await preview.ask("GET /").status == 200)
            #expect(try await idle[0].rest() == "")
        }
    }

    @Test func readingTheSiteKeepsNoPageWaiting() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let (reads, isAnswered) = (Counter(), Counter())
        // Every thread of its priority is held until a page has been answered.
        @Sendable func work() async {
            await withTaskGroup { group in
                for _ in 0..<(2 * ProcessInfo.processInfo.activeProcessorCount) {
                    group.addTask { while isAnswered.value.load(ordering: .relaxed) == 0 { usleep(2000) } }
                }
            }
        }
        try await RunningPreview.run(watching: [folder.path]) {
            if reads.value.add(1, ordering: .relaxed).oldValue > 0 { await work() }
            return PreviewLoad(site: FakeSite(["index.html": "trang"]), diagnostics: [])
        } _: { preview in
            #expect(try await preview.ask("GET /").status == 200)
            try folder.write("a.md", "x")
            while reads.value.load(ordering: .relaxed) < 2 { try await Task.sleep(for: .milliseconds(10)) }
            #expect(try await preview.ask("GET /").status == 200)
            isAnswered.value.store(1, ordering: .relaxed)
        }
    }

    @Test func theServerEndsWhileTheSiteIsBeingRead() async throws {
        let isOver = Counter()
        try await RunningPreview.run {
            while isOver.value.load(ordering: .relaxed) == 0 { try? await Task.sleep(for: .milliseconds(10)) }
            return PreviewLoad(site: nil, diagnostics: [])
        } _: { preview in
            _ = try await preview.open("GET /")
        }
        isOver.value.store(1, ordering: .relaxed)
    }

    private final class Counter: Sendable {
        let value = Atomic(0)
    }
}
