import Diagnostics

/// Any bytes as a text that later stages can trust, with what had to be changed and where each byte comes from.
package struct CleanText: Sendable {
    /// Valid UTF-8 without byte order mark or NUL, lines ended by LF.
    package private(set) var bytes: [UInt8]
    /// `nul-byte` and `invalid-utf8`, each once.
    package private(set) var diagnostics: [Diagnostic] = []
    /// Where stretches of `bytes` start in the file, ascending; between two starts both go on alike.
    private var origins: [(clean: Int, original: Int)] = []

    /// Cleans the bytes of the file called `path`.
    package init(_ original: [UInt8], path: String) {
        let start = original.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var invalid = TextCleaning.firstInvalidByte(original, from: start)
        guard start > 0 || invalid != nil || original.contains(where: { $0 == 0x0D || $0 == 0 }) else {
            bytes = original
            return
        }
        bytes = []
        bytes.reserveCapacity(original.count)
        origins = [(0, start)]
        var firstNUL: Int?
        var firstInvalid: Int?
        for index in start..<original.count {
            if index == invalid {
                firstInvalid = firstInvalid ?? bytes.count
                bytes += [0xEF, 0xBF, 0xBD]
                origins.append((bytes.count, index + 1))
                invalid = TextCleaning.firstInvalidByte(original, from: index + 1)
            } else if original[index] == 0x0D {
                if index + 1 == original.count || original[index + 1] != 0x0A {
                    bytes.append(0x0A)
                } else {
                    origins.append((bytes.count, index + 1))
                }
            } else if original[index] == 0 {
                firstNUL = firstNUL ?? bytes.count
                bytes.append(UInt8(ascii: " "))
            } else {
                bytes.append(original[index])
            }
        }
        report(firstNUL, firstInvalid, path)
    }

    /// Where the byte at `offset` of the clean text comes from in the file.
    package func originalOffset(of offset: Int) -> Int {
        var low = 0
        var high = origins.count
        while low < high {
            let middle = (low + high) / 2
            if origins[middle].clean <= offset { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return offset }
        return origins[low - 1].original + offset - origins[low - 1].clean
    }

    private mutating func report(_ firstNUL: Int?, _ firstInvalid: Int?, _ path: String) {
        guard firstNUL != nil || firstInvalid != nil else { return }
        let lines = LineTable(bytes)
        if let firstNUL {
            diagnostics.append(
                Diagnostic(
                    id: "nul-byte",
                    severity: .error,
                    location: lines.location(of: firstNUL, in: path),
                    message: Message(
                        vi: "tệp có byte NUL, có lẽ không phải là văn bản",
                        en: "the file holds a NUL byte, it may not be a text"),
                    suggestion: Message(
                        vi: "lưu lại tệp dưới dạng văn bản UTF-8", en: "save the file again as UTF-8 text")
                )
            )
        }
        if let firstInvalid {
            diagnostics.append(
                Diagnostic(
                    id: "invalid-utf8",
                    severity: .error,
                    location: lines.location(of: firstInvalid, in: path),
                    message: Message(vi: "tệp không phải UTF-8", en: "the file is not UTF-8"),
                    suggestion: Message(
                        vi: "mở tệp bằng bảng mã cũ của nó (TCVN3, VNI, UTF-16 …) và lưu lại bằng UTF-8",
                        en: "open the file in its old encoding (TCVN3, VNI, UTF-16 …) and save it as UTF-8"
                    )
                )
            )
        }
    }
}

/// What is UTF-8 and what is not.
enum TextCleaning {
    /// The offset of the first byte that does not belong to well-formed UTF-8 (Unicode 15, table 3-7).
    static func firstInvalidByte(_ bytes: [UInt8], from start: Int = 0) -> Int? {
        var index = start
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
