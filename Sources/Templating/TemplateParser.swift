/// Reads a template into nodes.
struct TemplateParser {
    private(set) var includes: [(name: String, line: Int)] = []
    private let source: [UInt8]
    private var position = 0
    private var open: [Frame] = []
    private var current: [TemplateNode] = []

    /// A section, parent or block whose end has not come.
    private struct Frame {
        var kind: UInt8
        var name: String
        var start: Int
        /// What came before it on its level.
        var before: [TemplateNode]
    }

    init(_ source: String) {
        self.source = Array(source.utf8)
    }

    mutating func parse() throws(Template.SyntaxError) -> [TemplateNode] {
        while let tag = nextTag() {
            let isTriple = tag + 2 < source.count && source[tag + 2] == UInt8(ascii: "{")
            let start = tag + (isTriple ? 3 : 2)
            guard let end = closing(from: start, braces: isTriple ? 3 : 2) else { throw error(.unfinishedTag, at: tag) }
            let next = end + (isTriple ? 3 : 2)
            let inner = String(decoding: source[start..<end], as: UTF8.self)
            let mark = isTriple ? UInt8(ascii: "{") : inner.utf8.first ?? 0
            let hasMark = !isTriple && "#^/><$!&".utf8.contains(mark)
            let name = (hasMark ? inner.dropFirst() : inner[...]).trimmed
            guard !name.isEmpty || mark == UInt8(ascii: "!") else { throw error(.emptyTag, at: tag) }
            let stands = hasMark && mark != UInt8(ascii: "&") ? lineAround(tag, next) : nil
            addText(position..<(stands?.lowerBound ?? tag))
            position = stands?.upperBound ?? next
            switch mark {
            case _ where isTriple: current.append(.variable(TemplateName(name), escapes: false))
            case UInt8(ascii: "&"): current.append(.variable(TemplateName(name), escapes: false))
            case UInt8(ascii: "!"): break
            case UInt8(ascii: ">"):
                includes.append((String(name), line(of: tag)))
                current.append(.partial(String(name)))
            case UInt8(ascii: "#"), UInt8(ascii: "^"), UInt8(ascii: "<"), UInt8(ascii: "$"):
                if mark == UInt8(ascii: "<") { includes.append((String(name), line(of: tag))) }
                open.append(Frame(kind: mark, name: String(name), start: tag, before: current))
                current = []
            case UInt8(ascii: "/"): try close(name, at: tag)
            default: current.append(.variable(TemplateName(name), escapes: true))
            }
        }
        addText(position..<source.count)
        if let frame = open.last { throw error(.unclosedSection(frame.name), at: frame.start) }
        return current
    }

    private mutating func close(_ name: Substring, at tag: Int) throws(Template.SyntaxError) {
        guard let frame = open.last, frame.name == name else {
            throw error(.wrongEnd(expected: open.last?.name), at: tag)
        }
        open.removeLast()
        let children = current
        current = frame.before
        switch frame.kind {
        case UInt8(ascii: "#"): current.append(.section(TemplateName(name), children))
        case UInt8(ascii: "^"): current.append(.inverted(TemplateName(name), children))
        case UInt8(ascii: "$"): current.append(.block(frame.name, children))
        default:
            var blocks: [String: [TemplateNode]] = [:]
            for case .block(let name, let nodes) in children { blocks[name] = nodes }
            current.append(.parent(frame.name, blocks: blocks))
        }
    }

    private mutating func addText(_ range: Range<Int>) {
        if !range.isEmpty { current.append(.text(Array(source[range]))) }
    }

    /// The place of the next `{{`.
    private func nextTag() -> Int? {
        var index = position
        while index + 1 < source.count {
            if source[index] == UInt8(ascii: "{"), source[index + 1] == UInt8(ascii: "{") { return index }
            index += 1
        }
        return nil
    }

    /// The place of the braces that end a tag.
    private func closing(from start: Int, braces: Int) -> Int? {
        var index = start
        while index + braces <= source.count {
            if source[index..<index + braces].allSatisfy({ $0 == UInt8(ascii: "}") }) { return index }
            index += 1
        }
        return nil
    }

    /// The whole line of a tag that stands alone on it, its line feed included: such a line leaves nothing behind.
    private func lineAround(_ tag: Int, _ next: Int) -> Range<Int>? {
        var start = tag
        while start > position, source[start - 1] == 0x20 || source[start - 1] == 0x09 { start -= 1 }
        guard start == 0 || source[start - 1] == 0x0A else { return nil }
        var end = next
        while end < source.count, source[end] == 0x20 || source[end] == 0x09 { end += 1 }
        if end == source.count { return start..<end }
        return source[end] == 0x0A ? start..<end + 1 : nil
    }

    private func line(of offset: Int) -> Int { source[..<offset].count { $0 == 0x0A } + 1 }

    private func error(_ reason: Template.SyntaxError.Reason, at offset: Int) -> Template.SyntaxError {
        let start = source[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let column = String(decoding: source[start..<offset], as: UTF8.self).count + 1
        return Template.SyntaxError(reason: reason, line: line(of: offset), column: column)
    }
}

extension Substring {
    /// Without blanks at either end.
    fileprivate var trimmed: Substring {
        var rest = self
        while let first = rest.first, first == " " || first == "\t" || first == "\n" { rest.removeFirst() }
        while let last = rest.last, last == " " || last == "\t" || last == "\n" { rest.removeLast() }
        return rest
    }
}
