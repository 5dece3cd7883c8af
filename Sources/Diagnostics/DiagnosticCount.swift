/// How many problems of each severity there are.
public struct DiagnosticCount: Hashable, Sendable {
    /// Problems that keep a page from being built.
    public private(set) var errors = 0
    /// Problems that a reader will notice.
    public private(set) var warnings = 0
    /// Things worth knowing.
    public private(set) var notes = 0

    /// Counts the problems of a list.
    public init(_ diagnostics: some Sequence<Diagnostic>) {
        for diagnostic in diagnostics {
            switch diagnostic.severity {
            case .error: errors += 1
            case .warning: warnings += 1
            case .note: notes += 1
            }
        }
    }

    /// The count as one phrase without a full stop: "2 lỗi, 1 cảnh báo". Severities that do not occur are left out.
    public func text(in language: Language) -> String {
        let parts = [(errors, Diagnostic.Severity.error), (warnings, .warning), (notes, .note)]
            .filter { $0.0 > 0 }
            .map { count, severity in
                let plural = language == .english && count > 1 ? "s" : ""
                return "\(count) \(severity.name.text(in: language))\(plural)"
            }
        if !parts.isEmpty { return parts.joined(separator: ", ") }
        return Message(vi: "không có vấn đề nào", en: "no problems").text(in: language)
    }
}
