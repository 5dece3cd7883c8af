import ArgumentParser
import Content
import Diagnostics
import Foundation
import Output
import Pipeline
import Reading

/// `sohieu check`: the pipeline up to the graph, and every problem on the way; with `--fix`, those that can only be meant in
/// one way are mended.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: .spoken(
            vi: "Soát nội dung và liệt kê mọi vấn đề.", en: "Checks the content and lists every problem."),
        discussion: .spoken(
            vi: """
                Ví dụ:
                  sohieu check content/van-ban              chỉ các vấn đề trong thư mục ấy
                  sohieu check --only broken-link           chỉ một loại; sohieu explain nói về từng loại
                  sohieu check --fix --dry-run              xem những gì chắc chắn sửa được
                  sohieu check --fix                        in thay đổi rồi sửa
                  sohieu check --format sarif > check.sarif
                """,
            en: """
                Examples:
                  sohieu check content/van-ban              only the problems in that folder
                  sohieu check --only broken-link           only one kind; sohieu explain tells of each
                  sohieu check --fix --dry-run              shows what can be mended for certain
                  sohieu check --fix                        prints the changes and mends
                  sohieu check --format sarif > check.sarif
                """))

    @Argument(
        help: .spoken(
            vi: "Chỉ nêu vấn đề của các tệp, thư mục này.", en: "Tells only the problems of these files and folders."))
    var paths: [String] = []

    @Option(
        help: .spoken(
            vi: "Chỉ nêu vấn đề mang mã này; viết được nhiều lần.",
            en: "Tells only problems of this id; may be given several times."))
    var only: [String] = []

    @Option(
        name: .customLong("min-severity"),
        help: .spoken(
            vi: "Chỉ nêu từ mức này trở lên: note, warning hoặc error.",
            en: "Tells only problems from this severity on: note, warning or error."))
    var minimum = Diagnostic.Severity.note

    @Flag(
        help: .spoken(
            vi: "Sửa những gì chắc chắn: số hiệu, ngày, khóa, giá trị viết lệch, trang và tệp đã chuyển chỗ.",
            en: "Mends what is certain: forms of numbers and dates, misspelt keys and values, moved pages and files."))
    var fix = false

    @Flag(
        name: .customLong("dry-run"),
        help: .spoken(vi: "Cùng --fix: chỉ in thay đổi, không ghi.", en: "With --fix: only prints the changes."))
    var isDryRun = false

    @Flag(
        help: .spoken(
            vi: "Mở thử cả các liên kết ra ngoài (cần lệnh curl và mạng).",
            en: "Tries the links to other sites as well (needs curl and a network)."))
    var external = false

    @OptionGroup var content: ContentOptions
    @OptionGroup var reporting: ReportingOptions

    @Flag(help: .spoken(vi: "In thời gian của từng bước.", en: "Prints how long each stage took."))
    var timings = false

    func validate() throws {
        if isDryRun, !fix {
            throw ValidationError(.spoken(vi: "--dry-run chỉ đi cùng --fix", en: "--dry-run goes with --fix only"))
        }
    }

    func run() async throws {
        let console = content.languageOption.console
        try refuseUnknown()
        var outcome = try await content.load().outcome
        if fix { try await mend(&outcome, console) }
        var diagnostics = outcome.diagnostics
        if external { diagnostics = (diagnostics + (try ExternalLinks(outcome.site).diagnostics)).sorted() }
        let shown = selected(diagnostics)
        let fails =
            fix ? reporting.report(shown, to: console) : try reporting.show(shown, on: console)
        if timings { outcome.timings.print(to: console) }
        if fails { throw ExitCode.contentErrors }
    }

    // MARK: Selecting

    private func refuseUnknown() throws(Failure) {
        for id in only where !Explanations.ids.contains(id) { throw ExplainCommand.unknown(id) }
        for path in paths where !FileManager.default.fileExists(atPath: path) {
            throw Failure(vi: "không có \(path)", en: "there is no \(path)")
        }
    }

    private func selected(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        let places = paths.map(Self.absolute)
        return diagnostics.filter { diagnostic in
            guard diagnostic.severity >= minimum, only.isEmpty || only.contains(diagnostic.id) else { return false }
            let path = places.isEmpty ? "" : Self.absolute(diagnostic.location.path)
            return places.isEmpty || places.contains { path == $0 || path.hasPrefix($0 + "/") }
        }
    }

    private static func absolute(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.path }

    // MARK: Mending

    /// Prints and writes what is certain, until nothing is: what a key is set to can be told only when the key is right.
    private func mend(_ outcome: inout SitePipeline.Outcome, _ console: Console) async throws {
        var (count, paths) = (0, Set<String>())
        for _ in 0..<Self.rounds {
            let files = corrected(selected(outcome.diagnostics))
            guard !files.isEmpty else { break }
            for file in files {
                try console.out(raw: file.difference)
                if !isDryRun { try replace(file) }
                count += file.corrected.count
                paths.insert(file.path)
            }
            if isDryRun {
                let gone = Set(files.flatMap(\.corrected))
                outcome.diagnostics.removeAll(where: gone.contains)
                break
            }
            outcome = try await content.load().outcome
        }
        console.note(told(count, in: paths.count))
    }

    /// A key, its value, and what that shows.
    private static let rounds = 3

    private func corrected(_ diagnostics: [Diagnostic]) -> [CorrectedFile] {
        Dictionary(grouping: diagnostics.filter { $0.passage?.correction != nil }, by: \.location.path)
            .sorted { $0.key < $1.key }
            .compactMap { path, problems in
                SourceFile.contents(of: path).flatMap { CorrectedFile(path: path, bytes: $0, correcting: problems) }
            }
    }

    private func replace(_ file: CorrectedFile) throws(Failure) {
        do throws(OutputFault) {
            try SourceFile.replace(file.path, with: file.bytes)
        } catch {
            throw Failure(error)
        }
    }

    private func told(_ count: Int, in files: Int) -> Message {
        if count == 0 { return Message(vi: "Không có gì chắc chắn để sửa.", en: "Nothing to mend for certain.") }
        return isDryRun
            ? Message(
                vi: "Sửa được \(count) chỗ trong \(files) tệp.", en: "\(count) places in \(files) files can be mended.")
            : Message(vi: "Đã sửa \(count) chỗ trong \(files) tệp.", en: "Mended \(count) places in \(files) files.")
    }
}

extension Diagnostic.Severity: ExpressibleByArgument {}

extension Timings {
    /// One line a stage, in milliseconds.
    func print(to console: Console) {
        for stage in stages {
            let milliseconds =
                Double(stage.duration.components.seconds) * 1000
                + Double(stage.duration.components.attoseconds) / 1e15
            console.note(String(format: "%10.1f ms  ", milliseconds) + stage.name)
        }
    }
}
