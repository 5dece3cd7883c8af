import Diagnostics
import Markdown
import VietnameseText

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
            suggestion: closest(to: entry.key, among: names)
                .map { Message(vi: "có phải là \($0)?", en: "did you mean \($0)?") } ?? hint
        )
    }

    /// The key that is meant by one written in Vietnamese (`số hiệu`) or misspelt.
    private static func closest(to written: String, among names: [String]) -> String? {
        let key = Folding.fold(written).replacing("_", with: " ").replacing("-", with: " ")
        let meant = ContentSchema.keys.first { names.contains($0.name) && $0.alsoWritten.contains(key) }
        return meant?.name ?? Spelling.closest(to: written, among: names)
    }
}
