import Diagnostics
import Markdown

/// Reads `content/tu-dong-nghia.yaml`: words that the search takes for the same, though at a lower weight.
///
///     - hiến đất = góp đất
///     - [hộ nghèo, người nghèo]
package enum SynonymsFile {
    package static let name = "tu-dong-nghia.yaml"

    /// The groups of the file, with the problems found: `lone-synonym` for an entry that names fewer than two.
    package static func read(_ text: String, path: String) -> ([[String]], [Diagnostic]) {
        var (value, diagnostics) = YAMLReader.read(text, path: path)
        var groups: [[String]] = []
        for element in value?.elements ?? [] {
            let written = element.scalar?.split(separator: "=").map(String.init)
            let words = (written ?? element.elements.compactMap(\.scalar))
                .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }.filter { !$0.isEmpty }.uniqued
            if words.count > 1 {
                groups.append(words)
            } else {
                diagnostics.append(
                    Diagnostic(
                        id: "lone-synonym",
                        severity: .warning,
                        location: element.location,
                        message: Message(
                            vi: "mục từ đồng nghĩa cần ít nhất hai từ khác nhau",
                            en: "an entry of synonyms needs at least two different words"),
                        suggestion: Message(
                            vi: "viết như: hiến đất = góp đất", en: "write it like: hiến đất = góp đất")
                    )
                )
            }
        }
        return (groups, diagnostics)
    }
}
