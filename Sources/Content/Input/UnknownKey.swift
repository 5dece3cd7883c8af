import Diagnostics
import Markdown
import VietnameseText

/// The diagnostic for a key that a file may not have.
enum UnknownKey {
    /// - Parameters:
    ///   - names: the keys there are, for a suggestion.
    ///   - siblings: the entries it stands among: a key is not corrected to one that is there already.
    ///   - hint: what to say when none of them is close.
    static func diagnostic(
        _ entry: YAMLValue.Entry, among names: [String], beside siblings: [YAMLValue.Entry], hint: Message? = nil
    ) -> Diagnostic {
        let meant = vietnamese(entry.key, among: names) ?? Spelling.only(closestTo: entry.key, among: names)
        let isFree = !siblings.contains { $0.key == meant }
        return Diagnostic(
            id: "unknown-key",
            severity: .warning,
            location: entry.keyLocation,
            message: Message(vi: "không có khóa \(entry.key)", en: "there is no key \(entry.key)"),
            suggestion: closest(to: entry.key, among: names)
                .map { Message(vi: "có phải là \($0)?", en: "did you mean \($0)?") } ?? hint,
            passage: Passage(entry.key, correction: isFree ? meant : nil)
        )
    }

    /// The key that is meant by one written in Vietnamese (`số hiệu`) or misspelt.
    private static func closest(to written: String, among names: [String]) -> String? {
        vietnamese(written, among: names) ?? Spelling.closest(to: written, among: names)
    }

    private static func vietnamese(_ written: String, among names: [String]) -> String? {
        let key = Folding.fold(written).replacing("_", with: " ").replacing("-", with: " ")
        return ContentSchema.keys.first { names.contains($0.name) && $0.alsoWritten.contains(key) }?.name
    }
}
