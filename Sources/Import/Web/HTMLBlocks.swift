/// Reads the elements of an article into blocks.
struct HTMLBlocks {
    private var result: [Block] = []
    private var line: [Inline] = []

    /// The blocks of an element.
    static func read(_ element: HTMLElement) -> [Block] {
        var reader = HTMLBlocks()
        reader.read(element)
        reader.flush()
        return reader.result
    }

    private mutating func flush() {
        let trimmed = line.trimmed
        if !trimmed.isEmpty { result.append(.paragraph(trimmed)) }
        line = []
    }

    private mutating func read(_ element: HTMLElement) {
        for child in element.children {
            switch child {
            case .comment: break
            case .text(let text): append(text)
            case .element(let inner): block(inner)
            }
        }
    }

    private mutating func append(_ text: String) {
        let words = Self.collapsed(text)
        if words == " ", line.isEmpty { return }
        line.append(.text(words))
    }

    private mutating func block(_ element: HTMLElement) {
        switch element.name {
        case "h1", "h2", "h3", "h4", "h5", "h6":
            flush()
            let level = element.name.last?.wholeNumberValue ?? 1
            let inlines = Self.inlines(element).trimmed
            if !inlines.isEmpty { result.append(.heading(level: level, inlines)) }
        case "ul", "ol":
            flush()
            let kind: ListKind =
                element.name == "ul"
                ? .bullet : .ordered(start: Int(element.attributes["start"] ?? "") ?? 1, Self.numeral(element))
            let items = element.elements.filter { $0.name == "li" }.map(Self.read).filter { !$0.isEmpty }
            if !items.isEmpty { result.append(.list(kind, items: items)) }
        case "table":
            flush()
            table(element)
        case "blockquote":
            flush()
            let inner = Self.read(element)
            if !inner.isEmpty { result.append(.quote(inner)) }
        case "pre":
            flush()
            result.append(.code(element.text))
        case "hr": flush()
        case "br": line.append(.lineBreak)
        case _ where Self.isBlock(element):
            flush()
            read(element)
            flush()
        default: line += Self.inline(element)
        }
    }

    /// Whether an element begins a line of its own; an inline one does when it holds one that does.
    private static func isBlock(_ element: HTMLElement) -> Bool {
        blocks.contains(element.name) || inlineNames.contains(element.name) && element.elements.contains(where: isBlock)
    }

    private static let blocks: Set<String> = [
        "p", "div", "section", "article", "main", "header", "footer", "form", "fieldset", "center", "dl", "dt", "dd",
        "figure", "figcaption", "address", "li", "tr", "td", "th", "tbody", "thead", "details", "summary", "body",
        "table",
        "ul", "ol", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "hr",
    ]
    private static let inlineNames: Set<String> = ["span", "b", "strong", "i", "em", "font", "u", "a", "small", "big"]

    private static func numeral(_ element: HTMLElement) -> ListKind.Numeral {
        switch element.attributes["type"] {
        case "a": .lowerLetter
        case "A": .upperLetter
        case "i": .lowerRoman
        case "I": .upperRoman
        default: .decimal
        }
    }

    // MARK: Tables

    private mutating func table(_ element: HTMLElement) {
        func rows(_ element: HTMLElement) -> [HTMLElement] {
            element.elements.flatMap { inner in
                inner.name == "tr" ? [inner] : ["tbody", "thead", "tfoot"].contains(inner.name) ? rows(inner) : []
            }
        }
        let cells = rows(element).map { row in
            row.elements.filter { $0.name == "td" || $0.name == "th" }.map { cell in
                CellGrid.Cell(
                    blocks: Self.read(cell), rows: Int(cell.attributes["rowspan"] ?? "") ?? 1,
                    columns: Int(cell.attributes["colspan"] ?? "") ?? 1)
            }
        }.filter { !$0.isEmpty }
        // A table of one cell, or around another, only places what it holds.
        let holdsTable = element.descendants.dropFirst().contains { $0.name == "table" }
        if holdsTable || cells.allSatisfy({ $0.count <= 1 }) {
            for row in cells { for cell in row { result += cell.blocks } }
        } else {
            result.append(.table(CellGrid(cells).table))
        }
    }

    // MARK: Inlines

    private static func inlines(_ element: HTMLElement) -> [Inline] {
        element.children.flatMap { child -> [Inline] in
            switch child {
            case .comment: []
            case .text(let text): [.text(collapsed(text))]
            case .element(let inner): inline(inner)
            }
        }
    }

    private static func inline(_ element: HTMLElement) -> [Inline] {
        let inner = inlines(element)
        switch element.name {
        case "b", "strong": return inner.isEmpty ? [] : [.strong(inner)]
        case "i", "em": return inner.isEmpty ? [] : [.emphasis(inner)]
        case "s", "del", "strike": return [.struck(inner)]
        case "sup": return [.raised(inner)]
        case "sub": return [.lowered(inner)]
        case "code", "kbd", "tt": return [.code(element.text)]
        case "br": return [.lineBreak]
        case "img":
            // A picture of a saved page lies beside it, or not at all; its words are kept.
            let words = element.attributes["alt"] ?? ""
            return [.image(alternative: words, path: element.attributes["src"] ?? "")]
        case "a":
            guard let target = element.attributes["href"], !inner.plain.isEmpty else { return inner }
            return [.link(inner, target: target)]
        default: return inner
        }
    }

    /// Runs of space are one space.
    private static func collapsed(_ text: String) -> String {
        var result = ""
        var wasSpace = false
        for character in text {
            let isSpace = character.isWhitespace
            if !isSpace { result.append(character) } else if !wasSpace { result.append(" ") }
            wasSpace = isSpace
        }
        return result
    }
}
