/// Writes blocks as Markdown that the project's own reader takes for the same text: GFM tables, footnotes, no HTML.
struct MarkdownWriter {
    private var notes: [[Block]] = []

    /// The text, ended by a line feed; footnotes at its end.
    static func write(_ blocks: [Block]) -> String {
        var writer = MarkdownWriter()
        var parts = writer.blocks(blocks)
        var index = 0
        while index < writer.notes.count {
            let note = writer.blocks(writer.notes[index])
            let lines = note.joined(separator: "\n\n").split(separator: "\n", omittingEmptySubsequences: false)
            let indented = lines.enumerated().map { $0 == 0 || $1.isEmpty ? String($1) : "    " + $1 }
            parts.append("[^\(index + 1)]: " + indented.joined(separator: "\n"))
            index += 1
        }
        return parts.isEmpty ? "" : parts.joined(separator: "\n\n") + "\n"
    }

    // MARK: Blocks

    private mutating func blocks(_ blocks: [Block]) -> [String] {
        var parts: [String] = []
        var last: Block?
        var isSecondMark = false
        for block in blocks {
            // Two lists in a row would be read as one, were their marks the same.
            isSecondMark = !isSecondMark && last.map { $0.isList(like: block) } ?? false
            guard let text = self.block(block, isSecondMark) else { continue }
            parts.append(text)
            last = block
        }
        return parts
    }

    private mutating func block(_ block: Block, _ isSecondMark: Bool) -> String? {
        switch block {
        case .heading(let level, let inlines):
            let text = self.inlines(Array(inlines.lines.joined(separator: [.text(" ")])).withoutStrong)
            return text.isEmpty ? nil : String(repeating: "#", count: min(max(level, 1), 6)) + " " + text
        case .paragraph(let inlines): return paragraph(inlines)
        case .list(let kind, let items): return list(kind, items, isSecondMark)
        case .quote(let inner):
            let lines = blocks(inner).joined(separator: "\n\n").split(separator: "\n", omittingEmptySubsequences: false)
            return lines.isEmpty ? nil : lines.map { $0.isEmpty ? ">" : "> " + $0 }.joined(separator: "\n")
        case .code(let text):
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            return lines.map { "    " + $0 }.joined(separator: "\n")
        case .table(let table): return self.table(table)
        }
    }

    private mutating func paragraph(_ inlines: [Inline]) -> String? {
        let lines = inlines.lines.map { self.inlines($0) }.filter { !$0.isEmpty }
        guard !lines.isEmpty else { return nil }
        return lines.map(MarkdownEscape.lineStart).joined(separator: "\\\n")
    }

    private mutating func list(_ kind: ListKind, _ items: [[Block]], _ isSecondMark: Bool) -> String? {
        // An item of one paragraph, with or without a list under it, needs no empty line.
        let isLoose = items.contains { item in
            item.count > 2 || item.count == 2 && !item[1].isTightList || item.first.map { !$0.isParagraph } ?? false
        }
        var texts: [String] = []
        for (index, item) in items.enumerated() {
            let mark: String
            switch kind {
            case .bullet: mark = isSecondMark ? "*" : "-"
            case .ordered(let start, _): mark = "\(start + index)\(isSecondMark ? ")" : ".")"
            }
            let width = mark.count + 1
            let body = blocks(item).joined(separator: isLoose ? "\n\n" : "\n")
            let lines = body.split(separator: "\n", omittingEmptySubsequences: false)
            let indented = lines.enumerated().map { line, text in
                line == 0 ? "\(mark) \(text)" : text.isEmpty ? "" : String(repeating: " ", count: width) + text
            }
            texts.append(indented.isEmpty ? mark : indented.joined(separator: "\n"))
        }
        return texts.isEmpty ? nil : texts.joined(separator: isLoose ? "\n\n" : "\n")
    }

    private mutating func table(_ table: Table) -> String? {
        guard let head = table.rows.first, !head.isEmpty else { return nil }
        var lines: [String] = []
        for (index, row) in table.rows.enumerated() {
            lines.append("| " + row.map { cell($0) }.joined(separator: " | ") + " |")
            if index == 0 { lines.append("|" + String(repeating: "---|", count: head.count)) }
        }
        return lines.joined(separator: "\n")
    }

    /// A cell is one line: what stood on several follows behind a space.
    private mutating func cell(_ blocks: [Block]) -> String {
        var pieces: [String] = []
        for inlines in CellText.lines(of: blocks) {
            let text = self.inlines(inlines)
            if !text.isEmpty { pieces.append(text) }
        }
        return pieces.joined(separator: " ").replacing("|", with: "\\|")
    }

    // MARK: Inlines

    private mutating func inlines(_ inlines: [Inline]) -> String {
        var text = ""
        for (index, inline) in inlines.enumerated() {
            let next = inlines[(index + 1)...].lazy.compactMap(\.plain.first).first
            text += self.inline(inline, before: text.last, after: next)
        }
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private mutating func inline(_ inline: Inline, before: Character?, after: Character?) -> String {
        switch inline {
        case .text(let text): return MarkdownEscape.text(text)
        case .lineBreak: return " "
        case .strong(let inner): return emphasised(inner, "**", before, after)
        case .emphasis(let inner): return emphasised(inner, "*", before, after)
        case .struck(let inner): return emphasised(inner, "~~", before, after)
        case .raised(let inner): return RaisedDigits.raise(inner.plain) ?? inlines(inner)
        case .lowered(let inner): return RaisedDigits.lower(inner.plain) ?? inlines(inner)
        case .code(let text): return text.contains("`") ? MarkdownEscape.text(text) : "`\(text)`"
        case .link(let inner, let target):
            let text = inlines(inner)
            guard let target = MarkdownEscape.target(target), !text.isEmpty else { return text }
            return "[\(text)](\(target))"
        case .image(let alternative, let path):
            guard let target = MarkdownEscape.target(path) else { return MarkdownEscape.text(alternative) }
            return "![\(MarkdownEscape.text(alternative))](\(target))"
        case .note(let blocks):
            notes.append(blocks)
            return "[^\(notes.count)]"
        }
    }

    /// Marks around text, where they will be read as marks: not inside a word, and not beside a space.
    private mutating func emphasised(_ inner: [Inline], _ mark: String, _ before: Character?, _ after: Character?)
        -> String
    {
        let plain = inner.plain
        guard let first = plain.first(where: { !$0.isWhitespace }), let last = plain.last(where: { !$0.isWhitespace })
        else { return " " }
        let lead = plain.first?.isWhitespace == true ? " " : ""
        let tail = plain.last?.isWhitespace == true ? " " : ""
        let text = inlines(inner)
        let opens = !lead.isEmpty || before.map { !$0.isLetter && !$0.isNumber && $0 != "*" && $0 != "~" } ?? true
        let closes = !tail.isEmpty || after.map { $0.isWhitespace || $0.isPunctuation && $0 != "*" } ?? true
        // Beside punctuation a mark counts only towards a space (CommonMark 6.2).
        let opensWell =
            opens && (first.isLetter || first.isNumber || !lead.isEmpty || before.map(\.isWhitespace) ?? true)
        let closesWell =
            closes && (last.isLetter || last.isNumber || !tail.isEmpty || after.map(\.isWhitespace) ?? true)
        guard opensWell, closesWell, !text.hasPrefix("*"), !text.hasSuffix("*") else { return lead + text + tail }
        return lead + mark + text + mark + tail
    }
}

extension Block {
    fileprivate var isParagraph: Bool { if case .paragraph = self { true } else { false } }

    fileprivate var isTightList: Bool {
        guard case .list(_, let items) = self else { return false }
        return items.allSatisfy {
            $0.first?.isParagraph == true && ($0.count == 1 || $0.count == 2 && $0[1].isTightList)
        }
    }

    /// Whether both are lists whose marks would be the same.
    fileprivate func isList(like other: Block) -> Bool {
        guard case .list(let kind, _) = self, case .list(let otherKind, _) = other else { return false }
        return (kind == .bullet) == (otherKind == .bullet)
    }
}
