import OfficialDocuments

/// Scalars of front matter.
enum YAMLText {
    /// `text` on one line, quoted where YAML could take it for anything but itself.
    static func scalar(_ text: String) -> String {
        let line = LayoutLine(text).text
        let isPlain =
            line.first.map { $0.isLetter || $0.isNumber } ?? false
            && !line.contains { ":#\"'\\{}[]&*!|>%@`,".contains($0) } && line.contains(where: \.isLetter)
            && !["true", "false", "yes", "no", "null", "on", "off", "y", "n"].contains(line.lowercased())
        if isPlain { return line }
        return "\"" + line.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    /// A list on one line.
    static func list(_ texts: [String]) -> String { "[" + texts.map(scalar).joined(separator: ", ") + "]" }
}
