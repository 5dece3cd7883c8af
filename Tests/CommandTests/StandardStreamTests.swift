import Foundation
import TestSupport
import Testing

/// What is printed is printed whole, or the command says that it was not.
@Suite struct StandardStreamTests {
    private let temporary: TemporaryFolder
    private let templates = CommandLineTests.repository.path + "/site-templates"

    init() throws {
        temporary = try TemporaryFolder()
        try temporary.write(Array("# M\u{1B}[31một\u{9B}\t\u{202E}hai\n".utf8), to: "content/index.md")
        try temporary.write(Array("Theo Chỉ thị 24-CT/TU\n".utf8), to: "a.txt")
    }

    /// Runs a line of the shell, in which `$S` is the program.
    private func shell(_ line: String, _ environment: [String: String] = [:]) throws -> CommandLineTests.Run {
        let program = Bundle.main.executableURL?.deletingLastPathComponent().appendingPathComponent("sohieu").path
        return try CommandLineTests.run(
            "/bin/bash", ["-c", line], in: temporary.path,
            ["S": program ?? "", "T": templates].merging(environment) { $1 })
    }

    @Test(arguments: [
        "list -t $T", "export -t $T", "check -t $T", "schema", "render a.txt -t $T", "cite a.txt", "completion bash",
        "--help", "--version", "build --help", "new van-ban 1-CT/TU",
    ])
    func aFullDeviceIsAFailure(_ command: String) throws {
        let run = try shell("$S \(command) >/dev/full")
        #expect(run.status == 2)
        #expect(run.errors == "Error: the result cannot be printed: the disk is full\n")
    }

    @Test(arguments: ["list -t $T", "export -t $T", "schema", "completion bash"])
    func aClosedPipeEndsQuietly(_ command: String) throws {
        // As a service manager starts it: the signal is ignored, and the write fails.
        for ignored in ["", "trap '' PIPE; "] {
            let run = try shell("\(ignored){ sleep 0.1; $S \(command); } | true")
            #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        }
    }

    @Test func aStreamThatIsClosedTakesNothing() throws {
        #expect(try shell("$S list -t $T >&-").status == 2)
        let run = try shell("$S build -t $T 0<&- 1>&- 2>&-; cd public && sha256sum --check --quiet SHA256SUMS")
        #expect(run.status == 0, "\(run.output)\(run.errors)")
    }

    @Test func listPrintsNoControlCharacters() throws {
        let run = try shell("$S list -t $T")
        #expect(run.output == "page\t\tindex.html\tM\u{FFFD}[31một\u{FFFD}\u{FFFD}\u{FFFD}hai\n")
    }

    // MARK: The day

    @Test(arguments: ["UTC", "Asia/Ho_Chi_Minh", "Pacific/Kiritimati", "America/Los_Angeles", ":khong-co"])
    func theDayOfTheEpochIsTheSameEverywhere(_ zone: String) throws {
        // 2026-11-20 23:59:59 UTC: in Vietnam the next day has begun.
        let epoch = "1795219199"
        for (day, isShown) in [("2026-11-20", true), ("2026-11-21", false)] {
            try temporary.write(
                Array("---\ntitle: A\npublished: \(day)\n---\n\nChữ.\n".utf8), to: "content/bao-cao/a.md")
            let run = try shell("$S list -t $T", ["TZ": zone, "SOURCE_DATE_EPOCH": epoch])
            #expect(run.output.contains("bao-cao/a.html") == isShown, "\(zone) \(day): \(run.output)\(run.errors)")
        }
    }

    @Test(arguments: ["abc", "", "-1", "1e9", "253402300800", "99999999999999999999"])
    func anEpochThatIsNoneIsNotPassedOver(_ epoch: String) throws {
        let run = try shell("$S list -t $T", ["SOURCE_DATE_EPOCH": epoch])
        #expect(run.status == 2 && run.errors.contains("SOURCE_DATE_EPOCH"), "\(run.errors)")
    }

    @Test func zonesAndLocalesDoNotChangeAByte() throws {
        func digest(_ environment: [String: String]) throws -> String {
            let day = ["SOURCE_DATE_EPOCH": "1795219199"].merging(environment) { $1 }
            let run = try shell(
                "$S build -t $T && $S bundle -t $T -o kho.zip && sha256sum public/SHA256SUMS kho.zip", day)
            #expect(run.status == 0, "\(run.errors)")
            return run.output
        }
        let usual = try digest(["TZ": "UTC"])
        for (zone, locale) in [("Asia/Ho_Chi_Minh", "vi_VN.UTF-8"), ("Pacific/Kiritimati", "tr_TR.UTF-8"), ("", "C")] {
            #expect(try digest(["TZ": zone, "LC_ALL": locale]) == usual, "\(zone) \(locale)")
        }
    }
}
