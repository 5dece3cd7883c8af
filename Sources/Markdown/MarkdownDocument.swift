/// A parsed Markdown text: read `content`, set links and marks, render.
///
/// The text is parsed once; the tree lives as long as this value and is used by one task. What other stages need is
/// copied into `content`.
public struct MarkdownDocument: ~Copyable {
    /// The text and structure read from the tree.
    public let content: MarkdownContent

    private var tree: CMarkTree
    private let linkNodes: [CMarkNode]
    private let headingNodes: [CMarkNode]
    private let tableNodes: [CMarkNode]
    private let footnoteNodes: [CMarkNode]
    private let referenceNodes: [CMarkNode]
    private var leaves: [TreeReader.Leaf]

    /// Thrown when there is no memory left for a tree.
    public struct OutOfMemory: Error {}

    /// Parses `source`, UTF-8 without a byte order mark; any bytes are a Markdown text.
    public init(parsing source: [UInt8], options: MarkdownOptions = MarkdownOptions()) throws(OutOfMemory) {
        guard let tree = CMarkTree(parsing: source.span, options: options) else { throw OutOfMemory() }
        var reader = TreeReader(source: source, omitsHTML: !options.allowsRawHTML)
        reader.read(tree.root)
        self.tree = tree
        content = reader.content
        linkNodes = reader.linkNodes
        headingNodes = reader.headingNodes
        tableNodes = reader.tableNodes
        footnoteNodes = reader.footnoteNodes
        referenceNodes = reader.referenceNodes
        leaves = reader.leaves
    }

    /// The document as HTML.
    public func html() -> String { tree.html() }

    /// Changes where the link or image at `index` of `content.links` leads.
    public func setDestination(_ destination: String, ofLink index: Int) {
        if linkNodes.indices.contains(index) { linkNodes[index].setURL(destination) }
    }

    /// Sets `before` and `after` as an element in front of the text of the heading at `index` of `content.headings`.
    public func setAnchor(_ before: String, _ after: String, inHeading index: Int) {
        if headingNodes.indices.contains(index) { headingNodes[index].prependCustom(before, after) }
    }

    /// Changes the level of the heading at `index` of `content.headings`; levels past 6 become 6.
    public func setLevel(_ level: Int, ofHeading index: Int) {
        if headingNodes.indices.contains(index) { headingNodes[index].setHeadingLevel(min(max(level, 1), 6)) }
    }

    /// Takes the heading at `index` of `content.headings` off the page, once.
    public mutating func removeHeading(_ index: Int) {
        if headingNodes.indices.contains(index) { tree.detach(headingNodes[index]) }
    }

    /// Sets `before` and `after` around every table, for a box in which a wide one can scroll.
    public func wrapTables(_ before: String, _ after: String) {
        for table in tableNodes {
            table.insertCustomBefore(before, after, block: true)?.append(table)
        }
    }

    /// Markup set before and after a piece of a page.
    public typealias Wrapper = (before: String, after: String)

    /// Sets the footnotes in markup of the site: cmark's own speaks English to screen readers.
    ///
    /// - Parameters:
    ///   - list: around all of them.
    ///   - note: around the note with a number, from 1.
    ///   - back: the way back to its first mention, set at its end.
    ///   - reference: a mention of the note with a number, and whether it is the first.
    public mutating func setFootnotes(
        _ list: Wrapper,
        note: (Int) -> Wrapper,
        back: (Int) -> Wrapper,
        reference: (Int, Bool) -> Wrapper
    ) {
        guard let first = footnoteNodes.first,
            let section = first.insertCustomBefore(list.before, list.after, block: true)
        else { return }
        for (index, definition) in footnoteNodes.enumerated() {
            let wrapper = note(index + 1)
            guard let item = definition.insertCustomBefore(wrapper.before, wrapper.after, block: true) else { continue }
            var last: CMarkNode?
            while let child = definition.firstChild {
                item.append(child)
                last = child
            }
            let mark = back(index + 1)
            // A note that ends in a list, a table or code has its way back behind that.
            if let last, last.kind == .paragraph {
                last.appendCustom(mark.before, mark.after)
            } else {
                item.appendCustom(mark.before + mark.after, "", block: true)
            }
            section.append(item)
            tree.detach(definition)
        }
        var mentioned = Set<Int>()
        for mention in referenceNodes {
            guard let number = Int(String(decoding: mention.literal, as: UTF8.self)) else { continue }
            let wrapper = reference(number, mentioned.insert(number).inserted)
            guard mention.insertCustomBefore(wrapper.before, wrapper.after) != nil else { continue }
            tree.detach(mention)
        }
    }

    /// Sets markup around ranges of the text.
    ///
    /// Marks may cover emphasis and line breaks; where a mark begins or ends in the middle of an emphasis it is set in
    /// pieces, so that elements stay nested. A mark that overlaps one behind it is left out.
    public mutating func apply(_ marks: [Mark]) {
        // From the end backwards, so that a split leaves every earlier offset where it was.
        let ordered = marks.enumerated().sorted {
            ($0.element.range.lowerBound, $0.element.range.upperBound, $0.offset)
                > ($1.element.range.lowerBound, $1.element.range.upperBound, $1.offset)
        }
        var limit = Int.max
        for (_, mark) in ordered where mark.range.upperBound <= limit {
            limit = mark.range.lowerBound
            if mark.range.isEmpty { setAnchor(mark) } else { wrap(mark) }
        }
    }

    private func setAnchor(_ mark: Mark) {
        let index = firstLeaf { $0.start > mark.range.lowerBound } - 1
        guard leaves.indices.contains(index) else { return }
        _ = leaves[index].node.insertCustomBefore(mark.before, mark.after)
    }

    private mutating func wrap(_ mark: Mark) {
        var index = firstLeaf { $0.start + $0.count > mark.range.lowerBound }
        var covered: [CMarkNode] = []
        while index < leaves.count, leaves[index].start < mark.range.upperBound {
            let leaf = leaves[index]
            let from = max(mark.range.lowerBound - leaf.start, 0)
            let to = min(mark.range.upperBound - leaf.start, leaf.count)
            guard let node = Self.isolate(from..<to, of: leaf) else { return }
            leaves[index].count = from
            covered.append(node)
            index += 1
        }
        let nodes = Self.lifted(covered)
        index = 0
        while index < nodes.count {
            let wrapper = nodes[index].insertCustomBefore(mark.before, mark.after)
            var next: CMarkNode?
            repeat {
                next = nodes[index].next
                wrapper?.append(nodes[index])
                index += 1
            } while index < nodes.count && next == nodes[index]
        }
    }

    /// Index of the first leaf for which `isBehind` holds; it must hold for every later one.
    private func firstLeaf(where isBehind: (TreeReader.Leaf) -> Bool) -> Int {
        var low = 0
        var high = leaves.count
        while low < high {
            let middle = (low + high) / 2
            if isBehind(leaves[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// Splits a text node so that `range` of its bytes is a node of its own. The original keeps the front.
    private static func isolate(_ range: Range<Int>, of leaf: TreeReader.Leaf) -> CMarkNode? {
        guard leaf.node.kind == .text, range != 0..<leaf.count else { return leaf.node }
        let bytes = leaf.node.literal
        guard range.upperBound <= bytes.count else { return nil }
        if range.upperBound < bytes.count {
            guard leaf.node.insertTextAfter(bytes[range.upperBound...]) != nil else { return nil }
        }
        var node = leaf.node
        if range.lowerBound > 0 {
            guard let middle = leaf.node.insertTextAfter(bytes[range]) else { return nil }
            node = middle
        }
        leaf.node.setLiteral(bytes[..<(range.lowerBound > 0 ? range.lowerBound : range.upperBound)])
        return node
    }

    /// Replaces nodes by their emphasis while all of its children are covered.
    private static func lifted(_ nodes: [CMarkNode]) -> [CMarkNode] {
        var nodes = nodes
        var index = 0
        while index < nodes.count {
            guard let parent = nodes[index].parent, parent.kind == .emphasis, parent.firstChild == nodes[index] else {
                index += 1
                continue
            }
            var end = index
            var child: CMarkNode? = nodes[index]
            while let node = child, end < nodes.count, nodes[end] == node {
                end += 1
                child = node.next
            }
            if child == nil {
                nodes.replaceSubrange(index..<end, with: [parent])
                index = 0
            } else {
                index += 1
            }
        }
        return nodes
    }
}
