/// The scalars of one run of letters and digits, composed as they are appended.
///
/// Kept as a buffer that is emptied and used again: splitting a text allocates nothing for a syllable.
struct Syllable {
    private(set) var scalars: [UInt32] = []
    private let table = LetterTable.shared

    var isEmpty: Bool { scalars.isEmpty }

    mutating func removeAll() { scalars.removeAll(keepingCapacity: true) }

    /// Appends a letter, a digit, or a combining mark that joins the letter before it where Vietnamese has such a letter.
    mutating func append(_ scalar: UInt32) {
        if Syllable.isMark(scalar), let last = scalars.last,
            let vowel = table.vowel(last)?.adding(mark: scalar)
        {
            scalars[scalars.count - 1] = table.compose(vowel, like: last)
        } else {
            scalars.append(scalar)
        }
    }

    mutating func lowercase() {
        for index in scalars.indices { scalars[index] = table.lowercase(scalars[index]) }
    }

    /// Moves the tone to where this project keeps it: on the first vowel of an open oa, oe, uy (hòa, khỏe, ủy), on the
    /// second when a letter follows (hoàn, huỳnh), and never on the u of qu (quý). The newer school writes hoà, khoẻ, uỷ.
    mutating func placeTone() {
        guard scalars.count > 1 else { return }
        for index in 0..<scalars.count - 1 {
            guard let first = table.vowel(scalars[index]), first.row == Vowel.o || first.row == Vowel.u,
                let second = table.vowel(scalars[index + 1]), first.tone == 0 || second.tone == 0,
                first.tone != second.tone
            else { continue }
            let afterQ = index > 0 && scalars[index - 1] | 0x20 == UInt32(UInt8(ascii: "q"))
            let glide: Bool
            if first.row == Vowel.o {
                glide = second.row == Vowel.a || second.row == Vowel.e
            } else {
                glide = second.row == Vowel.y || afterQ
            }
            guard glide else { continue }
            let closed = index + 2 < scalars.count || (first.row == Vowel.u && afterQ)
            let tone = first.tone | second.tone
            scalars[index] = table.compose(Vowel(row: first.row, tone: closed ? 0 : tone), like: scalars[index])
            scalars[index + 1] = table.compose(
                Vowel(row: second.row, tone: closed ? tone : 0), like: scalars[index + 1])
            return
        }
    }

    /// Appends the syllable in UTF-8.
    func write(to bytes: inout [UInt8]) {
        for scalar in scalars { ScalarCoding.append(scalar, to: &bytes) }
    }

    /// Appends the syllable without marks in UTF-8; expects lower case.
    func writeFolded(to bytes: inout [UInt8]) {
        for scalar in scalars where !Syllable.isMark(scalar) {
            let base = table.fold(scalar)
            if base != 0 { bytes.append(base) } else { ScalarCoding.append(scalar, to: &bytes) }
        }
    }

    static func isMark(_ scalar: UInt32) -> Bool { scalar >= 0x0300 && scalar <= 0x036F }

    /// Whether `scalar` belongs to a syllable: letters, digits and combining marks of any script.
    ///
    /// The rule is a short list of ranges so that the browser's engine can hold the very same one.
    static func contains(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 {
            return (scalar >= 0x61 && scalar <= 0x7A) || (scalar >= 0x30 && scalar <= 0x39)
                || (scalar >= 0x41 && scalar <= 0x5A)
        }
        if scalar < 0xC0 { return scalar == 0xAA || scalar == 0xB5 || scalar == 0xBA }
        if scalar < 0x2000 { return scalar != 0xD7 && scalar != 0xF7 }
        if scalar < 0x2C00 { return false }
        if scalar < 0xE000 { return !(scalar >= 0x2E00 && scalar < 0x2E80) && !(scalar >= 0x3000 && scalar < 0x3040) }
        if scalar < 0xF900 { return false }
        if scalar < 0x10000 {
            return !(scalar >= 0xFE00 && scalar < 0xFE70) && scalar != 0xFEFF && !(scalar >= 0xFF00 && scalar < 0xFF10)
                && scalar < 0xFFF0
        }
        return !(scalar >= 0x1F000 && scalar < 0x20000) && scalar < 0xE0000
    }
}
