import Diagnostics

/// Makes any bytes a text that later stages can trust, and says what it had to change.
enum TextCleaning {
    /// The bytes as valid UTF-8 without byte order mark or NUL and with lines ended by LF; with the problems found.
    static func clean(_ bytes: [UInt8], path: String) -> ([UInt8], [Diagnostic]) {
        var bytes = bytes
        var diagnostics: [Diagnostic] = []
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        if bytes.contains(0x0D) { bytes = withLineFeeds(bytes) }
        if let offset = bytes.firstIndex(of: 0) {
            diagnostics.append(
                Diagnostic(
                    id: "nul-byte",
                    severity: .error,
                    location: LineTable(bytes).location(of: offset, in: path),
                    message: Message(
                        vi: "tệp có byte NUL, có lẽ không phải là văn bản",
                        en: "the file holds a NUL byte, it may not be a text"),
                    suggestion: Message(
                        vi: "lưu lại tệp dưới dạng văn bản UTF-8", en: "save the file again as UTF-8 text")
                )
            )
            bytes = bytes.map { $0 == 0 ? UInt8(ascii: " ") : $0 }
        }
        if let offset = firstInvalidByte(bytes) {
            diagnostics.append(
                Diagnostic(
                    id: "invalid-utf8",
                    severity: .error,
                    location: LineTable(bytes).location(of: offset, in: path),
                    message: Message(vi: "tệp không phải UTF-8", en: "the file is not UTF-8"),
                    suggestion: Message(
                        vi: "mở tệp bằng bảng mã cũ của nó (TCVN3, VNI, UTF-16 …) và lưu lại bằng UTF-8",
                        en: "open the file in its old encoding (TCVN3, VNI, UTF-16 …) and save it as UTF-8"
                    )
                )
            )
            bytes = Array(String(decoding: bytes, as: UTF8.self).utf8)
        }
        return (bytes, diagnostics)
    }

    /// CRLF and lone CR become LF.
    private static func withLineFeeds(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        for index in bytes.indices {
            if bytes[index] != 0x0D {
                result.append(bytes[index])
            } else if index + 1 == bytes.count || bytes[index + 1] != 0x0A {
                result.append(0x0A)
            }
        }
        return result
    }

    /// The offset of the first byte that does not belong to well-formed UTF-8 (Unicode 15, table 3-7).
    static func firstInvalidByte(_ bytes: [UInt8]) -> Int? {
        var index = 0
        let count = bytes.count
        while index < count {
            let first = bytes[index]
            if first < 0x80 {
                index += 1
                continue
            }
            let length: Int
            var low: UInt8 = 0x80
            var high: UInt8 = 0xBF
            switch first {
            case 0xC2...0xDF: length = 2
            case 0xE0: (length, low) = (3, 0xA0)
            case 0xED: (length, high) = (3, 0x9F)
            case 0xE1...0xEF: length = 3
            case 0xF0: (length, low) = (4, 0x90)
            case 0xF4: (length, high) = (4, 0x8F)
            case 0xF1...0xF3: length = 4
            default: return index
            }
            guard index + length <= count, (low...high).contains(bytes[index + 1]) else { return index }
            for next in index + 2..<max(index + length, index + 2) where !(0x80...0xBF).contains(bytes[next]) {
                return index
            }
            index += length
        }
        return nil
    }
}
