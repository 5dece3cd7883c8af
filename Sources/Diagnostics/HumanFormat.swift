/// Problems for people at a terminal.
struct HumanFormat {
    let language: Language
    let colour: Bool

    /// A paragraph for each problem, each followed by an empty line.
    func text(for diagnostics: ArraySlice<Diagnostic>, source: (String) -> [UInt8]?) -> String {
        var text = ""
        // Problems come sorted by path: one table serves all that are in one file.
        var current: (path: String, table: LineTable?)?
        for diagnostic in diagnostics {
            let path = diagnostic.location.path
            if current?.path != path { current = (path, source(path).map { LineTable($0) }) }
            text += paragraph(diagnostic, current?.table) + "\n"
        }
        return text
    }

    private func paragraph(_ diagnostic: Diagnostic, _ table: LineTable?) -> String {
        let severity = diagnostic.severity.name.text(in: language)
        let message = diagnostic.message.text(in: language).withoutControls
        var text = style(.bold, diagnostic.location.text + ":") + " "
        text += style(Style(diagnostic.severity), severity + ":") + " " + style(.bold, message)
        text += " " + style(.dim, "[\(diagnostic.id)]") + "\n"
        if let excerpt = table.flatMap({ Excerpt(of: diagnostic.location, in: $0) }) {
            let number = String(diagnostic.location.line)
            let margin = String(repeating: " ", count: number.utf8.count)
            text += style(.dim, "  \(number) |") + " " + excerpt.line + "\n"
            let indent = String(repeating: " ", count: excerpt.caretCell)
            text += style(.dim, "  \(margin) |") + " " + indent + style(Style(diagnostic.severity), "^") + "\n"
        }
        if let suggestion = diagnostic.suggestion {
            text += "  " + style(.green, Message(vi: "gợi ý:", en: "suggestion:").text(in: language))
            text += " " + suggestion.text(in: language).withoutControls + "\n"
        }
        for place in diagnostic.related {
            text += "  " + Message(vi: "xem thêm:", en: "see also:").text(in: language) + " " + place.text + "\n"
        }
        return text
    }

    /// ANSI "select graphic rendition" parameters.
    private enum Style: String {
        case bold = "1"
        case dim = "2"
        case red = "1;31"
        case green = "32"
        case yellow = "1;33"
        case cyan = "1;36"

        init(_ severity: Diagnostic.Severity) {
            switch severity {
            case .error: self = .red
            case .warning: self = .yellow
            case .note: self = .cyan
            }
        }
    }

    private func style(_ style: Style, _ text: String) -> String {
        colour ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }
}
