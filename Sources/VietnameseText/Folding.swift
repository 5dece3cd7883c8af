/// Folding: lower case, no marks, đ → d. What a reader types on a keyboard without Vietnamese input.
public enum Folding {
    /// `bytes` (UTF-8) in lower case without tone marks, vowel marks or the bar of đ; other characters stay.
    ///
    /// Accepts composed and decomposed text: combining marks are dropped. U+00D0, which stands for Đ in text from old
    /// fonts, folds to d too. Linear in the length.
    public static func fold(_ bytes: [UInt8]) -> [UInt8] {
        let table = LetterTable.shared
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                result.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
                index += 1
                continue
            }
            let here = index
            let scalar = ScalarCoding.next(bytes, &index, end: bytes.count)
            if Syllable.isMark(scalar) { continue }
            let base = table.fold(scalar)
            if base != 0 {
                result.append(base)
            } else if scalar == 0xFFFD {
                result.append(contentsOf: bytes[here..<index])
            } else {
                ScalarCoding.append(table.lowercase(scalar), to: &result)
            }
        }
        return result
    }

    /// `text` folded; see `fold(_:)` on bytes.
    public static func fold(_ text: String) -> String {
        String(decoding: fold(Array(text.utf8)), as: UTF8.self)
    }
}
