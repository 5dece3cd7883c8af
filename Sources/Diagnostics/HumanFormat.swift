/// Problems for people at a terminal.
struct HumanFormat {
    let language: Language
    let colour: Bool

    /// A paragraph for each problem, each followed by an empty line.
    func text(for diagnostics: ArraySlice<Diagnostic>, source: @escaping (String) -> [UInt8]?) -> String {
        var text = ""
        var tables = SourceTables(source)
        let gathered = GatheredDiagnostics(diagnostics)
        for entry in gathered.entries {
            let table = tables.table(of: entry.diagnostic.location.path)
            text += paragraph(entry.diagnostic, table) + others(entry.others) + "\n"
        }
        for (id, severity, count) in gathered.rest {
            let more = Message(vi: "và \(count) \(severity.name.vietnamese) khác", en: "and \(count) more of these")
            let way = Message(vi: "xem tất cả bằng --format short", en: "see all with --format short")
            text += "… \(more.text(in: language)) \(style(.dim, "[\(id)]")), \(way.text(in: language))\n\n"
        }
        return text
    }

    /// How many other places say the same, and the first of them.
    private func others(_ places: [SourceLocation]) -> String {
        guard !places.isEmpty else { return "" }
        let count = Message(vi: "và \(places.count) chỗ khác, như", en: "and \(places.count) other places, such as")
        return "  \(count.text(in: language)) \(places.prefix(3).map(\.text).joined(separator: ", "))\n"
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
