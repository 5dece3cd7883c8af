/// Reads a template into nodes.
struct TemplateParser {
    private(set) var includes: [Template.Include] = []
    private(set) var names: [Template.Name] = []
    private(set) var filled: [Template.FilledBlock] = []
    private(set) var blocks: Set<String> = []
    private let source: [UInt8]
    private var position = 0
    private var open: [Frame] = []
    private var current: [TemplateNode] = []
    /// The line that a place counted so far lies in: places are asked for in rising order.
    private var counted = (offset: 0, line: 1, start: 0)
    /// What opens and closes a tag; `{{=<% %>=}}` changes both for the rest of the template.
    private var opening = Array("{{".utf8)
    private var closing = Array("}}".utf8)

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
            let start = tag + opening.count
            let mark = start < source.count ? source[start] : 0
            let end = end(ofTagMarked: mark)
            guard let last = place(of: end, from: start) else { throw error(.unfinishedTag, at: tag) }
            let next = last + end.count
            let hasMark = "#^/><$!&{=".utf8.contains(mark)
            let name = String(decoding: source[(hasMark ? start + 1 : start)..<last], as: UTF8.self)[...].trimmed
            guard !name.isEmpty || mark == UInt8(ascii: "!") else { throw error(.emptyTag, at: tag) }
            let stands = "#^/><$!=".utf8.contains(mark) ? lineAround(tag, next) : nil
            addText(position..<(stands?.lowerBound ?? tag))
            position = stands?.upperBound ?? next
            switch mark {
            case UInt8(ascii: "="): try changeDelimiters(name, at: tag)
            case UInt8(ascii: "&"), UInt8(ascii: "{"): current.append(.variable(asked(name, at: tag), escapes: false))
            case UInt8(ascii: "!"): break
            case UInt8(ascii: ">"):
                include(name, at: tag)
                current.append(.partial(String(name)))
            case UInt8(ascii: "#"), UInt8(ascii: "^"), UInt8(ascii: "<"), UInt8(ascii: "$"):
                try open(mark, name, at: tag)
            case UInt8(ascii: "/"): try close(name, at: tag)
            default: current.append(.variable(asked(name, at: tag), escapes: true))
            }
        }
        addText(position..<source.count)
        if let frame = open.last { throw error(.unclosedSection(frame.name), at: frame.start) }
        return current
    }

    private mutating func open(_ mark: UInt8, _ name: Substring, at tag: Int) throws(Template.SyntaxError) {
        guard open.count < Template.deepest else { throw error(.nestedTooDeep, at: tag) }
        switch mark {
        case UInt8(ascii: "<"): include(name, at: tag)
        case UInt8(ascii: "$"):
            if let frame = open.last, frame.kind == UInt8(ascii: "<") {
                filled.append(
                    Template.FilledBlock(parent: frame.name, name: String(name), line: position(of: tag).line))
            } else {
                blocks.insert(String(name))
            }
        default: _ = asked(name, at: tag)
        }
        open.append(Frame(kind: mark, name: String(name), start: tag, before: current))
        current = []
    }

    private mutating func include(_ name: Substring, at tag: Int) {
        let isUnconditional = open.allSatisfy { $0.kind == UInt8(ascii: "$") }
        includes.append(
            Template.Include(name: String(name), line: position(of: tag).line, isUnconditional: isUnconditional))
    }

    /// What a tag asks for, noted with its place.
    private mutating func asked(_ name: Substring, at tag: Int) -> TemplateName {
        let asked = TemplateName(name)
        if !asked.parts.isEmpty {
            let (line, column) = position(of: tag)
            names.append(Template.Name(parts: asked.parts, line: line, column: column))
        }
        return asked
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

    /// What ends a tag; `{{{name}}}` and `{{=<% %>=}}` repeat their mark there.
    private func end(ofTagMarked mark: UInt8) -> [UInt8] {
        switch mark {
        case UInt8(ascii: "{"): [UInt8(ascii: "}")] + closing
        case UInt8(ascii: "="): [UInt8(ascii: "=")] + closing
        default: closing
        }
    }

    private mutating func changeDelimiters(_ pair: Substring, at tag: Int) throws(Template.SyntaxError) {
        let words = pair.split(whereSeparator: \.isBlank)
        guard words.count == 2, !words.joined().contains("=") else { throw error(.wrongDelimiters, at: tag) }
        opening = Array(words[0].utf8)
        closing = Array(words[1].utf8)
    }

    /// The place of the next tag.
    private func nextTag() -> Int? { place(of: opening, from: position) }

    /// The first place at which `bytes` stand, from `start` on.
    private func place(of bytes: [UInt8], from start: Int) -> Int? {
        var index = start
        while index + bytes.count <= source.count {
            if source[index] == bytes[0], source[index..<index + bytes.count].elementsEqual(bytes) { return index }
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
        if source[end] == 0x0D, end + 1 < source.count, source[end + 1] == 0x0A { end += 1 }
        return source[end] == 0x0A ? start..<end + 1 : nil
    }

    /// The line and column, from 1, of a place at or behind the last one asked for.
    private mutating func position(of offset: Int) -> (line: Int, column: Int) {
        while counted.offset < offset {
            if source[counted.offset] == 0x0A { counted = (counted.offset, counted.line + 1, counted.offset + 1) }
            counted.offset += 1
        }
        return (counted.line, String(decoding: source[counted.start..<offset], as: UTF8.self).count + 1)
    }

    private func error(_ reason: Template.SyntaxError.Reason, at offset: Int) -> Template.SyntaxError {
        let start = source[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let column = String(decoding: source[start..<offset], as: UTF8.self).count + 1
        let line = source[..<offset].count { $0 == 0x0A } + 1
        return Template.SyntaxError(reason: reason, line: line, column: column)
    }
}

extension Substring {
    /// Without blanks at either end.
    fileprivate var trimmed: Substring {
        var rest = self
        while rest.first?.isBlank == true { rest.removeFirst() }
        while rest.last?.isBlank == true { rest.removeLast() }
        return rest
    }
}

extension Character {
    fileprivate var isBlank: Bool { self == " " || self == "\t" || self == "\n" || self == "\r\n" }
}
