import ArgumentParser
import Diagnostics
import Foundation

extension DiagnosticFormat: ExpressibleByArgument {}

/// How problems are printed, and which of them stop a command.
struct ReportingOptions: ParsableArguments {
    @Option(help: "Cách in vấn đề: human, short, json hoặc github.")
    var format = DiagnosticFormat.human

    @Flag(help: "Coi cảnh báo là lỗi.")
    var strict = false

    @Option(name: .customLong("max-errors"), help: "In nhiều nhất bấy nhiêu lỗi (0: tất cả).")
    var maxErrors = 0

    /// Prints the problems to standard error. True when they must stop the command.
    func report(_ diagnostics: [Diagnostic], language: Language) -> Bool {
        print(diagnostics, language: language, to: .standardError)
        return stops(diagnostics)
    }

    /// Whether the problems make a command fail: errors do, and warnings with `--strict`.
    func stops(_ diagnostics: [Diagnostic]) -> Bool {
        let limit: Diagnostic.Severity = strict ? .warning : .error
        return diagnostics.contains { $0.severity >= limit }
    }

    /// Prints the problems to `handle`; colour only on a terminal, and not where `NO_COLOR` is set.
    ///
    /// - Parameter showsSource: Whether the line a problem is in is shown; not for problems with whole files, which may
    ///   be of any size.
    func print(
        _ diagnostics: [Diagnostic],
        language: Language,
        to handle: FileHandle,
        showsSource: Bool = true
    ) {
        let printer = DiagnosticPrinter(
            format: format,
            language: language,
            colour: isatty(handle.fileDescriptor) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil,
            maximumErrors: maxErrors > 0 ? maxErrors : nil
        )
        let text = printer.text(for: diagnostics) { path in
            showsSource ? FileManager.default.contents(atPath: path).map(Array.init) : nil
        }
        try? handle.write(contentsOf: Data(text.utf8))
    }
}
