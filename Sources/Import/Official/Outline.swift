import OfficialDocuments
import VietnameseText

/// Gives a text typed in a word processor the structure its numbering states: "Chương I", "Điều 5", "I.", "1.", "a)".
///
/// Parts and chapters become headings; so do articles, roman numbers, and numbered lines that are bold from end to end.
/// What is numbered in running text becomes lists where Markdown counts the same, else it stays a paragraph.
struct Outline {
    private var result: [Block] = []

    /// The blocks with headings and lists.
    static func structured(_ blocks: [Block]) -> [Block] {
        var outline = Outline()
        for block in blocks { outline.add(block) }
        outline.closeLists()
        return outline.result
    }

    /// The open list of each depth: bullets or numbers, with the next number.
    private struct Open {
        var mark: OutlineMark.Item
        var next: Int
        var items: [[Block]]
    }
    private var open: [Open] = []
    /// "Chương I" waits for the line that names it.
    private var hasOpenHeading = false

    private mutating func add(_ block: Block) {
        switch block {
        case .paragraph(let inlines):
            // Lines that an author broke by hand are paragraphs of their own when they are numbered.
            let lines = inlines.lines.map(\.trimmed)
            if lines.count > 1, lines.contains(where: { OutlineMark(line: $0) != nil }) {
                for line in lines { add(line: line) }
            } else {
                add(line: inlines.trimmed)
            }
        case .list(.ordered(let start, let numeral), let items) where numeral != .decimal:
            for (index, item) in items.enumerated() {
                let mark = Inline.text(numeral.mark(start + index) + " ")
                if case .paragraph(let first)? = item.first {
                    add(line: first.isStrong ? [.strong([mark] + first.withoutStrong)] : [mark] + first)
                    for block in item.dropFirst() { add(block) }
                } else {
                    add(line: [mark])
                    for block in item { add(block) }
                }
            }
        case .heading(let level, let inlines):
            closeLists()
            result.append(.heading(level: level + 1, inlines))
        default: append(block)
        }
    }

    private mutating func add(line: [Inline]) {
        let text = LayoutLine(line.plain)
        if text.isOrnament, !line.contains(where: \.isAttached) { return }
        if hasOpenHeading, case .heading(let level, let before)? = result.last, OutlineMark(line: line) == nil,
            text.text.count < 200, line.isStrong || text.isInCapitals
        {
            result[result.count - 1] = .heading(level: level, before + [.text(". ")] + line)
            hasOpenHeading = false
            return
        }
        hasOpenHeading = false
        guard let mark = OutlineMark(line: line) else {
            closeLists()
            result.append(.paragraph(line))
            return
        }
        switch mark {
        case .heading(let level, let isBare):
            closeLists()
            result.append(.heading(level: level, line.withoutStrong))
            hasOpenHeading = isBare
        case .paragraph:
            // "a)" under "1." belongs to it; under a dash it does not.
            if case .number? = open.first?.mark { closeLists(to: 1) } else { closeLists() }
            if open.isEmpty { result.append(.paragraph(line)) } else { nest(.paragraph(line)) }
        case .item(let item, let length): add(item, text: line.dropping(length))
        }
    }

    // MARK: Lists

    private mutating func add(_ item: OutlineMark.Item, text: [Inline]) {
        if let depth = open.firstIndex(where: { $0.mark.continues(item) }) {
            if case .number(let number) = item, open[depth].next != number {
                // Markdown counts by itself: a list that skips or repeats a number is written as paragraphs.
                closeLists()
                guard number == 1 else {
                    result.append(.paragraph([.text("\(number). ")] + text))
                    return
                }
            } else {
                closeLists(to: depth + 1)
                open[depth].items.append([.paragraph(text)])
                open[depth].next += 1
                return
            }
        }
        if case .number = item { closeLists() }
        let next = if case .number(let number) = item { number + 1 } else { 0 }
        open.append(Open(mark: item, next: next, items: [[.paragraph(text)]]))
    }

    /// A block behind an item of the innermost list belongs to it.
    private mutating func nest(_ block: Block) {
        let depth = open.count - 1
        guard let item = open[depth].items.indices.last else { return }
        open[depth].items[item].append(block)
    }

    /// Closes the lists deeper than `depth`.
    private mutating func closeLists(to depth: Int = 0) {
        while open.count > depth {
            let closed = open.removeLast()
            let kind: ListKind =
                switch closed.mark {
                case .number: .ordered(start: closed.next - closed.items.count, .decimal)
                default: .bullet
                }
            let list = Block.list(kind, items: closed.items)
            if open.isEmpty { result.append(list) } else { nest(list) }
        }
    }

    /// A table or picture between numbered paragraphs belongs to the one before it.
    private mutating func append(_ block: Block) {
        if open.isEmpty { result.append(block) } else { nest(block) }
    }
}

extension Inline {
    /// A picture or a footnote: something that has no text of its own.
    fileprivate var isAttached: Bool {
        switch self {
        case .image, .note: true
        case .strong(let inner), .emphasis(let inner), .link(let inner, _): inner.contains(where: \.isAttached)
        default: false
        }
    }
}

extension LayoutLine {
    fileprivate var isInCapitals: Bool {
        let letters = text.filter(\.isLetter)
        return !letters.isEmpty && letters.allSatisfy { $0.isUppercase || !$0.isCased }
    }
}

extension [Inline] {
    /// Without the first `count` characters of its text, marks kept.
    fileprivate func dropping(_ count: Int) -> [Inline] {
        var left = count
        var result: [Inline] = []
        for inline in self {
            guard left > 0 else {
                result.append(inline)
                continue
            }
            let length = inline.plain.count
            switch inline {
            case .text(let text):
                if length > left { result.append(.text(String(text.dropFirst(left)))) }
            case .strong(let inner):
                if length > left { result.append(.strong(inner.dropping(left))) }
            case .emphasis(let inner):
                if length > left { result.append(.emphasis(inner.dropping(left))) }
            default: result.append(inline)
            }
            left -= Swift.min(length, left)
        }
        return result.trimmed
    }
}
