/// Problems for programs; the keys are described at ``DiagnosticFormat/json``.
enum JSONFormat {
    static func line(_ diagnostic: Diagnostic, _ language: Language) -> String {
        var text = #"{"id":\#(quoted(diagnostic.id)),"severity":\#(quoted(diagnostic.severity.rawValue)),"#
        text += place(diagnostic.location)
        text += #","message":\#(quoted(diagnostic.message.text(in: language)))"#
        if let suggestion = diagnostic.suggestion {
            text += #","suggestion":\#(quoted(suggestion.text(in: language)))"#
        }
        if !diagnostic.related.isEmpty {
            let places = diagnostic.related.map { "{\(place($0))}" }
            text += #","related":[\#(places.joined(separator: ","))]"#
        }
        return text + "}"
    }

    private static func place(_ location: SourceLocation) -> String {
        #""path":\#(quoted(location.path)),"line":\#(location.line),"column":\#(location.column)"#
    }

    /// A JSON string (RFC 8259, section 7). U+2028 and U+2029 are escaped too, for readers that split lines at them.
    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\0"..<" ", "\u{7F}", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
