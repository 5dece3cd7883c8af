/// Problems as workflow commands, which a code host shows beside the lines of a change.
///
/// Source of the escapes: `escapeData` and `escapeProperty` of GitHub's actions/toolkit.
enum GitHubFormat {
    static func line(_ diagnostic: Diagnostic, _ extent: Extent?, _ language: Language) -> String {
        let command =
            switch diagnostic.severity {
            case .error: "error"
            case .warning: "warning"
            case .note: "notice"
            }
        let place = diagnostic.location
        var properties = "file=\(property(place.path)),line=\(place.line),col=\(place.column)"
        if let end = extent?.end { properties += ",endLine=\(end.line),endColumn=\(end.column)" }
        properties += ",title=\(property(diagnostic.id))"
        var message = diagnostic.message.text(in: language)
        if let suggestion = diagnostic.suggestion {
            message +=
                "\n" + Message(vi: "gợi ý: ", en: "suggestion: ").text(in: language) + suggestion.text(in: language)
        }
        return "::\(command) \(properties)::\(data(message))"
    }

    private static func data(_ text: String) -> String { escape(text, ["%": "%25", "\r": "%0D", "\n": "%0A"]) }

    private static func property(_ text: String) -> String {
        escape(text, ["%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"])
    }

    private static func escape(_ text: String, _ table: [Unicode.Scalar: String]) -> String {
        text.unicodeScalars.reduce(into: "") { $0 += table[$1] ?? String($1) }
    }
}
