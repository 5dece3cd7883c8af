import Diagnostics
import Foundation
import Preview
import Testing

@Suite(.timeLimit(.minutes(1))) struct LiveReloadTests {
    /// Reads `index.html` of a folder; a page that holds the word "lỗi" is one with an error.
    private func load(_ folder: TemporaryFolder) -> PreviewLoad {
        let text = (try? String(contentsOfFile: folder.path + "/index.html", encoding: .utf8)) ?? ""
        return PreviewLoad(
            site: FakeSite(["index.html": text]), diagnostics: text.contains("lỗi") ? [.impossibleDate] : [])
    }

    /// The site and the number of errors an event tells of.
    private func state(_ event: String) throws -> (site: String, errors: Int) {
        let match = try #require(
            event.firstMatch(of: #/data: \{"site":"(.+?)","load":[0-9]+,"errors":([0-9]+)\}/#), "\(event)")
        return (String(match.1), try #require(Int(match.2)))
    }

    @Test func aSavedFileIsAnnouncedAndShown() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        try folder.write("index.html", "một")
        try await RunningPreview.run(watching: [folder.path]) {
            load(folder)
        } _: { preview in
            var events = try await preview.open("GET /__sohieu/events")
            let first = try state(try await events.read(to: "}\n\n"))
            #expect(try await preview.ask("GET /").body.contains("reload.js?\(first.site)\""))
            try folder.write("index.html", "hai")
            let second = try state(try await events.read(to: "}\n\n"))
            #expect(second.site != first.site && second.errors == 0)
            let page = try await preview.ask("GET /").body
            #expect(page.hasPrefix("hai") && page.contains("reload.js?\(second.site)\""))
        }
    }

    @Test func theLastGoodSiteStaysUntilErrorsAreMended() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        try folder.write("index.html", "tốt")
        try await RunningPreview.run(watching: [folder.path]) {
            load(folder)
        } _: { preview in
            var events = try await preview.open("GET /__sohieu/events")
            let good = try state(try await events.read(to: "}\n\n"))
            try folder.write("index.html", "lỗi")
            let bad = try state(try await events.read(to: "}\n\n"))
            #expect(bad.site == good.site && bad.errors == 1)
            #expect(try await preview.ask("GET /").body.hasPrefix("tốt"))
            let list = try await preview.ask("GET /__sohieu/overlay.html").body
            #expect(list.contains("Trang đang hiện là bản gần nhất không có lỗi."))
            try folder.write("index.html", "lại tốt")
            let mended = try state(try await events.read(to: "}\n\n"))
            #expect(mended.site != good.site && mended.errors == 0)
            #expect(try await preview.ask("GET /").body.hasPrefix("lại tốt"))
        }
    }

    @Test func whoeverPrintsIsTold() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        try folder.write("index.html", "tốt")
        try await RunningPreview.run(watching: [folder.path]) {
            load(folder)
        } _: { preview in
            var events = preview.events.makeAsyncIterator()
            for (text, expected) in [
                ("lỗi", (0, true, nil)), ("lỗi, lại", (1, false, [1, 0])), ("tốt", (1, false, [0, 0])),
            ] {
                guard case .loaded(let diagnostics, let change, let isShown, _) = await events.next() else {
                    Issue.record("no word of the reading")
                    return
                }
                let counts = change.map { [$0.new.count, $0.mended.count] }
                #expect(diagnostics.count == expected.0 && isShown == expected.1 && counts == expected.2)
                try folder.write("index.html", text)
            }
        }
    }

    /// Every way a folder may go and come: what matters is that the one that is there now is seen.
    @Test(arguments: ["remove and make", "move away and back", "replace by another", "turn a link"])
    func aFolderThatWasGoneIsSeenAgain(_ kind: String) async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        try folder.makeFolder("a")
        try folder.write("a/index.html", "một")
        try folder.makeFolder("b")
        try folder.write("b/index.html", "hai")
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/link", withDestinationPath: "a")
        let content = TemporaryFolder(at: folder.path + (kind == "turn a link" ? "/link" : "/a"))
        try await RunningPreview.run(watching: [content.path]) {
            load(content)
        } _: { preview in
            func see(_ text: String) async throws {
                while try await !preview.ask("GET /").body.hasPrefix(text) {
                    try await Task.sleep(for: .milliseconds(20))
                }
            }
            try await see("một")
            switch kind {
            case "remove and make":
                try folder.delete("a")
                try await see("<script")
                try folder.makeFolder("a")
                try folder.write("a/index.html", "hai")
            case "move away and back":
                try folder.move("a", to: "c")
                try await see("<script")
                try folder.write("c/index.html", "hai")
                try folder.move("c", to: "a")
            case "replace by another":
                try folder.move("a", to: "c")
                try folder.move("b", to: "a")
            default:
                try FileManager.default.createSymbolicLink(atPath: folder.path + "/new", withDestinationPath: "b")
                try folder.move("new", to: "link")
            }
            try await see("hai")
            try content.write("index.html", "ba")
            try await see("ba")
        }
    }
}
