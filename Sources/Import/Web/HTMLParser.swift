import CLibXML2

/// Parses pages with libxml2: the one file of this target with pointers.
enum HTMLParser {
    /// The root element of a page; `nil` when the bytes hold none. Bytes that are no UTF-8 are read as the page says.
    static func parse(_ bytes: [UInt8]) -> HTMLElement? {
        let isUnicode = String(validating: bytes, as: UTF8.self) != nil
        let options = CInt(
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
                | HTML_PARSE_NONET.rawValue)
        let document = unsafe bytes.withUnsafeBytes { buffer -> htmlDocPtr? in
            guard let base = buffer.baseAddress, buffer.count < Int(CInt.max) else { return nil }
            let start = unsafe base.assumingMemoryBound(to: CChar.self)
            return unsafe htmlReadMemory(start, CInt(buffer.count), nil, isUnicode ? "UTF-8" : nil, options)
        }
        guard let document = unsafe document else { return nil }
        defer { unsafe xmlFreeDoc(document) }
        guard let root = unsafe xmlDocGetRootElement(document) else { return nil }
        var element = unsafe self.element(root)
        // Comments before the root say where a browser saved the page from.
        var node = unsafe document.pointee.children
        while let current = unsafe node {
            if unsafe sohieu_node_is_comment(current) != 0 {
                element.children.insert(.comment(unsafe text(current)), at: 0)
            }
            unsafe node = current.pointee.next
        }
        return element
    }

    private static func element(_ node: xmlNodePtr) -> HTMLElement {
        var element = HTMLElement(name: unsafe string(node.pointee.name).lowercased())
        var attribute = unsafe node.pointee.properties
        while let current = unsafe attribute {
            let name = unsafe string(current.pointee.name).lowercased()
            var value = ""
            var part = unsafe current.pointee.children
            while let piece = unsafe part {
                value += unsafe text(piece)
                unsafe part = piece.pointee.next
            }
            element.attributes[name] = value
            unsafe attribute = current.pointee.next
        }
        var child = unsafe node.pointee.children
        while let current = unsafe child {
            if unsafe sohieu_node_is_element(current) != 0 {
                element.children.append(.element(unsafe self.element(current)))
            } else if unsafe sohieu_node_is_text(current) != 0 {
                element.children.append(.text(unsafe text(current)))
            } else if unsafe sohieu_node_is_comment(current) != 0 {
                element.children.append(.comment(unsafe text(current)))
            }
            unsafe child = current.pointee.next
        }
        return element
    }

    private static func text(_ node: xmlNodePtr) -> String {
        guard let text = unsafe sohieu_node_text(node) else { return "" }
        return unsafe String(cString: text)
    }

    private static func string(_ text: UnsafePointer<xmlChar>?) -> String {
        guard let text = unsafe text else { return "" }
        return unsafe String(cString: text)
    }
}
