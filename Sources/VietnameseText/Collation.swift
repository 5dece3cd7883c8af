/// The order of the Vietnamese alphabet: a ă â b c d đ e ê … o ô ơ … u ư … y, tones second to letters, case last.
public enum Collation {
    /// Bytes that compare, as unsigned bytes, in the order of the texts they were made from.
    ///
    /// Three levels, parted by a zero byte: letters (digits before letters, everything else as one kind of gap before
    /// both), tones in dictionary order (none, huyền, hỏi, ngã, sắc, nặng), small before capital. Runs of digits compare
    /// by value: 9 before 24.
    public static func key(_ text: String) -> [UInt8] {
        let table = LetterTable.shared
        let bytes = Normalisation.canonicalise(Array(text.utf8))
        var letters: [UInt8] = []
        var tones: [UInt8] = []
        var cases: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte >= 0x30 && byte <= 0x39 {
                appendNumber(bytes, &index, to: &letters)
                tones.append(1)
                cases.append(1)
                continue
            }
            let scalar = ScalarCoding.next(bytes, &index, end: bytes.count)
            let small = table.lowercase(scalar)
            if Syllable.isMark(scalar) { continue }
            let vowel = table.vowel(scalar)
            if let weight = primary(small, vowel: vowel, base: table.fold(scalar)) {
                letters.append(weight)
            } else if Syllable.contains(scalar) {
                // Letters of other scripts come after z, by code point.
                letters.append(Weight.other)
                ScalarCoding.append(small, to: &letters)
            } else {
                if letters.last != Weight.gap, !letters.isEmpty { letters.append(Weight.gap) }
                continue
            }
            tones.append(1 + (vowel?.tone ?? 0))
            cases.append(small == scalar ? 1 : 2)
        }
        return letters + [0] + tones + [0] + cases
    }

    /// Whether `left` stands before `right` in Vietnamese order.
    public static func precedes(_ left: String, _ right: String) -> Bool {
        key(left).lexicographicallyPrecedes(key(right))
    }

    private enum Weight {
        static let gap: UInt8 = 1
        static let number: UInt8 = 2
        static let letter: UInt8 = 0x40
        static let other: UInt8 = 0xF0
    }

    /// Length before digits, so that the longer number is the greater one.
    private static func appendNumber(_ bytes: [UInt8], _ index: inout Int, to key: inout [UInt8]) {
        while index < bytes.count, bytes[index] == 0x30 { index += 1 }
        let start = index
        while index < bytes.count, bytes[index] >= 0x30, bytes[index] <= 0x39 { index += 1 }
        key.append(Weight.number)
        key.append(UInt8(truncatingIfNeeded: min(index - start, 254) + 1))
        key.append(contentsOf: bytes[start..<index])
    }

    /// Four weights to a letter of ASCII: itself, then the letters the alphabet sets after it.
    private static func primary(_ small: UInt32, vowel: Vowel?, base: UInt8) -> UInt8? {
        guard base >= 0x61, base <= 0x7A else { return nil }
        let weight = Weight.letter + (base - 0x61) * 4
        if small == 0x0111 || small == 0x00F0 { return weight + 1 }
        switch vowel?.row {
        case 1, 4, 7, 10: return weight + 1
        case 2, 8: return weight + 2
        default: return weight
        }
    }
}
