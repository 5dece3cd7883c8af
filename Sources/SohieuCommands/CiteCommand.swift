import ArgumentParser
import Content
import Diagnostics
import Foundation
import OfficialDocuments
import Pipeline
import Reading
import Site

/// `sohieu cite`: the citations in any text.
struct CiteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cite",
        abstract: .spoken(
            vi: "Liệt kê số hiệu văn bản được viện dẫn trong một văn bản bất kỳ.",
            en: "Lists the documents that any text cites."),
        discussion: .spoken(
            vi: """
                Ví dụ:
                  sohieu cite bao-cao.txt
                  pdftotext bao-cao.pdf - | sohieu cite -
                  sohieu cite --format json -s content bai/*.md
                """,
            en: """
                Examples:
                  sohieu cite report.txt
                  pdftotext report.pdf - | sohieu cite -
                  sohieu cite --format json -s content pages/*.md
                """))

    /// How citations are printed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        /// A line a citation, for people.
        case human
        /// A JSON object a line.
        case json
    }

    @Argument(
        help: .spoken(
            vi: "Các tệp văn bản hoặc Markdown; - để đọc từ đầu vào chuẩn.",
            en: "Text or Markdown files; - reads standard input."))
    var files: [String]

    @Option(help: .spoken(vi: "Cách in: human hoặc json.", en: "How to print: human or json."))
    var format = Format.human

    @Option(
        name: [.short, .customLong("source")],
        help: .spoken(
            vi: "Thư mục nội dung để tra văn bản được viện dẫn.",
            en: "Content folder in which to look the documents up."))
    var source: String?

    @Option(
        name: [.short, .customLong("templates")],
        help: .spoken(vi: "Thư mục khuôn mẫu riêng.", en: "Folder of the site's own templates."))
    var templates: String?

    @Flag(
        help: .spoken(
            vi: "In thời gian tìm, không kể đọc tệp và phân tích; chạy trên một nhân.",
            en: "Prints the time of the search, without reading and parsing; runs on one core."))
    var timings = false

    @OptionGroup var languageOption: LanguageOption

    func run() async throws {
        let console = languageOption.console
        var collection: Collection?
        if let source {
            var arguments = ["--source", source] + (templates.map { ["--templates", $0] } ?? [])
            arguments += ["--lang", languageOption.language.rawValue]
            collection = try await ContentOptions.parse(arguments).load().outcome.site.collection
        }
        let listing = CitationListing(resolvingIn: collection)
        let inputs = files
        let format = format
        // A clock that measures one text must not share its core with another.
        let jobs = timings ? 1 : ProcessInfo.processInfo.activeProcessorCount
        var finding = Duration.zero
        var bytes = 0
        var problems: [Diagnostic] = []
        // A chunk at a time, so that fourteen thousand files never lie in memory together.
        for start in stride(from: 0, to: inputs.count, by: 512) {
            let chunk = Array(inputs[start..<min(start + 512, inputs.count)])
            let results = await ParallelMap.map(chunk, jobs: jobs) { name in
                Result { try InputText.read(name) }.map { listing.read($0, path: name) }
            }
            for outcome in results {
                let result = try outcome.get()
                finding += result.finding
                problems += result.diagnostics
                bytes += result.bytes
                let lines = result.entries.map { Self.line($0, format: format) }
                if !lines.isEmpty { try console.out(lines.joined(separator: "\n")) }
            }
        }
        if timings { console.note(Self.speed(finding, bytes)) }
        guard !problems.isEmpty else { return }
        console.note(DiagnosticPrinter(format: .human, language: console.language).text(for: problems))
        throw ExitCode.contentErrors
    }

    /// `finding: 320.5 ms for 36.4 MB, 113.6 MB/s`.
    private static func speed(_ time: Duration, _ bytes: Int) -> String {
        let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
        let megabytes = Double(bytes) / 1e6
        return String(
            format: "finding: %.1f ms for %.1f MB, %.1f MB/s", seconds * 1000, megabytes, megabytes / max(seconds, 1e-9)
        )
    }

    private static func line(_ entry: CitationListing.Entry, format: Format) -> String {
        let citation = entry.citation
        let number = citation.number
        let status = entry.resolution.map { resolution in
            switch resolution.outcome {
            case .resolved: "resolved"
            case .ambiguous: "ambiguous"
            case .missing: "missing"
            }
        }
        switch format {
        case .human:
            let name = number?.description ?? entry.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            let details = [citation.kind.rawValue, citation.date?.iso, citation.issuerPhrase, status, entry.target]
            return "\(entry.location.text): "
                + "\(name)  (\(details.compactMap(\.self).joined(separator: ", ")))".withoutControls
        case .json:
            var object = JSONObject()
            object.set("file", entry.location.path)
            object.set("line", entry.location.line)
            object.set("column", entry.location.column)
            object.set("offset", entry.range.lowerBound)
            object.set("length", entry.range.count)
            object.set("text", entry.text)
            object.set("number", number?.description)
            object.set("kind", citation.kind.rawValue)
            object.set("type", number?.type ?? citation.typeWord)
            object.set("serial", number?.serial ?? citation.serial)
            object.set("year", number?.year ?? citation.year)
            object.set("issuer", citation.issuerPhrase)
            object.set("date", citation.date?.iso)
            object.set("status", status)
            object.set("target", entry.target)
            let parts = citation.parts
            if !parts.written.isEmpty { object.set("written", parts.written) }
            if !parts.inferred.isEmpty { object.set("inferred", parts.inferred) }
            return object.text
        }
    }
}
