/// The marks of a syllable as one small number, given its folded form: what tells đường from dương and dưỡng.
///
/// The number is mixed radix: the tone (6), then for each letter that can carry a mark, in order, d (2: d đ), a (3: a ă
/// â), e (2: e ê), o (3: o ô ơ), u (2: u ư). A syllable without marks has 0. Every syllable of Vietnamese stays below
/// `other`; what does not (foreign words with many marks) is `other`.
public enum MarkCode {
    /// The code of a syllable whose marks do not fit.
    public static let other: UInt8 = 88

    /// The code of the syllable in `bytes[range]`, in the exact form of `Syllables`.
    public static func code(_ bytes: [UInt8], in range: Range<Int>) -> UInt8 {
        let table = LetterTable.shared
        var index = range.lowerBound
        var value = 0
        var scale = 6
        var tone = 0
        while index < range.upperBound {
            let scalar = ScalarCoding.next(bytes, &index, end: range.upperBound)
            var digit = 0
            var radix = 1
            if let vowel = table.vowel(scalar) {
                if vowel.tone != 0 {
                    if tone != 0 { return other }
                    tone = Int(vowel.tone)
                }
                switch vowel.row {
                case 0...2: (digit, radix) = (Int(vowel.row), 3)
                case 3...4: (digit, radix) = (Int(vowel.row) - 3, 2)
                case 6...8: (digit, radix) = (Int(vowel.row) - 6, 3)
                case 9...10: (digit, radix) = (Int(vowel.row) - 9, 2)
                default: break
                }
            } else if scalar == 0x64 || scalar == 0x0111 || scalar == 0x00F0 {
                (digit, radix) = (scalar == 0x64 ? 0 : 1, 2)
            } else if scalar >= 0x80 {
                // ç and its like fold to a letter, so they are marked in a way the digits cannot say.
                if Syllable.isMark(scalar) || table.fold(scalar) != 0 { return other }
            }
            value += digit * scale
            if value + tone >= Int(other) { return other }
            scale = min(scale * radix, 1024)
        }
        return UInt8(truncatingIfNeeded: value + tone)
    }
}
