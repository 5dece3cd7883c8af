import ArgumentParser
import Content
import Diagnostics
import Disk
import Foundation

extension DiagnosticFormat: ExpressibleByArgument {}

/// How problems are printed, and which of them stop a command.
struct ReportingOptions: ParsableArguments {
    @Option(
        help: .spoken(
            vi: "Cách in vấn đề: human, short, json, github hoặc sarif.",
            en: "How problems are printed: human, short, json, github or sarif."))
    var format = DiagnosticFormat.human

    @Flag(help: .spoken(vi: "Coi cảnh báo là lỗi.", en: "Takes warnings for errors."))
    var strict = false

    @Option(
        name: .customLong("max-errors"),
        help: .spoken(
            vi: "In nhiều nhất bấy nhiêu lỗi (0: tất cả).", en: "Prints no more than so many errors (0: all)."))
    var maxErrors = 0

    /// Prints the problems to standard error. True when they must stop the command.
    func report(_ diagnostics: [Diagnostic], to console: Console, showsSource: Bool = true) -> Bool {
        console.note(raw: text(for: diagnostics, language: console.language, on: .error, showsSource))
        return stops(diagnostics)
    }

    /// Prints the problems as the result of the command. True when they make it fail.
    func show(_ diagnostics: [Diagnostic], on console: Console, showsSource: Bool = true) throws(Failure) -> Bool {
        try console.out(raw: text(for: diagnostics, language: console.language, on: .output, showsSource))
        return stops(diagnostics)
    }

    /// Whether the problems make a command fail: errors do, and warnings with `--strict`.
    func stops(_ diagnostics: [Diagnostic]) -> Bool {
        let limit: Diagnostic.Severity = strict ? .warning : .error
        return diagnostics.contains { $0.severity >= limit }
    }

    /// The problems as text; with colour only on a terminal, and not where `NO_COLOR` is set.
    ///
    /// - Parameter showsSource: Whether the line a problem is in is shown; not for problems with whole files, which may
    ///   be of any size.
    private func text(
        for diagnostics: [Diagnostic], language: Language, on stream: StandardStream, _ showsSource: Bool
    ) -> String {
        let printer = DiagnosticPrinter(
            format: format,
            language: language,
            colour: stream.isTerminal && ProcessInfo.processInfo.environment["NO_COLOR"] == nil,
            maximumErrors: maxErrors > 0 ? maxErrors : nil
        )
        return printer.text(for: diagnostics) { path in
            showsSource ? SourceFile.contents(of: path) : nil
        }
    }
}
