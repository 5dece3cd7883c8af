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
        let ordered = marks.enumerated().sorted {
            ($0.element.range.lowerBound, $0.element.range.upperBound, $0.offset)
                > ($1.element.range.lowerBound, $1.element.range.upperBound, $1.offset)
        }
        var limit = Int.max
        var kept: [Mark] = []
        for (_, mark) in ordered where mark.range.upperBound <= limit {
            limit = mark.range.lowerBound
            kept.append(mark)
        }
        let edges = kept.lazy.filter { !$0.range.isEmpty }.flatMap { [$0.range.upperBound, $0.range.lowerBound] }
        split(at: edges.reversed())
        for mark in kept {
            if mark.range.isEmpty { setAnchor(mark) } else { wrap(mark) }
        }
    }

    private func setAnchor(_ mark: Mark) {
        let index = firstLeaf { $0.start > mark.range.lowerBound } - 1
        guard leaves.indices.contains(index) else { return }
        _ = leaves[index].node.insertCustomBefore(mark.before, mark.after)
    }

    /// Cuts text nodes at `edges`, ascending offsets, so that every mark covers whole nodes.
    private mutating func split(at edges: [Int]) {
        guard !edges.isEmpty else { return }
        var result: [TreeReader.Leaf] = []
        var next = 0
        for leaf in leaves {
            while next < edges.count, edges[next] <= leaf.start { next += 1 }
            var cuts: [Int] = []
            while next < edges.count, edges[next] < leaf.start + leaf.count {
                if cuts.last != edges[next] { cuts.append(edges[next]) }
                next += 1
            }
            result += cuts.isEmpty || leaf.node.kind != .text ? [leaf] : Self.pieces(of: leaf, cutAt: cuts)
        }
        leaves = result
    }

    /// The leaf as several, the first of them its own node.
    private static func pieces(of leaf: TreeReader.Leaf, cutAt cuts: [Int]) -> [TreeReader.Leaf] {
        let bytes = leaf.node.literal
        guard bytes.count == leaf.count else { return [leaf] }
        var pieces = [TreeReader.Leaf(start: leaf.start, count: cuts[0] - leaf.start, node: leaf.node)]
        for (cut, end) in zip(cuts, cuts.dropFirst() + [leaf.start + leaf.count]) {
            let range = cut - leaf.start..<end - leaf.start
            guard let node = pieces[pieces.count - 1].node.insertTextAfter(bytes[range]) else { break }
            pieces.append(TreeReader.Leaf(start: cut, count: end - cut, node: node))
        }
        leaf.node.setLiteral(bytes[..<(cuts[0] - leaf.start)])
        return pieces
    }

    private func wrap(_ mark: Mark) {
        let first = firstLeaf { $0.start >= mark.range.lowerBound }
        let covered = leaves[first...].prefix { $0.start + $0.count <= mark.range.upperBound }.map(\.node)
        let nodes = Self.lifted(covered)
        var index = 0
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
