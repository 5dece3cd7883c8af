import Diagnostics

/// A row for a database or an index: named values in a fixed order.
struct Record {
    /// A value by what holds it.
    enum Value {
        case text(String?)
        case texts([String])
        case number(Int?)
        case truth(Bool)
    }

    var fields: [(name: String, value: Value)]

    /// As JSON; what is not known is left out.
    var json: String {
        var object = JSONObject()
        for (name, value) in fields {
            switch value {
            case .text(let text): object.set(name, text)
            case .texts(let texts): if !texts.isEmpty { object.set(name, texts) }
            case .number(let number): object.set(name, number)
            case .truth(let isTrue): object.set(name, isTrue)
            }
        }
        return object.text
    }

    /// As a line of PostgreSQL's `COPY … FROM stdin` in text form: tabs between the values, `\N` for what is not known.
    var copyLine: String { fields.map { Self.copied($0.value) }.joined(separator: "\t") + "\n" }

    private static func copied(_ value: Value) -> String {
        switch value {
        case .text(let text): text.map(escaped) ?? "\\N"
        // An array literal, escaped once for the array and once for COPY.
        case .texts(let texts): escaped("{" + texts.map(quoted).joined(separator: ",") + "}")
        case .number(let number): number.map(String.init) ?? "\\N"
        case .truth(let isTrue): isTrue ? "t" : "f"
        }
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    /// PostgreSQL, "COPY", text format. A text of PostgreSQL cannot hold U+0000.
    private static func escaped(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\0": break
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
