import Diagnostics
import Digests
import Foundation
import TestSupport
import Testing

@testable import Content
@testable import Output
@testable import Pipeline
@testable import Reading
@testable import Site
@testable import SiteTemplates

/// What lies in a content folder and is no plain file, and what goes into the site as it is.
@Suite struct ContentFolderTests {
    private let temporary: TemporaryFolder

    init() throws {
        temporary = try TemporaryFolder()
    }

    private func write(_ files: [String: String]) throws {
        for (path, text) in files { try temporary.write(Array(text.utf8), to: path) }
    }

    private func link(_ path: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: temporary.path + "/" + path, withDestinationPath: target)
    }

    /// The files and problems, as one line each, of the folder `content`.
    private func read() async throws -> (files: [SourceFile], problems: [String]) {
        let (files, problems) = try await ContentFolder(path: temporary.path + "/content").read(jobs: 2)
        let text = DiagnosticPrinter(format: .short, language: .english).text(for: problems.sorted())
        return (files, text.replacing(temporary.path + "/", with: "").split(separator: "\n").map(String.init))
    }

    private func site(_ settings: String = "") async throws -> (site: Site, problems: [String]) {
        try write(["content/site.yaml": settings])
        let (files, problems) = try await ContentFolder(path: temporary.path + "/content").read(jobs: 2)
        let (templates, _) = try TemplateFolder.read(Goldens.repository.path + "/site-templates")
        let outcome = await SitePipeline(options: BuildOptions()).run(files, templates)
        return (outcome.site, (problems + outcome.diagnostics).map(\.id))
    }

    @Test func linksAreFollowedOnlyWithinTheFolder() async throws {
        try write([
            "content/a/index.md": "# Một\n", "content/a/hinh.png": "x", "rieng/mat.txt": "mật",
            "content2/b.md": "# B\n",
        ])
        try link("content/trong.png", to: "a/hinh.png")
        try link("content/thu-muc", to: temporary.path + "/content/a")
        try link("content/mat.txt", to: "../rieng/mat.txt")
        try link("content/het", to: "../rieng")
        // A folder whose path begins like that of the content.
        try link("content/ben-canh.md", to: "../content2/b.md")
        try link("content/thiet-bi.txt", to: "/dev/zero")
        try link("content/vong.md", to: "vong.md")
        let (files, problems) = try await read()
        #expect(
            files.map(\.path) == ["a/hinh.png", "a/index.md", "thu-muc/hinh.png", "thu-muc/index.md", "trong.png"])
        let outside = "error: the link leads out of the folder, to"
        #expect(
            problems == [
                "content/ben-canh.md:1:1: \(outside) content2/b.md [outside-link]",
                "content/het:1:1: \(outside) rieng [outside-link]",
                "content/mat.txt:1:1: \(outside) rieng/mat.txt [outside-link]",
                "content/thiet-bi.txt:1:1: \(outside) /dev/zero [outside-link]",
                "content/vong.md:1:1: error: the link leads to no file [dangling-link]",
            ])
    }

    @Test func aContentFolderThatIsALinkIsRead() async throws {
        try write(["that/index.md": "# Một\n", "that/hinh.png": "x"])
        try link("content", to: "that")
        try link("that/lai.png", to: "hinh.png")
        let (files, problems) = try await read()
        #expect(files.map(\.path) == ["hinh.png", "index.md", "lai.png"])
        #expect(problems.isEmpty)
    }

    @Test func whatIsNoFileIsCalledWhatItIs() async throws {
        try write(["content/index.md": "# Một\n"])
        // A name as Windows-1258 has it: no string of Swift can say it.
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/bash")
        shell.arguments = ["-c", #"mkfifo ong.md; : >$'b\xe0i.md'"#]
        shell.currentDirectoryURL = URL(fileURLWithPath: temporary.path + "/content")
        try shell.run()
        shell.waitUntilExit()
        let (files, problems) = try await read()
        #expect(files.map(\.path) == ["index.md"])
        #expect(
            problems == [
                "content/b\u{FFFD}i.md:1:1: error: the name is not UTF-8 [undecodable-name]",
                "content/ong.md:1:1: error: it is a pipe (FIFO), no file [special-file]",
            ])
    }

    @Test func ofTheTemplatesNeitherPipesNorLinksThatLeadOutAreRead() async throws {
        try write(["khuon/strings/vi.yaml": "a: b\n"])
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/bash")
        let made = [
            "mkdir assets", "mkfifo page.mustache assets/a.css", "ln -s khong-co assets/b.css",
            "ln -s /etc/passwd assets/c.txt", "ln -s ../strings/vi.yaml assets/d.yaml",
        ]
        shell.arguments = ["-c", made.joined(separator: "; ")]
        shell.currentDirectoryURL = URL(fileURLWithPath: temporary.path + "/khuon")
        try shell.run()
        shell.waitUntilExit()
        let (folder, problems) = try TemplateFolder.read(temporary.path + "/khuon")
        #expect(folder.assets.keys.sorted() == ["d.yaml"])
        #expect(
            problems.filter { $0.id != "missing-words" }.map { $0.location.path.lastPathPart + " " + $0.id }
                == [
                    "a.css special-file", "b.css dangling-link", "c.txt outside-link", "page.mustache special-file",
                ])
    }

    @Test func filesOfTheRootFolderGoToTheRootAsTheyAre() async throws {
        try write([
            "content/index.md": "# Một\n\n[khóa](_goc/.well-known/khoa.txt)\n", "content/_goc/robots.txt": "của tôi",
            "content/_goc/.well-known/khoa.txt": "k", "content/_goc/Tệp Lạ.HTML": "<p>", "content/_goc/a.md": "# A\n",
            "content/_goc/site.yaml": "title: không\n", "content/_goc/.git/config": "g", "content/_goc/.DS_Store": "d",
            "content/.an/b.txt": "b",
        ])
        let (site, problems) = try await site("title: Kho\n")
        #expect(problems.isEmpty)
        #expect(site.collection.settings.title == "Kho")
        #expect(site.collection.pages.map(\.url) == ["index.html"])
        #expect(
            site.copies.map(\.path) == [".well-known/khoa.txt", "Tệp Lạ.HTML", "a.md", "robots.txt", "site.yaml"])
        // Their own robots.txt in place of ours, and no address twice.
        let paths = site.outputFiles(index: []).map(\.path)
        #expect(Set(paths).count == paths.count)
        #expect(!site.routes.contains { $0.path == "robots.txt" })
        #expect(site.collection.html(of: 0).contains("href=\".well-known/khoa.txt\""))
    }

    @Test func readersWhoKeepTheSiteAreNotAskedForFilesThatAServerKeepsToItself() async throws {
        try write(["content/index.md": "# Một\n", "content/_goc/.htaccess": "x", "content/a.pdf": "x"])
        let site = try await site().site
        let worker = try #require(OfflineFiles(site: site).worker(Checksums(), bytes: 0))
        #expect(String(decoding: worker, as: UTF8.self).contains(#""unkept":[".htaccess"]"#))
    }

    @Test func htmlFilesAreCopiedWhereTheSiteAllowsThem() async throws {
        try write(["content/index.md": "# Một\n\n[bảng](bang.html)\n", "content/bang.html": "<p>"])
        #expect(try await site().problems.contains("html-file"))
        let (site, problems) = try await site("html_files: true\n")
        #expect(problems.isEmpty)
        #expect(site.copies.map(\.path) == ["bang.html"])
        #expect(site.collection.html(of: 0).contains("href=\"bang.html\""))
    }

    @Test func namesThatGrowTooLongAreToldBeforeAnythingIsWritten() async throws {
        let stem = String(repeating: "a", count: 252)
        try write(["content/index.md": "# Một\n", "content/\(stem).md": "# Hai\n"])
        #expect(try await site().problems == ["long-name"])
    }
}
