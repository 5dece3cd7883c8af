import Foundation
import TestSupport
import Testing

/// What a build does where the last one has left a site: only what has changed is written.
@Suite struct RebuildTests {
    private let temporary: TemporaryFolder
    private let templates = CommandLineTests.repository.path + "/site-templates"

    init() throws {
        temporary = try TemporaryFolder()
        try write([
            "content/index.md": "# Một\n", "content/hai.md": "# Hai\n\nChữ.\n", "content/anh.png": "ảnh",
            "content/bo-di.md": "# Bỏ đi\n",
        ])
    }

    private func write(_ files: [String: String]) throws {
        for (path, text) in files { try temporary.write(Array(text.utf8), to: path) }
    }

    /// Runs a build with `--timings` and gives what it said.
    private func build(_ arguments: String..., caches: String? = "nho") throws -> String {
        let program = Bundle.main.executableURL?.deletingLastPathComponent().appendingPathComponent("sohieu").path
        let run = try CommandLineTests.run(
            program ?? "", ["build", "--timings", "-t", templates] + arguments, in: temporary.path,
            caches.map { ["XDG_CACHE_HOME": "\(temporary.path)/\($0)"] } ?? [:])
        #expect(run.status == 0, "\(run.errors)")
        return run.errors
    }

    private func number(_ path: String) throws -> Int? {
        let attributes = try FileManager.default.attributesOfItem(atPath: temporary.path + "/" + path)
        return (attributes[.systemFileNumber] as? NSNumber)?.intValue
    }

    private func files(in folder: String) -> [String: Data] {
        let names =
            FileManager.default.enumerator(atPath: temporary.path + "/" + folder)?.compactMap { $0 as? String } ?? []
        return names.reduce(into: [:]) {
            $0[$1] = FileManager.default.contents(atPath: "\(temporary.path)/\(folder)/\($1)")
        }
    }

    @Test(arguments: ["nho", nil]) func aBuildWithoutAChangeWritesNothingAndSaysSo(_ caches: String?) throws {
        _ = try build(caches: caches)
        let before = try (number("public"), number("public/index.html"), number("public/SHA256SUMS"))
        let said = try build(caches: caches)
        #expect(said.contains("Nothing has changed: public/ is as it was"), "\(said)")
        #expect(try before == (number("public"), number("public/index.html"), number("public/SHA256SUMS")))
        #expect(said.contains(" files written") == (caches == nil))
        // Nothing is left beside the output.
        #expect(try FileManager.default.contentsOfDirectory(atPath: temporary.path).filter { $0.hasPrefix(".") } == [])
    }

    @Test func onlyWhatHasChangedIsWritten() throws {
        _ = try build()
        let (page, picture) = try (number("public/index.html"), number("public/anh.png"))
        try write(["content/hai.md": "# Hai\n\nChữ khác.\n"])
        try FileManager.default.removeItem(atPath: temporary.path + "/content/bo-di.md")
        let said = try build()
        #expect(said.contains(" kept, 1 removed"), "\(said)")
        #expect(try page == number("public/index.html") && picture == number("public/anh.png"))
        _ = try build("-o", "moi")
        #expect(files(in: "public") == files(in: "moi"))
    }

    @Test(arguments: ["nho", nil]) func whatSomebodyHasChangedIsNeverTakenOver(_ caches: String?) throws {
        _ = try build(caches: caches)
        // Of the same length, so that only the time and the bytes tell.
        let path = temporary.path + "/public/hai.html"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let handle = try #require(FileHandle(forWritingAtPath: path))
        try handle.write(contentsOf: Data(text.replacing("Chữ.", with: "CHỮ.").utf8))
        try handle.close()
        let said = try build("--force", caches: caches)
        #expect(said.contains("\n    hai.html\n"), "\(said)")
        #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
    }

    @Test func aFileWithASecondNameIsWrittenAnew() throws {
        _ = try build()
        let copy = temporary.path + "/giu-rieng.html"
        try FileManager.default.linkItem(atPath: temporary.path + "/public/index.html", toPath: copy)
        try write(["content/hai.md": "# Hai\n\nChữ khác.\n"])
        _ = try build()
        // Whoever edits their copy does not edit the site.
        #expect(try number("public/index.html") != number("giu-rieng.html"))
    }

    @Test func aLinkInThePlaceOfAFileIsNotFollowed() throws {
        _ = try build()
        let path = temporary.path + "/public/hai.html"
        try FileManager.default.moveItem(atPath: path, toPath: temporary.path + "/ngoai.html")
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "../ngoai.html")
        let said = try build("--force")
        #expect(said.contains("\n    hai.html\n"), "\(said)")
        #expect((try? FileManager.default.destinationOfSymbolicLink(atPath: path)) == nil)
        #expect(try number("public/hai.html") != number("ngoai.html"))
    }

    @Test func whatIsRememberedIsCheckedBeforeItIsTrusted() throws {
        _ = try build()
        let site = files(in: "public")
        for (path, bytes) in files(in: "nho") where !bytes.isEmpty {
            // A byte of each thing that is remembered, at its start, in its middle, at its end.
            for place in [0, bytes.count / 2, bytes.count - 1] {
                var broken = bytes
                broken[broken.startIndex + place] ^= 1
                try broken.write(to: URL(fileURLWithPath: "\(temporary.path)/nho/\(path)"))
                _ = try build()
                #expect(files(in: "public") == site)
            }
        }
        #expect(try build("--verify").contains("Compared: every file is to the byte what was made from scratch."))
    }

    @Test func anotherDayAnotherTemplateAnotherOptionIsAnotherBuild() throws {
        _ = try build()
        try write(["content/mai.md": "---\ntitle: Mai\ndate: 2099-01-01\n---\n\nChữ.\n"])
        _ = try build()
        #expect(files(in: "public")["mai.html"] == nil)
        #expect(!(try build("-F")).contains("Nothing has changed"))
        #expect(files(in: "public")["mai.html"] != nil)
        #expect(!(try build("-F", "--base-url", "https://vi-du.vn/")).contains("Nothing has changed"))
        try write(["content/anh.png": "hình"])
        #expect(!(try build("-F", "--base-url", "https://vi-du.vn/")).contains("Nothing has changed"))
        #expect(files(in: "public")["anh.png"] == Data("hình".utf8))
    }

    @Test func cleaningRemovesWhatIsRemembered() throws {
        _ = try build()
        #expect(!files(in: "nho").isEmpty)
        let program = Bundle.main.executableURL?.deletingLastPathComponent().appendingPathComponent("sohieu").path
        let run = try CommandLineTests.run(
            program ?? "", ["clean"], in: temporary.path, ["XDG_CACHE_HOME": temporary.path + "/nho"])
        #expect(run.status == 0 && files(in: "nho").filter { !$0.value.isEmpty }.isEmpty)
    }
}
