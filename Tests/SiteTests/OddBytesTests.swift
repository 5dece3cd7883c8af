import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Content
@testable import Pipeline
@testable import Reading
@testable import Site
@testable import SiteTemplates

/// Files no editor should make and some program did.
@Suite struct OddBytesTests {
    private func outcome(of files: [String: [UInt8]]) async throws -> (site: Site, problems: [String]) {
        let folder = try TemporaryFolder()
        for (path, bytes) in files { try folder.write(bytes, to: path) }
        let (sources, problems) = try await ContentFolder(path: folder.path).read(jobs: 2)
        let (templates, _) = try TemplateFolder.read(Goldens.repository.path + "/site-templates")
        let outcome = await SitePipeline(options: BuildOptions()).run(sources, templates)
        let text = DiagnosticPrinter(format: .short, language: .english).text(
            for: (problems + outcome.diagnostics).sorted())
        let lines = text.replacing(folder.path + "/", with: "").split(separator: "\n").map(String.init)
        return (outcome.site, lines)
    }

    @Test func byteOrderMarkAndCarriageReturnsAreHarmless() async throws {
        let text = "\u{FEFF}---\r\ntitle: Một\r\n---\r\n\r\nHai [ba](khong-co.md)\r\n"
        let (site, problems) = try await outcome(of: ["index.md": Array(text.utf8)])
        #expect(site.collection.title(of: 0) == "Một")
        #expect(problems == ["index.md:5:5: error: link to a page that does not exist: khong-co.md [broken-link]"])
    }

    @Test func nulIsReportedWithItsPlace() async throws {
        let (_, problems) = try await outcome(of: ["index.md": Array("# Một\n\nhai\0ba\n".utf8)])
        #expect(problems == ["index.md:3:4: error: the file holds a NUL byte, it may not be a text [nul-byte]"])
    }

    @Test func invalidUTF8IsReportedWithItsPlace() async throws {
        let (site, problems) = try await outcome(of: [
            "index.md": Array("# Một\n\nhai ".utf8) + [0xC3, 0x28] + Array(" ba\n".utf8)
        ])
        #expect(problems == ["index.md:3:5: error: the file is not UTF-8 [invalid-utf8]"])
        #expect(site.collection.html(of: 0).contains("ba"))
    }

    @Test func privateUseCharactersInATextMakeNoLink() async throws {
        let mark = "\u{E000}\u{F8FF}\u{E000}"
        let text = "# Một\n\nTheo Chỉ thị số 24-CT/TU và \(mark)0\(mark) hai.\n"
        let (site, _) = try await outcome(of: ["index.md": Array(text.utf8)])
        #expect(site.collection.html(of: 0).contains("\(mark)0\(mark)"))
        #expect(site.collection.html(of: 0).components(separatedBy: "chua-co/").count == 2)
    }

    @Test func namesInNFDAndWithSpacesBecomeSlugs() async throws {
        let (site, problems) = try await outcome(of: [
            "Ba\u{0300}i ho\u{0323}c/Đầu tiên.md": Array("# Một\n".utf8),
            "index.md": Array(
                "# Chủ\n\n[một](<Bài học/Đầu tiên.md>) [hai](B%C3%A0i%20h%E1%BB%8Dc/%C4%90%E1%BA%A7u%20ti%C3%AAn.md)\n"
                    .utf8),
        ])
        #expect(problems.isEmpty)
        #expect(site.collection.pages.map(\.url).sorted() == ["bai-hoc/dau-tien.html", "index.html"])
    }

    @Test func aLineOfFiftyMegabytesIsAPage() async throws {
        let line = [UInt8](repeating: UInt8(ascii: "a"), count: 50_000_000)
        let (site, problems) = try await outcome(of: ["index.md": Array("# Dài\n\n".utf8) + line])
        #expect(problems.isEmpty)
        #expect(site.collection.html(of: 0).utf8.count > line.count)
    }

    @Test func linksThatLoopOrLeadNowhereAreReported() async throws {
        let folder = try TemporaryFolder()
        try folder.write(Array("# Một\n".utf8), to: "a/index.md")
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/a/lap", withDestinationPath: "../a")
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/mat.md", withDestinationPath: "khong-co.md")
        let (files, problems) = try await ContentFolder(path: folder.path).read(jobs: 1)
        #expect(files.map(\.path) == ["a/index.md"])
        #expect(problems.map(\.id) == ["symlink-loop", "dangling-link"])
        #expect(problems.map(\.location.path) == [folder.path + "/a/lap", folder.path + "/mat.md"])
    }

    @Test(
        arguments: [
            ([0x41], nil), ([0xC3, 0xA0], nil), ([0xE1, 0xBB, 0x87], nil), ([0xF0, 0x9F, 0x98, 0x80], nil),
            ([0xC0, 0x80], 0), ([0xED, 0xA0, 0x80], 0), ([0x41, 0xE1, 0xBB], 1), ([0xF5, 0x80, 0x80, 0x80], 0),
            ([0x80], 0),
            ([0xE1, 0xBB, 0x41], 0),
        ] as [([UInt8], Int?)])
    func knowsWellFormedUTF8(_ bytes: [UInt8], _ offset: Int?) {
        #expect(TextCleaning.firstInvalidByte(bytes) == offset)
    }
}
