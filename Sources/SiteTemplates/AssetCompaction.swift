/// Leaves out of styles and scripts what only their authors read, so that pages stay light on slow lines.
///
/// Styles lose comments, white space that says nothing and the semicolon before a brace. Scripts lose the lines that are
/// comments and the indentation of the others, and stay as they are if a line could be part of a text or of a longer comment.
enum AssetCompaction {
    /// The bytes to publish for the asset called `name`.
    static func compact(_ bytes: [UInt8], name: String) -> [UInt8] {
        if name.hasSuffix(".css") { return style(bytes) }
        if name.hasSuffix(".js") { return script(bytes) }
        return bytes
    }

    private static func isSpace(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D, 0x0C].contains(byte) }

    private static func style(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        var hasSpace = false
        // A colon opens a value inside a block and a pseudo-class outside, where a space before it means something.
        let tight = Set("{};,".utf8)
        while index < bytes.count {
            let byte = bytes[index]
            if bytes[index...].starts(with: "/*".utf8) {
                index += 2
                while index < bytes.count, !bytes[index...].starts(with: "*/".utf8) { index += 1 }
                index += 2
                hasSpace = true
            } else if isSpace(byte) {
                hasSpace = true
                index += 1
            } else {
                let last = result.last
                if hasSpace, let last, !tight.contains(last), last != UInt8(ascii: ":"), !tight.contains(byte) {
                    result.append(UInt8(ascii: " "))
                }
                hasSpace = false
                if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                    let end = endOfText(bytes, from: index)
                    result += bytes[index..<end]
                    index = end
                } else {
                    // The last declaration of a block needs no end of its own.
                    if byte == UInt8(ascii: "}"), result.last == UInt8(ascii: ";"),
                        result.dropLast().last != UInt8(ascii: "\\")
                    {
                        result.removeLast()
                    }
                    result.append(byte)
                    index += 1
                }
            }
        }
        return result
    }

    /// The index behind the quoted text that starts at `start`.
    private static func endOfText(_ bytes: [UInt8], from start: Int) -> Int {
        var index = start + 1
        while index < bytes.count, bytes[index] != bytes[start] { index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1 }
        return min(index + 1, bytes.count)
    }

    /// Whether a comment opens on the line and goes on behind it.
    private static func staysOpen(_ line: ArraySlice<UInt8>) -> Bool {
        guard let open = line.indices.last(where: { line[$0...].starts(with: "/*".utf8) }) else { return false }
        return !line.indices.contains { $0 >= open + 2 && line[$0...].starts(with: "*/".utf8) }
    }

    private static func script(_ bytes: [UInt8]) -> [UInt8] {
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        let isPlain =
            !bytes.contains(UInt8(ascii: "`"))
            && !lines.contains { $0.last == UInt8(ascii: "\\") || $0.last == 0x0D || staysOpen($0) }
        guard isPlain else { return bytes }
        let kept = lines.map { $0.drop(while: isSpace) }.filter { !$0.isEmpty && !$0.starts(with: "//".utf8) }
        return Array(kept.joined(separator: [0x0A])) + [0x0A]
    }
}
