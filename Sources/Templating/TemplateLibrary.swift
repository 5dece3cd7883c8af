/// Templates by name, which include and extend one another.
public struct TemplateLibrary: Sendable {
    private let templates: [String: Template]

    /// How deep sections and included templates may lie in one another, and how many nodes one page may take: a partial
    /// that includes itself ends with its data, or its page is given up here.
    private static let deepest = 2_000
    private static let longest = 5_000_000

    /// A library of compiled templates.
    public init(_ templates: [String: Template]) {
        self.templates = templates
    }

    /// Blocks that are filled although nothing that the template extends shows them: lost text. A template that shows
    /// nothing at all is a problem of its own.
    public func lostBlocks(of name: String) -> [Template.FilledBlock] {
        guard let template = templates[name] else { return [] }
        return template.filled.filter { block in
            templates[block.parent]?.isBlank == false && !shows(block.name, in: block.parent)
        }
    }

    /// Whether a template, or one it includes or extends, has the block.
    private func shows(_ block: String, in name: String) -> Bool {
        var seen: Set = [name]
        var open = [name]
        while let template = open.popLast().flatMap({ templates[$0] }) {
            if template.blocks.contains(block) { return true }
            open += template.includes.map(\.name).filter { templates[$0] != nil && seen.insert($0).inserted }
        }
        return false
    }

    /// A way from a template through templates that it includes whatever the data, back to itself; `nil` when there is none.
    public func endlessWay(from name: String) -> [String]? {
        var cameFrom: [String: String] = [:]
        var open = [name]
        while let here = open.popLast() {
            for include in templates[here]?.includes ?? [] where include.isUnconditional {
                if include.name == name {
                    var way = [name]
                    var step: String? = here
                    while let at = step, at != name {
                        way.append(at)
                        step = cameFrom[at]
                    }
                    return [name] + way.reversed()
                }
                guard cameFrom[include.name] == nil else { continue }
                cameFrom[include.name] = here
                open.append(include.name)
            }
        }
        return nil
    }

    /// Renders a template with a context; `nil` when there is none of that name, or it never comes to an end.
    public func render(_ name: String, _ context: [String: TemplateValue]) -> [UInt8]? {
        guard let template = templates[name] else { return nil }
        var rendering = Rendering(library: self, output: [], stack: [.object(context)])
        rendering.output.reserveCapacity(16_384)
        rendering.write(template.nodes, blocks: [:], depth: 0)
        return rendering.isEndless ? nil : rendering.output
    }

    /// One rendering: the bytes so far and the items that names are looked up in, the innermost last.
    private struct Rendering {
        let library: TemplateLibrary
        var output: [UInt8]
        var stack: [TemplateValue]
        /// Nodes written so far.
        var count = 0
        var isEndless = false

        mutating func write(_ nodes: [TemplateNode], blocks: [String: [TemplateNode]], depth: Int) {
            count += nodes.count
            if depth >= TemplateLibrary.deepest || count > TemplateLibrary.longest { isEndless = true }
            for node in nodes {
                if isEndless { return }
                switch node {
                case .text(let bytes): output.append(contentsOf: bytes)
                case .variable(let name, let escapes): writeVariable(name, escapes: escapes)
                case .section(let name, let children): writeSection(name, children, blocks, depth)
                case .inverted(let name, let children):
                    if isFalse(find(name)) { write(children, blocks: blocks, depth: depth + 1) }
                case .partial(let name):
                    if let partial = library.templates[name] { write(partial.nodes, blocks: blocks, depth: depth + 1) }
                case .parent(let name, let filled):
                    guard let parent = library.templates[name] else { continue }
                    // What a child fills counts before what its parent fills.
                    write(parent.nodes, blocks: filled.merging(blocks) { $1 }, depth: depth + 1)
                case .block(let name, let standing):
                    write(blocks[name] ?? standing, blocks: blocks, depth: depth + 1)
                }
            }
        }

        private mutating func writeSection(
            _ name: TemplateName,
            _ children: [TemplateNode],
            _ blocks: [String: [TemplateNode]],
            _ depth: Int
        ) {
            switch find(name) {
            case nil, .flag(false): return
            case .flag(true): write(children, blocks: blocks, depth: depth + 1)
            case .list(let items):
                for item in items { write(children, with: item, blocks, depth) }
            case .some(let item): write(children, with: item, blocks, depth)
            }
        }

        private mutating func write(
            _ children: [TemplateNode],
            with item: TemplateValue,
            _ blocks: [String: [TemplateNode]],
            _ depth: Int
        ) {
            stack.append(item)
            write(children, blocks: blocks, depth: depth + 1)
            stack.removeLast()
        }

        private func isFalse(_ value: TemplateValue?) -> Bool {
            switch value {
            case nil, .flag(false): true
            case .list(let items): items.isEmpty
            case .flag(true), .text, .markup, .object: false
            }
        }

        private mutating func writeVariable(_ name: TemplateName, escapes: Bool) {
            switch find(name) {
            case .text(let text): if escapes { writeEscaped(text) } else { output.append(contentsOf: text.utf8) }
            case .markup(let bytes): output.append(contentsOf: bytes)
            case .flag(let flag): output.append(contentsOf: (flag ? "true" : "false").utf8)
            case nil, .list, .object: return
            }
        }

        /// Escapes what would end a text or an attribute of HTML.
        private mutating func writeEscaped(_ text: String) {
            for byte in text.utf8 {
                switch byte {
                case UInt8(ascii: "&"): output.append(contentsOf: "&amp;".utf8)
                case UInt8(ascii: "<"): output.append(contentsOf: "&lt;".utf8)
                case UInt8(ascii: ">"): output.append(contentsOf: "&gt;".utf8)
                case UInt8(ascii: "\""): output.append(contentsOf: "&quot;".utf8)
                case UInt8(ascii: "'"): output.append(contentsOf: "&#39;".utf8)
                default: output.append(byte)
                }
            }
        }

        /// The value a name asks for: of the innermost item that has its first part, or of the current item alone.
        private func find(_ name: TemplateName) -> TemplateValue? {
            guard let first = name.parts.first else { return stack.last }
            var found: TemplateValue?
            for item in stack.reversed() {
                if case .object(let object) = item, let value = object[first] {
                    found = value
                    break
                }
                if name.isLocal { break }
            }
            for part in name.parts.dropFirst() {
                guard case .object(let object) = found else { return nil }
                found = object[part]
            }
            return found
        }
    }
}
