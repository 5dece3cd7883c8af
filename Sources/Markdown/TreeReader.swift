/// Walks a document tree once and copies out what later stages need.
///
/// Where each text came from is for `SourceCursor` to say.
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

    private var cursor: SourceCursor
    private let lineStarts: [Int]
    private let omitsHTML: Bool
    private var maskDepth = 0

    init(source: [UInt8], omitsHTML: Bool) {
        cursor = SourceCursor(source)
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
            case .htmlBlock:
                if omitsHTML, !Self.isComment(node.literal) { content.omittedHTML.append(startOffset(of: node)) }
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
        let firstSource = cursor.offset
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
        let endLine = max(node.endLine, node.startLine)
        let end = endLine > 0 && endLine < lineStarts.count ? lineStarts[endLine] : cursor.source.count
        // The column of a paragraph is known: behind the marks of lists and quotations.
        let column = node.kind == .paragraph ? max(node.startColumn - 1, 0) : 0
        let start = min(startOffset(of: node) + column, end)
        cursor.enter(start..<end, keepsPlace: keepsCursor)
    }

    private mutating func close(_ kind: MarkdownContent.Block.Kind, _ range: Range<Int>, ordinal: Int? = nil) {
        let heading = content.headings.isEmpty ? nil : content.headings.count - 1
        content.blocks.append(MarkdownContent.Block(kind: kind, range: range, heading: heading, ordinal: ordinal))
    }

    private func startOffset(of node: CMarkNode) -> Int {
        let line = node.startLine - 1
        return lineStarts.indices.contains(line) ? lineStarts[line] : cursor.offset
    }

    /// Reads the inlines below `block` in document order, with a stack of its own.
    private mutating func readInlines(of block: CMarkNode) {
        /// A node still to read, or the end of a link or an image.
        enum Step {
            case node(CMarkNode, SourceCursor.LinkForm)
            case close(SourceCursor.LinkForm, from: Int, isImage: Bool)
        }
        func children(of node: CMarkNode, _ form: SourceCursor.LinkForm) -> [Step] {
            var steps: [Step] = []
            var child = node.firstChild
            while let next = child {
                steps.append(.node(next, form))
                child = next.next
            }
            return steps.reversed()
        }
        /// Images around the node: their descriptions are no text of the page.
        var imageDepth = 0
        var pending = children(of: block, .bare)
        while let step = pending.popLast() {
            guard case .node(let node, let form) = step else {
                if case .close(let form, let start, let isImage) = step {
                    cursor.closeLink(form)
                    if isImage { imageDepth -= 1 }
                    unmask(from: start)
                }
                continue
            }
            switch node.kind {
            case .text, .softBreak, .lineBreak:
                let bytes = node.kind == .text ? node.literal : [0x0A]
                if imageDepth > 0 {
                    _ = cursor.find(bytes)
                } else {
                    let count = append(bytes, isRaw: form == .angles)
                    leaves.append(Leaf(start: content.text.count - count, count: count, node: node))
                }
            case .code:
                maskDepth += 1
                let start = content.text.count
                let bytes = node.literal
                let place = cursor.code(bytes)
                if imageDepth == 0 { note([.init(text: 0, source: place, replaced: nil)], bytes) }
                unmask(from: start)
            case .link, .image:
                let isImage = node.kind == .image
                linkNodes.append(node)
                content.links.append(
                    MarkdownContent.Link(destination: node.url, isImage: isImage, sourceOffset: cursor.offset)
                )
                maskDepth += 1
                imageDepth += isImage ? 1 : 0
                let form = isImage ? cursor.openImage() : cursor.openLink()
                pending.append(.close(form, from: content.text.count, isImage: isImage))
                pending += children(of: node, form)
            case .footnoteReference:
                cursor.footnoteReference()
                referenceNodes.append(node)
            case .htmlInline:
                let place = cursor.html(node.literal)
                if omitsHTML, !Self.isComment(node.literal) { content.omittedHTML.append(place) }
            default:
                pending += children(of: node, form)
            }
        }
    }

    /// Whether HTML is one comment and nothing else: no reader misses it.
    private static func isComment(_ html: [UInt8]) -> Bool {
        let text = html.drop { $0 <= 0x20 }
        guard text.starts(with: "<!--".utf8), let end = text.firstRange(of: "-->".utf8) else { return false }
        return text[end.upperBound...].allSatisfy { $0 <= 0x20 }
    }

    private mutating func unmask(from start: Int) {
        maskDepth -= 1
        if maskDepth == 0, start < content.text.count { content.maskedRanges.append(start..<content.text.count) }
    }

    /// Appends bytes to the text and notes where they come from. Returns their number.
    @discardableResult
    private mutating func append(_ bytes: [UInt8], isRaw: Bool = false) -> Int {
        guard !bytes.isEmpty else { return 0 }
        var origins = cursor.find(bytes, isRaw: isRaw)
        // What the source does not have stands where the next text is expected.
        if origins.isEmpty { origins = [.init(text: 0, source: cursor.offset, replaced: 0)] }
        note(origins, bytes)
        return bytes.count
    }

    private mutating func note(_ origins: [SourceCursor.Origin], _ bytes: [UInt8]) {
        let start = content.text.count
        for var origin in origins {
            origin.text += start
            content.origins.append(origin)
        }
        content.text += bytes
    }
}
