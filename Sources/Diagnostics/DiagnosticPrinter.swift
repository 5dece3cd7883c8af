/// Prints problems, in the order they are given, in one of the formats.
///
/// The printer makes text; writing it anywhere is the caller's. Control characters of paths and messages, which content
/// may have brought in, are replaced, so that a problem never spans two lines or talks to the terminal.
public struct DiagnosticPrinter: Sendable {
    /// The form of the text.
    public var format: DiagnosticFormat
    /// The language of messages and of the words around them.
    public var language: Language
    /// Whether the human format uses ANSI colours.
    public var colour: Bool
    /// Print no more than this many errors, and nothing after the last of them; `nil` prints all.
    public var maximumErrors: Int?

    /// A printer; one value serves any number of lists.
    public init(
        format: DiagnosticFormat = .human,
        language: Language = .vietnamese,
        colour: Bool = false,
        maximumErrors: Int? = nil
    ) {
        self.format = format
        self.language = language
        self.colour = colour
        self.maximumErrors = maximumErrors
    }

    /// The text for `diagnostics`, every line ended by a line feed.
    ///
    /// The human format shows the line a problem is in when `source` has the bytes of its path. It ends with a count of
    /// all problems; the other formats print nothing when there are none.
    public func text(for diagnostics: [Diagnostic], source: @escaping (_ path: String) -> [UInt8]? = { _ in nil })
        -> String
    {
        let shown = limited(diagnostics)
        switch format {
        case .human:
            var text = HumanFormat(language: language, colour: colour).text(for: shown, source: source)
            text += DiagnosticCount(diagnostics).text(in: language)
            if shown.count < diagnostics.count {
                let rest = diagnostics.count - shown.count
                text += Message(vi: " (\(rest) không in ra)", en: " (\(rest) not shown)").text(in: language)
            }
            return text + "\n"
        case .short: return shown.reduce(into: "") { $0 += shortLine($1) + "\n" }
        case .json, .github:
            var tables = SourceTables(source)
            return shown.reduce(into: "") { text, diagnostic in
                let extent = tables.table(of: diagnostic.location.path)?.extent(of: diagnostic)
                text +=
                    format == .json
                    ? JSONFormat.line(diagnostic, extent, language) : GitHubFormat.line(diagnostic, extent, language)
                text += "\n"
            }
        case .sarif: return SARIFFormat(language: language).text(for: shown, source: source) + "\n"
        }
    }

    /// The text for what is new since the last reading; the human format also says what was mended, and counts.
    public func text(for change: DiagnosticChange, source: @escaping (_ path: String) -> [UInt8]? = { _ in nil })
        -> String
    {
        guard format == .human else { return text(for: change.new, source: source) }
        var text = HumanFormat(language: language, colour: colour).text(for: change.new[...], source: source)
        let word = Message(vi: "đã sửa", en: "mended").text(in: language)
        for diagnostic in change.mended.prefix(Self.mendedLines) {
            let message = diagnostic.message.text(in: language).withoutControls
            text += "\(word): \(diagnostic.location.text): \(message) [\(diagnostic.id)]\n"
        }
        var counts: [Message] = []
        func count(_ diagnostics: [Diagnostic]) -> String { DiagnosticCount(diagnostics).text(in: language) }
        if !change.new.isEmpty {
            counts.append(Message(vi: "mới: \(count(change.new))", en: "new: \(count(change.new))"))
        }
        if !change.mended.isEmpty {
            counts.append(Message(vi: "đã sửa: \(count(change.mended))", en: "mended: \(count(change.mended))"))
        }
        let remaining = change.remaining.text(in: language)
        counts.append(
            counts.isEmpty
                ? Message(vi: remaining, en: remaining) : Message(vi: "còn: \(remaining)", en: "left: \(remaining)"))
        return text + counts.map { $0.text(in: language) }.joined(separator: "; ") + "\n"
    }

    /// Mended problems that are named one by one; all are counted.
    private static let mendedLines = 20

    private func shortLine(_ diagnostic: Diagnostic) -> String {
        let severity = diagnostic.severity.name.text(in: language)
        let message = diagnostic.message.text(in: language).withoutControls
        return "\(diagnostic.location.text): \(severity): \(message) [\(diagnostic.id)]"
    }

    private func limited(_ diagnostics: [Diagnostic]) -> ArraySlice<Diagnostic> {
        guard let maximumErrors else { return diagnostics[...] }
        var errors = 0
        for (index, diagnostic) in diagnostics.enumerated() where diagnostic.severity == .error {
            if errors >= maximumErrors { return diagnostics[..<index] }
            errors += 1
        }
        return diagnostics[...]
    }
}

extension SourceLocation {
    /// `path:line:column`, as editors and terminals make clickable.
    public var text: String { "\(path.withoutControls):\(line):\(column)" }
}

extension String {
    /// The text with control characters, and those that turn the direction of writing, replaced by U+FFFD.
    public var withoutControls: String {
        func isControl(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar.value {
            case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
            default: false
            }
        }
        guard unicodeScalars.contains(where: isControl) else { return self }
        var result = UnicodeScalarView()
        for scalar in unicodeScalars { result.append(isControl(scalar) ? "\u{FFFD}" : scalar) }
        return String(result)
    }
}
