import Foundation
import TestSupport
import Testing

/// The built program, run as a user runs it.
@Suite struct CommandLineTests {
    static let repository = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// What a run printed and how it ended.
    struct Run {
        var status: Int32
        var output: String
        var errors: String
    }

    /// Runs `sohieu` in `folder`, in English; on the day that `epoch`, in seconds since 1970, falls on.
    static func sohieu(_ arguments: [String], in folder: String = repository.path, epoch: Int? = nil) throws -> Run {
        let program = Bundle.main.executableURL?.deletingLastPathComponent().appendingPathComponent("sohieu")
        let day = epoch.map { ["SOURCE_DATE_EPOCH": String($0)] } ?? [:]
        return try run(program?.path ?? "sohieu", arguments, in: folder, day)
    }

    /// Runs a program in `folder`, in English.
    static func run(
        _ program: String, _ arguments: [String], in folder: String, _ environment: [String: String] = [:]
    ) throws -> Run {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = ["LANG": "en_US.UTF-8", "PATH": "/usr/bin:/bin"].merging(environment) { $1 }
        let (output, errors) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let written = output.fileHandleForReading.readDataToEndOfFile()
        let complained = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Run(
            status: process.terminationStatus,
            output: String(decoding: written, as: UTF8.self),
            errors: String(decoding: complained, as: UTF8.self)
        )
    }

    /// Each test has its own, which goes with it.
    private let temporary: TemporaryFolder

    init() throws {
        temporary = try TemporaryFolder()
    }

    /// A folder with a small collection, and the way to the repository's templates.
    private func collection(_ files: [String: String] = ["content/index.md": "# Một\n"]) throws -> (
        folder: String, templates: String
    ) {
        for (path, text) in files { try temporary.write(Array(text.utf8), to: path) }
        return (temporary.path, Self.repository.path + "/site-templates")
    }

    @Test func buildWritesTheSiteAndSaysSo() throws {
        let (folder, templates) = try collection()
        let run = try Self.sohieu(["build", "-t", templates], in: folder)
        #expect(run.status == 0, "\(run.errors)")
        #expect(FileManager.default.fileExists(atPath: folder + "/public/index.html"))
        #expect(run.errors.contains("into public/"))
    }

    @Test func everyFileOfTheSiteIsInItsListOfDigests() throws {
        let (folder, templates) = try collection([
            "content/index.md": "# Một\n", "content/van-ban/Phụ lục.pdf": "%PDF-1.4\n", "public/.gitkeep": "",
        ])
        #expect(try Self.sohieu(["build", "-t", templates], in: folder).status == 0)
        let list = try String(contentsOfFile: folder + "/public/SHA256SUMS", encoding: .utf8)
        let listed = list.split(separator: "\n").map { String($0.dropFirst(66)) }
        let found = try FileManager.default.subpathsOfDirectory(atPath: folder + "/public")
            .filter { !FileManager.default.fileExists(atPath: folder + "/public/\($0)/.") }
        #expect(Set(listed) == Set(found).subtracting([".gitkeep", "SHA256SUMS"]))
        #expect(listed.contains("van-ban/phu-luc.pdf"))
        let check = try Self.run("/usr/bin/sha256sum", ["--check", "--strict", "SHA256SUMS"], in: folder + "/public")
        #expect(check.status == 0, "\(check.errors)")
    }

    @Test func theListOfDigestsHasItsAddressToItself() throws {
        let (folder, templates) = try collection(["content/index.md": "# Một\n", "content/sha256sums": "x"])
        let run = try Self.sohieu(["build", "-t", templates, "--format", "short"], in: folder)
        #expect(run.status == 1)
        #expect(
            run.errors.contains(
                "content/sha256sums:1:1: error: the address sha256sums belongs to the program [reserved-path]\n"))
    }

    @Test func aFailedBuildLeavesTheOldSite() throws {
        let (folder, templates) = try collection()
        #expect(try Self.sohieu(["build", "-t", templates], in: folder).status == 0)
        try Data("# Một\n\n[hai](khong-co.md)\n".utf8).write(to: URL(fileURLWithPath: folder + "/content/index.md"))
        let before = try Data(contentsOf: URL(fileURLWithPath: folder + "/public/index.html"))
        let run = try Self.sohieu(["build", "-t", templates, "--format", "short"], in: folder)
        #expect(run.status == 1)
        #expect(
            run.errors.hasPrefix(
                "content/index.md:3:1: error: link to a page that does not exist: khong-co.md [broken-link]\n"))
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder + "/public/index.html")) == before)
        #expect(!FileManager.default.fileExists(atPath: folder + "/.public.new"))
    }

    @Test(arguments: ["content", "content/x", ".", "content/../content/x"])
    func outputInsideInputIsRefused(_ output: String) throws {
        let (folder, templates) = try collection()
        let run = try Self.sohieu(["build", "-t", templates, "-o", output], in: folder)
        #expect(run.status == 2)
        #expect(
            run.errors
                == "Error: the output \(output) and the folder content lie in one another; choose another with -o\n"
        )
        #expect(FileManager.default.fileExists(atPath: folder + "/content/index.md"))
    }

    @Test func unwritableOutputIsAMachineError() throws {
        let (folder, templates) = try collection()
        let run = try Self.sohieu(["build", "-t", templates, "-o", "/proc/sohieu/public"], in: folder)
        #expect(run.status == 2)
        #expect(run.errors.contains("Error: /proc/sohieu/public cannot be written: "), "\(run.errors)")
    }

    @Test func aMissingTemplateIsNamed() throws {
        let (folder, _) = try collection([
            "content/index.md": "# Một\n", "khuon/page.mustache": "một\n{{> partials/heder}}\n",
            "khuon/partials/header.mustache": "", "khuon/strings/vi.yaml": "a: b",
        ])
        let run = try Self.sohieu(["build", "-t", "khuon", "--format", "short"], in: folder)
        #expect(run.status == 1)
        #expect(
            run.errors.contains(
                "khuon/page.mustache:2:1: error: there is no template partials/heder [missing-template]\n"),
            "\(run.errors)")
    }

    @Test func aBrokenTemplateIsNamedWithItsLine() throws {
        let (folder, _) = try collection([
            "content/index.md": "# Một\n", "khuon/page.mustache": "một\n{{#a}}\n{{/b}}\n",
            "khuon/strings/vi.yaml": "a: b",
        ])
        let run = try Self.sohieu(["build", "-t", "khuon", "--format", "short"], in: folder)
        #expect(run.status == 1)
        let expected = "a section is closed by another name than {{#a}} [template-error]"
        #expect(run.errors.contains("khuon/page.mustache:3:1: error: \(expected)\n"), "\(run.errors)")
    }

    @Test(arguments: [
        ["bild"], ["build", "--no-such-flag"], ["build", "-j", "0"], ["check", "-s", "khong-co"],
        ["cite", "khong-co.txt"],
    ])
    func aWrongCommandLineEndsWithTwo(_ arguments: [String]) throws {
        let run = try Self.sohieu(arguments)
        #expect(run.status == 2)
        #expect(!run.errors.isEmpty)
    }

    @Test(arguments: [["--help"], ["--version"], ["build", "--help"]])
    func helpIsNoError(_ arguments: [String]) throws {
        let run = try Self.sohieu(arguments)
        #expect(run.status == 0)
        #expect(!run.output.isEmpty)
    }

    @Test func citePrintsTheContract() throws {
        let (folder, _) = try collection([
            "a.txt": "Căn cứ\nChỉ thị số 24-CT/TU ngày 27/02/2018 của Tỉnh ủy.\n",
            "b.md": "---\ntitle: B\n---\n\nsố **24**-CT/TU\n",
        ])
        let run = try Self.sohieu(["cite", "--format", "json", "a.txt", "b.md"], in: folder)
        #expect(run.status == 0)
        let lines = run.output.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(
            lines.first?.hasPrefix(
                #"{"file":"a.txt","line":2,"column":12,"offset":27,"length":8,"text":"24-CT/TU","number":"24-CT/TU","kind":"full","type":"CT","serial":"24""#
            ) == true, "\(run.output)")
        #expect(
            lines.last?.contains(
                #""line":5,"column":6,"offset":25,"length":10,"text":"24**-CT/TU","number":"24-CT/TU""#) == true,
            "\(run.output)")
    }
}
