/// Walks a document tree once and copies out what later stages need.
///
/// cmark gives the line of a block but no reliable column of an inline, so each text is looked for in the source from
/// where the last one ended: texts appear in source order, and are copied unchanged except for entities and escapes.
struct TreeReader {
    private(set) var content = MarkdownContent()
    private(set) var linkNodes: [CMarkNode] = []
    private(set) var headingNodes: [CMarkNode] = []
    private(set) var tableNodes: [CMarkNode] = []
    private(set) var footnoteNodes: [CMarkNode] = []
    private(set) var referenceNodes: [CMarkNode] = []
    private(set) var leaves: [Leaf] = []

    /// An inline node whose bytes stand in `content.text`.
    struct Leaf {
        var start: Int
        var count: Int
        var node: CMarkNode
    }

    private let source: [UInt8]
    private let lineStarts: [Int]
    private let omitsHTML: Bool
    /// Where in the source the next text is expected, and where its block ends.
    private var cursor = 0
    private var blockEnd = 0
    private var maskDepth = 0

    init(source: [UInt8], omitsHTML: Bool) {
        self.source = source
        self.omitsHTML = omitsHTML
        var starts = [0]
        var offset = 0
        let count = source.count
        while offset < count {
            if source[offset] == 0x0A { starts.append(offset + 1) }
            offset += 1
        }
        lineStarts = starts
    }

    /// Reads the tree under `root` without recursion on blocks: nesting is as deep as the author likes.
    mutating func read(_ root: CMarkNode) {
        var pending: [(node: CMarkNode, ordinal: Int?)] = [(root, nil)]
        while let (node, ordinal) = pending.popLast() {
            switch node.kind {
            case .paragraph: readLeaf(node, .paragraph, ordinal: ordinal)
            case .heading: readLeaf(node, .heading, ordinal: ordinal)
            case .tableCell: readLeaf(node, .tableCell)
            case .codeBlock: readCodeBlock(node)
            case .htmlBlock: if omitsHTML { content.omittedHTML.append(startOffset(of: node)) }
            default:
                if node.kind == .table { tableNodes.append(node) }
                if node.kind == .footnoteDefinition { footnoteNodes.append(node) }
                var children: [(CMarkNode, Int?)] = []
                var next = node.orderedListStart
                var child = node.firstChild
                while let current = child {
                    // An item hands its number to the block it opens.
                    children.append((current, next ?? (node.kind == .item && children.isEmpty ? ordinal : nil)))
                    next = next.map { $0 &+ 1 }
                    child = current.next
                }
                pending.append(contentsOf: children.reversed())
            }
        }
    }

    private mutating func readLeaf(_ node: CMarkNode, _ kind: MarkdownContent.Block.Kind, ordinal: Int? = nil) {
        enter(node, keepsCursor: kind == .tableCell)
        let start = content.text.count
        let firstSource = cursor
        if kind == .heading { headingNodes.append(node) }
        readInlines(of: node)
        let range = start..<content.text.count
        if kind == .heading {
            content.headings.append(
                MarkdownContent.Heading(
                    level: node.headingLevel,
                    range: range,
                    text: String(decoding: content.text[range], as: UTF8.self),
                    sourceOffset: firstSource
                )
            )
        }
        close(kind, range, ordinal: ordinal)
    }

    private mutating func readCodeBlock(_ node: CMarkNode) {
        enter(node, keepsCursor: false)
        let start = content.text.count
        append(node.literal)
        content.maskedRanges.append(start..<content.text.count)
        close(.code, start..<content.text.count)
    }

    private mutating func enter(_ node: CMarkNode, keepsCursor: Bool) {
        if !content.text.isEmpty { content.text += [0x0A, 0x0A] }
        let line = startOffset(of: node)
        cursor = keepsCursor ? max(cursor, line) : line
        let endLine = max(node.endLine, node.startLine)
        blockEnd = endLine > 0 && endLine < lineStarts.count ? lineStarts[endLine] : source.count
        if cursor > blockEnd { blockEnd = source.count }
    }

    private mutating func close(_ kind: MarkdownContent.Block.Kind, _ range: Range<Int>, ordinal: Int? = nil) {
        let heading = content.headings.isEmpty ? nil : content.headings.count - 1
        content.blocks.append(MarkdownContent.Block(kind: kind, range: range, heading: heading, ordinal: ordinal))
    }

    private func startOffset(of node: CMarkNode) -> Int {
        let line = node.startLine - 1
        return lineStarts.indices.contains(line) ? lineStarts[line] : cursor
    }

    /// Reads the inlines below `block` in document order, with a stack of its own.
    private mutating func readInlines(of block: CMarkNode) {
        /// A node still to read, or the end of a masked node.
        enum Step {
            case node(CMarkNode)
            case unmask(from: Int)
        }
        func children(of node: CMarkNode) -> [Step] {
            var steps: [Step] = []
            var child = node.firstChild
            while let next = child {
                steps.append(.node(next))
                child = next.next
            }
            return steps.reversed()
        }
        var pending = children(of: block)
        while let step = pending.popLast() {
            guard case .node(let node) = step else {
                if case .unmask(let start) = step { unmask(from: start) }
                continue
            }
            switch node.kind {
            case .text:
                leaves.append(Leaf(start: content.text.count, count: append(node.literal), node: node))
            case .softBreak, .lineBreak:
                leaves.append(Leaf(start: content.text.count, count: append([0x0A]), node: node))
            case .code:
                maskDepth += 1
                let start = content.text.count
                append(node.literal)
                unmask(from: start)
            case .link, .image:
                linkNodes.append(node)
                content.links.append(
                    MarkdownContent.Link(destination: node.url, isImage: node.kind == .image, sourceOffset: cursor)
                )
                maskDepth += 1
                pending.append(.unmask(from: content.text.count))
                if node.kind == .link { pending += children(of: node) }
            case .footnoteReference: referenceNodes.append(node)
            case .htmlInline:
                if omitsHTML { content.omittedHTML.append(cursor) }
            default:
                pending += children(of: node)
            }
        }
    }

    private mutating func unmask(from start: Int) {
        maskDepth -= 1
        if maskDepth == 0, start < content.text.count { content.maskedRanges.append(start..<content.text.count) }
    }

    /// Appends bytes to the text and notes where they come from. Returns their number.
    @discardableResult
    private mutating func append(_ bytes: [UInt8]) -> Int {
        guard !bytes.isEmpty else { return 0 }
        var start = cursor
        while start < blockEnd {
            if let end = align(bytes, at: start) {
                cursor = end
                content.text += bytes
                return bytes.count
            }
            start += 1
        }
        // Bytes the source does not have, such as U+FFFD for one that is no UTF-8.
        content.origins.append((content.text.count, cursor))
        content.text += bytes
        return bytes.count
    }

    /// Notes where `bytes` come from if they are what the source says at `start`, and returns where that ends.
    ///
    /// A text is the source without the backslash of an escape and with entities such as `&#45;` replaced by what they
    /// stand for: one or two characters, after which both go on alike.
    private mutating func align(_ bytes: [UInt8], at start: Int) -> Int? {
        let noted = content.origins.count
        var offset = start
        var index = 0
        var isNoted = false
        while index < bytes.count {
            guard offset < blockEnd else { break }
            if source[offset] == bytes[index] {
                if !isNoted { content.origins.append((content.text.count + index, offset)) }
                isNoted = true
                offset += 1
                index += 1
            } else if source[offset] == UInt8(ascii: "\\"), offset + 1 < blockEnd, source[offset + 1] == bytes[index] {
                offset += 1
                isNoted = false
            } else if source[offset] == UInt8(ascii: "&"), let end = endOfEntity(at: offset) {
                content.origins.append((content.text.count + index, offset))
                let next = end < blockEnd ? source[end] : nil
                index += 1
                while index < bytes.count, bytes[index] & 0xC0 == 0x80 || bytes[index] != next { index += 1 }
                offset = end
                isNoted = false
            } else {
                break
            }
        }
        if index < bytes.count {
            content.origins.removeSubrange(noted...)
            return nil
        }
        return offset
    }

    /// Where an entity that starts at `offset` ends.
    private func endOfEntity(at offset: Int) -> Int? {
        let limit = min(offset + 40, blockEnd)
        return source[offset..<limit].firstIndex(of: UInt8(ascii: ";")).map { $0 + 1 }
    }
}
