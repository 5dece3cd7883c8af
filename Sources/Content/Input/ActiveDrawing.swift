/// Drawings and other XML that a browser opens as a page of the site, with the scripts they hold.
///
/// In `<img>` a drawing's scripts sleep; whoever follows a link to the file wakes them, at the site's own address and outside its
/// policy. What counts is SVG 2's "Scripting": `script` elements, event attributes, `javascript:` addresses, embedded HTML;
/// a style sheet for XML or an entity can make any of them.
enum ActiveDrawing {
    /// Endings of the names that are looked into.
    static let endings: Set<String> = ["svg", "xml"]

    private static let signs = [
        "<script", ":script", "<foreignobject", ":foreignobject", "<iframe", ":iframe", "<handler", ":handler",
        "<!entity", "<?xml-stylesheet", "javascript:",
    ].map { Array($0.utf8) }

    /// Whether the bytes of a file (UTF-8 or any other superset of ASCII) hold something that runs.
    static func runs(_ bytes: [UInt8]) -> Bool {
        let text = unescaped(bytes)
        // Browsers read `java script:` over line ends and tabs; no element's name is torn by taking them out.
        let compact = text.filter { $0 > 0x20 }
        return signs.contains { compact.contains($0) } || hasEventAttribute(text)
    }

    /// In lower case, with the characters that `&#106;` and `&#x6a;` stand for where they are ASCII.
    private static func unescaped(_ bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "&"), index + 2 < bytes.count, bytes[index + 1] == UInt8(ascii: "#"),
                let end = bytes[index...].prefix(12).firstIndex(of: UInt8(ascii: ";"))
            {
                let digits = String(decoding: bytes[(index + 2)..<end], as: UTF8.self).lowercased()
                let code = digits.hasPrefix("x") ? UInt8(digits.dropFirst(), radix: 16) : UInt8(digits)
                if let code, code < 0x80 {
                    text.append(lowercased(code))
                    index = end + 1
                    continue
                }
            }
            text.append(lowercased(bytes[index]))
            index += 1
        }
        return text
    }

    private static func lowercased(_ byte: UInt8) -> UInt8 {
        (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    }

    /// White space or a quote, `on`, letters, `=`: `onload=`, `onclick =`.
    private static func hasEventAttribute(_ text: [UInt8]) -> Bool {
        let quotes = [UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "/")]
        for index in text.indices.dropLast(4)
        where text[index + 1] == UInt8(ascii: "o") && text[index + 2] == UInt8(ascii: "n")
            && (text[index] <= 0x20 || quotes.contains(text[index]))
        {
            let name = text[(index + 3)...].prefix { (0x61...0x7A).contains($0) }
            guard !name.isEmpty else { continue }
            if text[name.endIndex...].first(where: { $0 > 0x20 }) == UInt8(ascii: "=") { return true }
        }
        return false
    }
}
