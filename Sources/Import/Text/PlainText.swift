extension Inline {
    /// What is read, without marks; footnotes and pictures left out.
    var plain: String {
        switch self {
        case .text(let text), .code(let text): text
        case .lineBreak: "\n"
        case .strong(let inlines), .emphasis(let inlines), .struck(let inlines), .raised(let inlines),
            .lowered(let inlines), .link(let inlines, _):
            inlines.plain
        case .image, .note: ""
        }
    }

    /// Whether all of it is bold or there is nothing to be bold.
    var isStrong: Bool {
        switch self {
        case .strong: true
        case .emphasis(let inlines), .link(let inlines, _): inlines.isStrong
        default: plain.allSatisfy(\.isWhitespace)
        }
    }
}

extension [Inline] {
    /// What is read.
    var plain: String { map(\.plain).joined() }

    /// Whether all of it is bold.
    var isStrong: Bool { !plain.allSatisfy(\.isWhitespace) && allSatisfy(\.isStrong) }

    /// Without the bold around all or parts of it, for places that are bold anyway.
    var withoutStrong: [Inline] {
        flatMap { inline -> [Inline] in
            if case .strong(let inner) = inline { inner.withoutStrong } else { [inline] }
        }
    }

    /// The pieces between line breaks; a break inside bold or italics parts it.
    var lines: [[Inline]] {
        var lines: [[Inline]] = [[]]
        func add(_ inner: [Inline], _ wrap: ([Inline]) -> Inline) {
            for (index, piece) in inner.lines.enumerated() {
                if index > 0 { lines.append([]) }
                if !piece.isEmpty { lines[lines.count - 1].append(wrap(piece)) }
            }
        }
        for inline in self {
            switch inline {
            case .lineBreak: lines.append([])
            case .strong(let inner): add(inner, Inline.strong)
            case .emphasis(let inner): add(inner, Inline.emphasis)
            case .struck(let inner): add(inner, Inline.struck)
            default: lines[lines.count - 1].append(inline)
            }
        }
        return lines
    }

    /// Without space at its beginning and end.
    var trimmed: [Inline] {
        var result = self
        while case .text(let text)? = result.first, text.allSatisfy(\.isWhitespace) { result.removeFirst() }
        while case .text(let text)? = result.last, text.allSatisfy(\.isWhitespace) { result.removeLast() }
        while case .lineBreak? = result.first { result.removeFirst() }
        while case .lineBreak? = result.last { result.removeLast() }
        if case .text(let text)? = result.first { result[0] = .text(String(text.drop(while: \.isWhitespace))) }
        return result
    }
}

extension [Block] {
    /// Every paragraph, heading and cell as a line of text.
    var plain: String {
        map { block -> String in
            switch block {
            case .heading(_, let inlines), .paragraph(let inlines): inlines.plain
            case .list(_, let items): items.map(\.plain).joined(separator: "\n")
            case .quote(let blocks): blocks.plain
            case .code(let text): text
            case .table(let table): table.rows.map { $0.map(\.plain).joined(separator: "\t") }.joined(separator: "\n")
            }
        }.joined(separator: "\n")
    }
}
