import Diagnostics
import Markdown
import VietnameseText

/// `levels` of `site.yaml`: how bad each kind of problem is on a site, by id.
public struct DiagnosticLevels: Sendable, Equatable {
    /// By id; `nil` leaves the problem out.
    private var levels: [String: Diagnostic.Severity?] = [:]

    /// As the program says.
    public init() {}

    private static let words: [(value: AcceptedValue, severity: Diagnostic.Severity?)] =
        Diagnostic.Severity.allCases.reversed().map {
            (AcceptedValue($0.name.vietnamese, alsoWritten: [$0.name.english]), $0)
        } + [(AcceptedValue("tắt", alsoWritten: ["off", "false"]), nil)]

    /// The words for levels.
    static var accepted: [AcceptedValue] { words.map(\.value) }

    init(_ value: YAMLValue, _ values: inout ValueReader) {
        guard let entries = value.mapping else {
            if value.scalar?.isEmpty != true {
                values.wrongShape(
                    value, vi: "levels cần các dòng mã: mức, như missing-citation: tắt",
                    en: "levels takes lines of id: level, as missing-citation: off")
            }
            return
        }
        let ids = Explanations.ids
        for entry in entries {
            guard ids.contains(entry.key) else {
                values.report(UnknownKey.diagnostic(entry, among: ids, beside: entries))
                continue
            }
            guard let choice = values.choice(entry.value, of: entry.key, among: Self.accepted) else {
                continue
            }
            levels[entry.key] = .some(Self.words.first { $0.value.text == choice }?.severity)
        }
    }

    /// The problems as this site sees them. An error can become no less than a warning, and one that keeps files from being
    /// written stays: the site would lack something without a word.
    public func applied(to diagnostics: [Diagnostic]) -> [Diagnostic] {
        guard !levels.isEmpty else { return diagnostics }
        return diagnostics.compactMap { problem in
            guard let level = levels[problem.id], !problem.keepsFilesApart else { return problem }
            guard problem.severity == .error else { return level.map(problem.with) }
            return problem.with(max(level ?? .warning, .warning))
        }
    }
}

extension Diagnostic {
    /// Whether two files want one place, or a name is longer than disks allow: nothing can be written, whatever one calls it.
    package var keepsFilesApart: Bool { ["clashing-path", "long-name"].contains(id) }
}
