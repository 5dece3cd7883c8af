import CCMarkGFM
import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// A document tree made by cmark-gfm: the one file that sees C.
///
/// Owns the memory of its nodes. A `CMarkNode` must not be used after its tree is gone; `MarkdownDocument` sees to
/// that by keeping both private.
@safe struct CMarkTree: ~Copyable {
    private let parser: OpaquePointer
    private let pointer: OpaquePointer
    private let options: CInt
    /// Nodes taken out of the tree; they stay valid as long as it does.
    private var detached: [OpaquePointer] = unsafe []

    /// Parses UTF-8; invalid bytes become U+FFFD. `nil` only when there is no memory left.
    init?(parsing source: Span<UInt8>, options markdownOptions: MarkdownOptions) {
        _ = Self.registration
        var options = CMARK_OPT_DEFAULT | CMARK_OPT_FOOTNOTES | CMARK_OPT_VALIDATE_UTF8
        var extensions = ["table", "strikethrough", "autolink", "tasklist"]
        if markdownOptions.allowsRawHTML {
            options |= CMARK_OPT_UNSAFE
            extensions.append("tagfilter")
        }
        guard let parser = unsafe cmark_parser_new(options) else { return nil }
        for name in extensions {
            if let found = unsafe cmark_find_syntax_extension(name) {
                unsafe cmark_parser_attach_syntax_extension(parser, found)
            }
        }
        unsafe source.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return }
            unsafe cmark_parser_feed(parser, base.assumingMemoryBound(to: CChar.self), bytes.count)
        }
        guard let root = unsafe Self.finish(parser) else {
            unsafe cmark_parser_free(parser)
            return nil
        }
        unsafe self.parser = parser
        unsafe pointer = root
        self.options = options
    }

    deinit {
        for index in unsafe detached.indices { unsafe cmark_node_free(detached[index]) }
        unsafe cmark_node_free(pointer)
        unsafe cmark_parser_free(parser)
    }

    var root: CMarkNode { unsafe CMarkNode(pointer) }

    /// Takes a node out of the document; it is rendered no more.
    mutating func detach(_ node: CMarkNode) {
        unsafe cmark_node_unlink(node.pointer)
        unsafe detached.append(node.pointer)
    }

    func html() -> String {
        let extensions = unsafe cmark_parser_get_syntax_extensions(parser)
        guard let rendered = unsafe cmark_render_html(pointer, options, extensions) else { return "" }
        defer { unsafe free(rendered) }
        return unsafe String(cString: rendered)
    }

    /// What an entity such as `&amp;` stands for; `nil` if it stands for itself.
    static func value(ofEntity name: [UInt8]) -> [UInt8]? {
        // The letter keeps what may be a blank from being trimmed.
        let letter = [UInt8(ascii: "x")]
        guard let tree = CMarkTree(parsing: (letter + name + letter).span, options: MarkdownOptions()),
            let text = tree.root.firstChild?.firstChild?.literal, text.count >= 2
        else { return nil }
        let value = Array(text.dropFirst().dropLast())
        return value == name ? nil : value
    }

    private static let registration: Void = cmark_gfm_core_extensions_ensure_registered()

    /// cmark-gfm keeps the characters that start an inline in global tables while it parses inlines, so only one
    /// parse may finish at a time. Block structure and rendering need no lock.
    private static let inlineTables = Mutex(())

    private static func finish(_ parser: OpaquePointer) -> OpaquePointer? {
        inlineTables._unsafeLock()
        defer { inlineTables._unsafeUnlock() }
        return unsafe cmark_parser_finish(parser)
    }
}

/// A node of a `CMarkTree`, valid as long as the tree.
@safe struct CMarkNode: Equatable {
    /// The kinds of node other stages tell apart.
    enum Kind {
        case text, softBreak, lineBreak, code, link, image, emphasis, htmlInline, customInline, footnoteReference
        case paragraph, heading, codeBlock, htmlBlock, table, tableCell, footnoteDefinition
        case item, container
    }

    fileprivate let pointer: OpaquePointer

    fileprivate init(_ pointer: OpaquePointer) {
        unsafe self.pointer = pointer
    }

    static func == (left: Self, right: Self) -> Bool { unsafe left.pointer == right.pointer }

    var kind: Kind {
        switch unsafe cmark_node_get_type(pointer) {
        case CMARK_NODE_TEXT: .text
        case CMARK_NODE_SOFTBREAK: .softBreak
        case CMARK_NODE_LINEBREAK: .lineBreak
        case CMARK_NODE_CODE: .code
        case CMARK_NODE_LINK: .link
        case CMARK_NODE_IMAGE: .image
        case CMARK_NODE_EMPH, CMARK_NODE_STRONG: .emphasis
        case CMARK_NODE_HTML_INLINE: .htmlInline
        case CMARK_NODE_CUSTOM_INLINE: .customInline
        case CMARK_NODE_FOOTNOTE_REFERENCE: .footnoteReference
        case CMARK_NODE_FOOTNOTE_DEFINITION: .footnoteDefinition
        case CMARK_NODE_PARAGRAPH: .paragraph
        case CMARK_NODE_HEADING: .heading
        case CMARK_NODE_CODE_BLOCK: .codeBlock
        case CMARK_NODE_HTML_BLOCK: .htmlBlock
        case CMARK_NODE_ITEM: .item
        case CMARK_NODE_DOCUMENT, CMARK_NODE_BLOCK_QUOTE, CMARK_NODE_LIST, CMARK_NODE_THEMATIC_BREAK: .container
        default: kindOfExtension
        }
    }

    /// Node types of the extensions are numbered when the library registers them, so they are told by name.
    private var kindOfExtension: Kind {
        guard let name = unsafe cmark_node_get_type_string(pointer) else { return .container }
        return switch unsafe String(cString: name) {
        case "table": .table
        case "table_cell": .tableCell
        case "strikethrough": .emphasis
        default: .container
        }
    }

    var parent: CMarkNode? { unsafe cmark_node_parent(pointer).map(CMarkNode.init) }
    var firstChild: CMarkNode? { unsafe cmark_node_first_child(pointer).map(CMarkNode.init) }
    var next: CMarkNode? { unsafe cmark_node_next(pointer).map(CMarkNode.init) }

    /// The line the node starts in, from 1; 0 when cmark does not know.
    var startLine: Int { Int(unsafe cmark_node_get_start_line(pointer)) }
    /// The column in bytes the node starts in, from 1; right for a paragraph, about right for most other nodes.
    var startColumn: Int { Int(unsafe cmark_node_get_start_column(pointer)) }
    /// The line the node ends in, from 1.
    var endLine: Int { Int(unsafe cmark_node_get_end_line(pointer)) }
    /// The number of the first item of an ordered list; `nil` for anything else.
    var orderedListStart: Int? {
        guard unsafe cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST else { return nil }
        return Int(unsafe cmark_node_get_list_start(pointer))
    }
    /// 1 to 6.
    var headingLevel: Int { Int(unsafe cmark_node_get_heading_level(pointer)) }

    /// The text of a text, code or HTML node, without a terminating NUL.
    var literal: [UInt8] {
        guard let characters = unsafe cmark_node_get_literal(pointer) else { return [] }
        return unsafe UnsafeBufferPointer(start: characters, count: strlen(characters)).map { UInt8(bitPattern: $0) }
    }

    var url: String {
        guard let characters = unsafe cmark_node_get_url(pointer) else { return "" }
        return unsafe String(cString: characters)
    }

    /// `bytes` must not hold a NUL; cmark replaces it when it parses.
    func setLiteral(_ bytes: ArraySlice<UInt8>) {
        unsafe cmark_node_set_literal(pointer, bytes.map { CChar(bitPattern: $0) } + [0])
    }

    func setHeadingLevel(_ level: Int) { unsafe cmark_node_set_heading_level(pointer, CInt(level)) }

    func setURL(_ url: String) { unsafe cmark_node_set_url(pointer, url) }

    /// Puts a new text node behind this one.
    func insertTextAfter(_ bytes: ArraySlice<UInt8>) -> CMarkNode? {
        guard let node = unsafe cmark_node_new(CMARK_NODE_TEXT) else { return nil }
        let text = unsafe CMarkNode(node)
        text.setLiteral(bytes)
        return unsafe adopted(node, cmark_node_insert_after(pointer, node))
    }

    /// Puts a custom node that renders as `before`, its children and `after` in front of this node.
    func insertCustomBefore(_ before: String, _ after: String, block: Bool = false) -> CMarkNode? {
        guard let node = unsafe Self.custom(before, after, block: block) else { return nil }
        return unsafe adopted(node, cmark_node_insert_before(pointer, node))
    }

    /// Puts a custom inline, or a custom block, behind this node's children.
    func appendCustom(_ before: String, _ after: String, block: Bool = false) {
        guard let node = unsafe Self.custom(before, after, block: block) else { return }
        _ = unsafe adopted(node, cmark_node_append_child(pointer, node))
    }

    /// Puts a custom inline in front of this node's children.
    func prependCustom(_ before: String, _ after: String) {
        guard let node = unsafe Self.custom(before, after, block: false) else { return }
        _ = unsafe adopted(node, cmark_node_prepend_child(pointer, node))
    }

    /// Moves `child` behind this node's last child.
    func append(_ child: CMarkNode) { unsafe cmark_node_append_child(pointer, child.pointer) }

    private static func custom(_ before: String, _ after: String, block: Bool) -> OpaquePointer? {
        guard let node = unsafe cmark_node_new(block ? CMARK_NODE_CUSTOM_BLOCK : CMARK_NODE_CUSTOM_INLINE) else {
            return nil
        }
        unsafe cmark_node_set_on_enter(node, before)
        unsafe cmark_node_set_on_exit(node, after)
        return unsafe node
    }

    /// The node if the tree took it, otherwise it is freed.
    private func adopted(_ node: OpaquePointer, _ success: CInt) -> CMarkNode? {
        guard success == 1 else {
            unsafe cmark_node_free(node)
            return nil
        }
        return unsafe CMarkNode(node)
    }
}
