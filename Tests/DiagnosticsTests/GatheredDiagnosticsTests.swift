import Diagnostics
import Testing

/// A foreign tree of thousands of pages: what people are told once, and what programs are told in full.
@Suite struct GatheredDiagnosticsTests {
    private func problem(_ id: String, _ message: String, _ line: Int, _ severity: Diagnostic.Severity) -> Diagnostic {
        Diagnostic(
            id: id, severity: severity, location: SourceLocation(path: "a.md", line: line),
            message: Message(vi: message, en: message))
    }

    private func text(_ problems: [Diagnostic], _ format: DiagnosticFormat) -> String {
        DiagnosticPrinter(format: format, language: .english).text(for: problems)
    }

    @Test func remarksThatSayTheSameAreToldOnce() {
        let problems = (1...5_000).map { problem("unknown-key", "there is no key ms.date", $0, .warning) }
        #expect(
            text(problems, .human) == """
                a.md:1:1: warning: there is no key ms.date [unknown-key]
                  and 4999 other places, such as a.md:2:1, a.md:3:1, a.md:4:1

                5000 warnings

                """)
        for format in [DiagnosticFormat.short, .json, .github] {
            #expect(text(problems, format).split(separator: "\n").count == 5_000)
        }
    }

    @Test func ofOneKindTheFirstAreShownAndTheRestCounted() {
        let problems = (1...300).map { problem("uncited-document", "no page cites \($0)", $0, .note) }
        let lines = text(problems, .human).split(separator: "\n")
        #expect(lines.count == 22)
        #expect(lines[20] == "… and 280 more of these [uncited-document], see all with --format short")
        #expect(lines[21] == "300 notes")
    }

    @Test func everyErrorIsTold() {
        let problems = (1...300).map { problem("missing-title", "the page has no title", $0, .error) }
        #expect(text(problems, .human).split(separator: "\n").count == 301)
    }
}
