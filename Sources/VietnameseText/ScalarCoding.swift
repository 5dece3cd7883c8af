/// UTF-8 read and written a scalar at a time.
enum ScalarCoding {
    /// The scalar at `index`, which moves past it. A byte that begins no valid sequence reads as U+FFFD.
    @inline(__always)
    static func next(_ bytes: [UInt8], _ index: inout Int, end: Int) -> UInt32 {
        let first = UInt32(bytes[index])
        if first < 0x80 {
            index += 1
            return first
        }
        var length = 0
        var value: UInt32 = 0
        if first >= 0xC2, first < 0xE0 {
            length = 1
            value = first & 0x1F
        } else if first >= 0xE0, first < 0xF0 {
            length = 2
            value = first & 0x0F
        } else if first >= 0xF0, first < 0xF5 {
            length = 3
            value = first & 0x07
        }
        guard length > 0, index + length < end else {
            index += 1
            return 0xFFFD
        }
        for offset in 1...length {
            let byte = UInt32(bytes[index + offset])
            guard byte & 0xC0 == 0x80 else {
                index += 1
                return 0xFFFD
            }
            value = value << 6 | byte & 0x3F
        }
        index += length + 1
        return value
    }

    /// Appends `scalar` in UTF-8.
    @inline(__always)
    static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
        if scalar < 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: scalar))
        } else if scalar < 0x800 {
            bytes.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
            bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
        } else if scalar < 0x10000 {
            bytes.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
            bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
            bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
        } else {
            bytes.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
            bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
            bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
            bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
        }
    }
}
