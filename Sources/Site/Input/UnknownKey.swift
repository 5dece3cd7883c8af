import Diagnostics
import Markdown

/// The diagnostic for a key that a file may not have.
enum UnknownKey {
    /// - Parameters:
    ///   - names: the keys there are, for a suggestion.
    ///   - hint: what to say when none of them is close.
    static func diagnostic(_ entry: YAMLValue.Entry, among names: [String], hint: Message? = nil) -> Diagnostic {
        Diagnostic(
            id: "unknown-key",
            severity: .warning,
            location: entry.keyLocation,
            message: Message(vi: "không có khóa \(entry.key)", en: "there is no key \(entry.key)"),
            suggestion: Spelling.closest(to: entry.key, among: names)
                .map { Message(vi: "có phải là \($0)?", en: "did you mean \($0)?") } ?? hint
        )
    }
}
