import Foundation
import TestSupport
import Testing

/// `sohieu bundle`, unpacked and checked with the tools that people have.
@Suite struct BundleCommandTests {
    private let temporary: TemporaryFolder
    private static let folder = "kho-thu"
    /// 01/02/2026 in Vietnam.
    private static let epoch = 1_769_925_600

    init() throws {
        temporary = try TemporaryFolder()
        try write([
            "content/site.yaml": "title: Kho thử\n",
            "content/index.md": "---\ntitle: Trang đầu\n---\n\nChữ.\n",
            "content/van-ban/a.md":
                "---\ntitle: Một\nnumber: 1-CT/TW\nattachments:\n  - path: a.pdf\n    title: Bản gốc\n---\n\nChữ.\n",
            "content/van-ban/a.pdf": "%PDF-1.4 giả",
            "content/van-ban/b.md": "---\ntitle: Hai\nnumber: 2-CT/TW\n---\n\nChữ.\n",
        ])
    }

    private func write(_ texts: [String: String]) throws {
        for (path, text) in texts { try temporary.write(Array(text.utf8), to: path) }
    }

    private func sohieu(_ arguments: String...) throws -> CommandLineTests.Run {
        try CommandLineTests.sohieu(arguments, in: temporary.path, epoch: Self.epoch)
    }

    private func bundle(_ output: String, _ more: String...) throws -> CommandLineTests.Run {
        let templates = CommandLineTests.repository.path + "/site-templates"
        return try CommandLineTests.sohieu(
            ["bundle", "-t", templates, "-o", output] + more, in: temporary.path, epoch: Self.epoch)
    }

    private func unpack(_ archive: String, into folder: String) throws {
        let run = try CommandLineTests.run("/usr/bin/unzip", ["-qo", archive, "-d", folder], in: temporary.path)
        #expect(run.status == 0, "\(run.errors)")
    }

    /// Relative path → bytes, of every file below a folder.
    private func files(_ folder: String) throws -> [String: Data] {
        let root = temporary.path + "/" + folder
        var files: [String: Data] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: root) {
            files[path] = FileManager.default.contents(atPath: root + "/" + path)
        }
        return files
    }

    @Test func aBundleHoldsTheSiteAndSaysWhatItIs() throws {
        let run = try bundle("a.zip")
        #expect(run.status == 0, "\(run.errors)")
        #expect(try CommandLineTests.run("/usr/bin/unzip", ["-tq", "a.zip"], in: temporary.path).status == 0)
        try unpack("a.zip", into: "usb")
        let top = try FileManager.default.contentsOfDirectory(atPath: temporary.path + "/usb/" + Self.folder).sorted()
        #expect(top == ["0-MO-TRANG-NAY.html", "DOC-TRUOC.txt", "SHA256SUMS", "trang"])
        let sums = try CommandLineTests.run(
            "/usr/bin/sha256sum", ["--check", "--quiet", "SHA256SUMS"], in: temporary.path + "/usb/" + Self.folder)
        #expect(sums.status == 0, "\(sums.output)\(sums.errors)")

        let files = try files("usb/" + Self.folder)
        let start = String(decoding: try #require(files["0-MO-TRANG-NAY.html"]), as: UTF8.self)
        #expect(start.contains("href=\"trang/index.html\"") && start.contains("Đóng gói ngày 01/02/2026"))
        let readMe = try #require(files["DOC-TRUOC.txt"])
        #expect(readMe.starts(with: [0xEF, 0xBB, 0xBF]))
        let lines = String(decoding: readMe, as: UTF8.self).unicodeScalars
        #expect(lines.filter { $0 == "\n" }.count == lines.filter { $0 == "\r" }.count)
        #expect(files["trang/van-ban/a.pdf"] == Data("%PDF-1.4 giả".utf8))
    }

    @Test func aBundleHoldsWhatBuildWrites() throws {
        _ = try bundle("a.zip")
        try unpack("a.zip", into: "usb")
        let templates = CommandLineTests.repository.path + "/site-templates"
        _ = try sohieu("build", "-t", templates, "-o", "public")
        #expect(try files("usb/\(Self.folder)/trang") == files("public"))
    }

    @Test func theSameSiteGivesTheSameBytes() throws {
        _ = try bundle("a.zip", "-j", "1")
        _ = try bundle("b.zip", "-j", "4")
        let path = temporary.path
        #expect(FileManager.default.contentsEqual(atPath: path + "/a.zip", andPath: path + "/b.zip"))
    }

    @Test func damageIsToldFileByFile() throws {
        _ = try bundle("a.zip")
        try unpack("a.zip", into: "usb")
        let intact = try sohieu("bundle", "--verify", "usb")
        #expect(intact.status == 0 && intact.output.isEmpty)
        let root = temporary.path + "/usb/\(Self.folder)/"

        var page = try #require(FileManager.default.contents(atPath: root + "trang/van-ban/a.html"))
        page[page.count / 2] ^= 1
        try page.write(to: URL(fileURLWithPath: root + "trang/van-ban/a.html"))
        try FileManager.default.removeItem(atPath: root + "trang/van-ban/b.html")
        try write(["usb/\(Self.folder)/trang/la.html": "lạ", "usb/\(Self.folder)/Thumbs.db": "x"])

        let run = try sohieu("bundle", "--verify", "usb", "--format", "short")
        #expect(run.status == 1)
        let told = run.output.split(separator: "\n").map { $0.replacing("usb/\(Self.folder)/", with: "") }
        #expect(
            told == [
                "Thumbs.db:1:1: note: left by a system, passed over [strewn-file]",
                "trang/la.html:1:1: error: added: the original has no such file [added-file]",
                "trang/van-ban/a.html:1:1: error: changed: not the bytes of the original [changed-file]",
                "trang/van-ban/b.html:1:1: error: the file is missing [missing-file]",
            ])
    }

    @Test func aFolderWithoutAListIsMisuse() throws {
        try write(["usb/a.txt": "a"])
        let run = try sohieu("bundle", "--verify", "usb")
        #expect(run.status == 2 && run.errors.contains("SHA256SUMS"))
    }

    @Test func anUpdateMakesAnOldCopyANewOne() throws {
        _ = try bundle("cu.zip")
        try unpack("cu.zip", into: "cu")
        try FileManager.default.removeItem(atPath: temporary.path + "/content/van-ban/b.md")
        try write(["content/van-ban/c.md": "---\ntitle: Ba\nnumber: 3-CT/TW\n---\n\nChữ.\n"])
        _ = try bundle("moi.zip")
        try unpack("moi.zip", into: "moi")

        let run = try bundle("cap-nhat.zip", "--since", "cu/\(Self.folder)/SHA256SUMS")
        #expect(run.status == 0, "\(run.errors)")
        try unpack("cap-nhat.zip", into: "nho")
        let update = try files("nho/" + Self.folder)
        #expect(update["trang/van-ban/c.html"] != nil && update["trang/van-ban/a.pdf"] == nil)

        try unpack("cap-nhat.zip", into: "cu")
        let deletions = String(decoding: try #require(update["CAN-XOA.txt"]), as: UTF8.self)
        let listed = deletions.split(separator: "\r\n").map(String.init).filter {
            $0.hasPrefix("trang/") || $0 == "CAN-XOA.txt"
        }
        #expect(listed.contains("trang/van-ban/b.html"))
        for path in listed { try FileManager.default.removeItem(atPath: "\(temporary.path)/cu/\(Self.folder)/\(path)") }
        #expect(try files("cu/" + Self.folder) == files("moi/" + Self.folder))
        #expect(try sohieu("bundle", "--verify", "cu").status == 0)
    }

    @Test func namesThatNoStickTakesAreAllTold() throws {
        try write(["content/van-ban/con.pdf": "1", "content/aux/nul.png": "2"])
        let run = try bundle("a.zip", "--format", "short")
        #expect(run.status == 1)
        let ids = run.errors.matches(of: /\[([a-z-]+)\]/).map { String($0.1) }
        // A folder and two files.
        #expect(ids.filter { $0 == "unportable-name" }.count == 3, "\(run.errors)")
        #expect(!FileManager.default.fileExists(atPath: temporary.path + "/a.zip"))
    }

    @Test func whatCannotBeWrittenLeavesTheOldArchive() throws {
        try write(["a.zip": "cũ"])
        // Where the workshop should stand there is a file.
        try write([".a.zip.sohieu": "chắn"])
        let run = try bundle("a.zip")
        #expect(run.status == 2 && run.errors.contains("a.zip cannot be written"))
        #expect(FileManager.default.contents(atPath: temporary.path + "/a.zip") == Data("cũ".utf8))
    }
}
