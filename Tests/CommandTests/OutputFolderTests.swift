import Foundation
import TestSupport
import Testing

/// What `build`, `clean` and `bundle` leave alone. The attacks with kills, races and full disks are in `Tests/Attack`.
@Suite struct OutputFolderTests {
    private let temporary: TemporaryFolder
    private let templates = CommandLineTests.repository.path + "/site-templates"

    init() throws {
        temporary = try TemporaryFolder()
        try write(["content/index.md": "# Một\n"])
    }

    private func write(_ files: [String: String]) throws {
        for (path, text) in files { try temporary.write(Array(text.utf8), to: path) }
    }

    private func build(_ arguments: String...) throws -> CommandLineTests.Run {
        try CommandLineTests.sohieu(["build", "-t", templates] + arguments, in: temporary.path)
    }

    private func clean(_ arguments: String...) throws -> CommandLineTests.Run {
        try CommandLineTests.sohieu(["clean"] + arguments, in: temporary.path)
    }

    private func text(_ path: String) -> String? {
        FileManager.default.contents(atPath: temporary.path + "/" + path).map { String(decoding: $0, as: UTF8.self) }
    }

    private func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: temporary.path + "/" + path) }

    /// Everything below a folder but the site that a build wrote there.
    private func names(_ path: String = "") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: temporary.path + "/" + path).sorted()
    }

    @Test func aForeignFolderIsLeftAlone() throws {
        try write(["linh-tinh/quan-trong.txt": "quan trọng"])
        for run in [try build("-o", "linh-tinh"), try clean("-o", "linh-tinh")] {
            #expect(run.status == 2)
            #expect(
                run.errors == """
                    Error: linh-tinh holds 1 files that sohieu has not written, so all is left as it is:
                        quan-trong.txt
                    Files to be published with the site go into _goc/ of the content. Else move them, choose another output \
                    with -o, or --force to remove them.

                    """)
        }
        #expect(text("linh-tinh/quan-trong.txt") == "quan trọng")
        #expect(try names() == ["content", "linh-tinh"])
    }

    @Test(arguments: [".htaccess", "CNAME", ".well-known/khoa", "van-ban/.gitkeep", "Thumbs.db", "rong/"])
    func whatAUserAddsToASiteIsNeverRemovedUnasked(_ path: String) throws {
        #expect(try build().status == 0)
        if path.hasSuffix("/") {
            try FileManager.default.createDirectory(
                atPath: temporary.path + "/public/" + path, withIntermediateDirectories: true)
        } else {
            try write(["public/" + path: "của tôi"])
        }
        for run in [try build(), try clean()] {
            #expect(run.status == 2 && run.errors.contains("\n    \(path)\n"), "\(run.errors)")
        }
        #expect(exists("public/" + path))
        let forced = try build("--force")
        #expect(forced.status == 0, "\(forced.errors)")
        #expect(forced.errors.contains("Removing from public, for --force, 1 files"))
        #expect(forced.errors.contains("\n    \(path)\n"))
        #expect(!exists("public/" + path) && exists("public/index.html"))
    }

    @Test func aPageThatSomebodyHasChangedIsTheirs() throws {
        #expect(try build().status == 0)
        try write(["public/index.html": "sửa tay"])
        let run = try build()
        #expect(run.status == 2 && run.errors.contains("\n    index.html (changed)\n"), "\(run.errors)")
        #expect(text("public/index.html") == "sửa tay")
    }

    @Test func filesThatAreMissingAreNobodysWork() throws {
        #expect(try build().status == 0)
        try FileManager.default.removeItem(atPath: temporary.path + "/public/index.html")
        #expect(try build().status == 0)
        #expect(exists("public/index.html"))
    }

    @Test func aListOfDigestsAloneIsNoSite() throws {
        try write(["tai-ve/debian.iso": "", "tai-ve/SHA256SUMS": String(repeating: "0", count: 64) + "  debian.iso\n"])
        let run = try build("-o", "tai-ve")
        #expect(run.status == 2 && run.errors.contains("\n    SHA256SUMS\n    debian.iso\n"), "\(run.errors)")
    }

    @Test func theKeeperOfARepositoryStays() throws {
        try write(["public/.gitkeep": "giữ"])
        #expect(try build().status == 0)
        #expect(text("public/.gitkeep") == "giữ")
        #expect(try clean().status == 0)
        #expect(try names("public") == [".gitkeep"])
        #expect(try clean().status == 0)
    }

    @Test func aFolderThatLooksLikeASiteIsNotEmptied() throws {
        try write(["p/search/a": "1", "p/assets/b": "2"])
        #expect(try clean("-o", "p").status == 2)
        #expect(exists("p/search/a") && exists("p/assets/b"))
    }

    @Test func aFileIsNoOutput() throws {
        try write(["tep": "của tôi"])
        for run in [try build("-o", "tep"), try clean("-o", "tep"), try build("--force", "-o", "tep")] {
            #expect(run.status == 2)
            #expect(run.errors == "Error: tep is a file and is left alone; choose another output with -o\n")
        }
        #expect(text("tep") == "của tôi")
    }

    @Test func whoServesTheTargetOfALinkSeesTheNewSite() throws {
        try FileManager.default.createDirectory(
            atPath: temporary.path + "/www/kho", withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: temporary.path + "/public", withDestinationPath: "www/kho")
        #expect(try build().status == 0)
        #expect(exists("www/kho/index.html"))
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: temporary.path + "/public") == "www/kho")
        #expect(try names("www") == ["kho"])
        try FileManager.default.createSymbolicLink(
            atPath: temporary.path + "/mat", withDestinationPath: "khong-co")
        let run = try build("-o", "mat")
        #expect(run.status == 2 && run.errors.contains("mat is a link to what does not exist"), "\(run.errors)")
    }

    @Test(arguments: ["", "/", "~", "..", ".", "../"])
    func placesThatNoSiteBelongsInAreRefusedEvenByForce(_ output: String) throws {
        let home = temporary.path + "/nha"
        try write(["nha/rieng.txt": "riêng", "nha/viec/kho/index.md": "# Một\n"])
        let program = Bundle.main.executableURL?.deletingLastPathComponent().appendingPathComponent("sohieu").path
        let path = output.replacing("~", with: home)
        let run = try CommandLineTests.run(
            program ?? "", ["build", "--force", "-t", templates, "-s", temporary.path + "/content", "-o", path],
            in: home + "/viec", ["HOME": home])
        #expect(run.status == 2, "\(run.errors)")
        #expect(text("nha/rieng.txt") == "riêng" && exists("nha/viec/kho/index.md"))
    }

    @Test func aBuildThatFailsLeavesNoFolders() throws {
        try write(["content/index.md": "# Một\n\n[hai](khong-co.md)\n"])
        #expect(try build("-o", "a/b/c").status == 1)
        #expect(try names() == ["content"])
    }

    @Test func theRightsOfTheFolderStay() throws {
        #expect(try build().status == 0)
        let folder = temporary.path + "/public"
        try FileManager.default.setAttributes([.posixPermissions: 0o2750], ofItemAtPath: folder)
        #expect(try build().status == 0)
        let rights = try FileManager.default.attributesOfItem(atPath: folder)[.posixPermissions] as? NSNumber
        #expect(rights?.intValue == 0o2750)
    }

    @Test func aWorkshopThatSomebodyElseHasPutThereIsNotEntered() throws {
        try write(["nha/new-1/rieng.txt": "riêng", "nha/old": "riêng"])
        try FileManager.default.createSymbolicLink(
            atPath: temporary.path + "/.public.sohieu", withDestinationPath: "nha")
        #expect(try build().status == 2)
        #expect(text("nha/new-1/rieng.txt") == "riêng" && text("nha/old") == "riêng")
    }

    // MARK: Bundles

    @Test func aBundleReplacesOnlyABundle() throws {
        try write(["luan-van.zip": "của tôi"])
        let bundle = ["bundle", "-t", templates, "-o"]
        let refused = try CommandLineTests.sohieu(bundle + ["luan-van.zip"], in: temporary.path)
        #expect(refused.status == 2 && refused.errors.contains("is no bundle made by sohieu"), "\(refused.errors)")
        #expect(text("luan-van.zip") == "của tôi")
        for _ in 1...2 { #expect(try CommandLineTests.sohieu(bundle + ["kho.zip"], in: temporary.path).status == 0) }
        let forced = try CommandLineTests.sohieu(bundle + ["luan-van.zip", "--force"], in: temporary.path)
        #expect(forced.status == 0, "\(forced.errors)")
        for path in ["/dev/null", "content", "content/kho.zip"] {
            #expect(try CommandLineTests.sohieu(bundle + [path], in: temporary.path).status == 2)
        }
        #expect(try names() == ["content", "kho.zip", "luan-van.zip"])
        #expect(try names("content") == ["index.md"])
    }
}
