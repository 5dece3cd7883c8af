/// Templates by name, which include and extend one another.
public struct TemplateLibrary: Sendable {
    private let templates: [String: Template]

    /// How deep templates may include one another: a partial that includes itself ends with its data, or here.
    private static let deepest = 200

    /// A library of compiled templates.
    public init(_ templates: [String: Template]) {
        self.templates = templates
    }

    /// Renders a template with a context; `nil` when there is none of that name.
    public func render(_ name: String, _ context: [String: TemplateValue]) -> [UInt8]? {
        guard let template = templates[name] else { return nil }
        var rendering = Rendering(library: self, output: [], stack: [.object(context)])
        rendering.output.reserveCapacity(16_384)
        rendering.write(template.nodes, blocks: [:], depth: 0)
        return rendering.output
    }

    /// One rendering: the bytes so far and the items that names are looked up in, the innermost last.
    private struct Rendering {
        let library: TemplateLibrary
        var output: [UInt8]
        var stack: [TemplateValue]

        mutating func write(_ nodes: [TemplateNode], blocks: [String: [TemplateNode]], depth: Int) {
            guard depth < TemplateLibrary.deepest else { return }
            for node in nodes {
                switch node {
                case .text(let bytes): output.append(contentsOf: bytes)
                case .variable(let name, let escapes): writeVariable(name, escapes: escapes)
                case .section(let name, let children): writeSection(name, children, blocks, depth)
                case .inverted(let name, let children):
                    if isFalse(find(name)) { write(children, blocks: blocks, depth: depth) }
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
            case .flag(true): write(children, blocks: blocks, depth: depth)
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
            write(children, blocks: blocks, depth: depth)
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
