/// Text that Markdown reads as text.
enum MarkdownEscape {
    /// Characters that could begin a mark get a backslash.
    static func text(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.count)
        let characters = Array(text)
        for (index, character) in characters.enumerated() {
            switch character {
            case "_"
            where index > 0 && index + 1 < characters.count && characters[index - 1].isWord
                && characters[index + 1].isWord:
                // Inside a word it marks nothing.
                result.append(character)
            case "\\", "`", "*", "_", "[", "<", "~": result += "\\" + String(character)
            case "\u{00AD}", "\u{200B}", "\u{FEFF}": continue
            case "\u{00A0}", "\t", "\n", "\r", "\r\n": result += " "
            default: result.append(character)
            }
        }
        return result.contains("&") ? withoutEntities(result) : result
    }

    /// "&amp;" in a text is five characters, not one.
    private static func withoutEntities(_ text: String) -> String {
        text.replacing(/&(?=#?[A-Za-z0-9]{1,32};)/) { _ in "\\&" }
    }

    /// A line that would begin a heading, a quote, a rule or an item of a list.
    static func lineStart(_ line: String) -> String {
        guard let first = line.first else { return line }
        switch first {
        case "#", ">", "+", "=", ":", "|": return "\\" + line
        case "-": return "\\" + line
        case "0"..."9":
            let digits = line.prefix(while: { ("0"..."9").contains($0) })
            let rest = line.dropFirst(digits.count)
            guard let mark = rest.first, mark == "." || mark == ")", rest.dropFirst().first.map({ $0 == " " }) ?? true
            else { return line }
            return digits + "\\" + rest
        default: return line
        }
    }

    /// The target of a link as Markdown writes it; `nil` for one that a page must not have.
    static func target(_ target: String) -> String? {
        let scheme = target.prefix { $0 != ":" && $0 != "/" && $0 != "?" && $0 != "#" }.lowercased()
        let hasScheme = target.dropFirst(scheme.count).first == ":"
        guard !target.isEmpty, !hasScheme || ["http", "https", "mailto", "tel"].contains(scheme) else { return nil }
        let isPlain = !target.contains { $0.isWhitespace || "()<>\\".contains($0) }
        if isPlain { return target }
        var result = ""
        for byte in target.utf8 {
            switch byte {
            case 0x00...0x20, 0x28, 0x29, 0x3C, 0x3E, 0x5C, 0x80...0xFF:
                let digits = Array("0123456789ABCDEF")
                result += "%" + String(digits[Int(byte >> 4)]) + String(digits[Int(byte & 15)])
            default: result.unicodeScalars.append(Unicode.Scalar(byte))
            }
        }
        return result
    }
}

extension Character {
    fileprivate var isWord: Bool { isLetter || isNumber }
}
