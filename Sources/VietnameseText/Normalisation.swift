/// One spelling for one word: letters composed, the tone in one place.
public enum Normalisation {
    /// `bytes` (UTF-8) with Vietnamese letters composed (Unicode form C for the letters of Vietnamese).
    ///
    /// Returns `bytes` itself when they hold no combining mark, which is nearly always. Marks that make no Vietnamese
    /// letter stay as they are. Linear in the length.
    public static func compose(_ bytes: [UInt8]) -> [UInt8] {
        guard needsComposing(bytes) else { return bytes }
        return rewrite(bytes) { _ in }
    }

    /// `text` with Vietnamese letters composed.
    public static func compose(_ text: String) -> String {
        var text = text
        guard text.utf8.contains(where: { $0 == 0xCC || $0 == 0xCD }) else { return text }
        text.makeContiguousUTF8()
        return String(decoding: compose(Array(text.utf8)), as: UTF8.self)
    }

    /// `bytes` (UTF-8) composed, and with the tone of oa, oe, uy and qu where this project keeps it: hòa, khỏe, ủy, quý,
    /// hoàn. Two spellings of one word become equal; the case of letters stays.
    public static func canonicalise(_ bytes: [UInt8]) -> [UInt8] {
        rewrite(bytes) { $0.placeTone() }
    }

    /// `text` composed and with its tones placed; see `canonicalise(_:)` on bytes.
    public static func canonicalise(_ text: String) -> String {
        String(decoding: canonicalise(Array(text.utf8)), as: UTF8.self)
    }

    /// Whether a combining mark (U+0300–U+036F) may occur: it begins with the byte CC or CD, which begins nothing else
    /// but Greek.
    private static func needsComposing(_ bytes: [UInt8]) -> Bool {
        for byte in bytes where byte == 0xCC || byte == 0xCD { return true }
        return false
    }

    private static func rewrite(_ bytes: [UInt8], _ change: (inout Syllable) -> Void) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var syllable = Syllable()
        var index = 0
        while index < bytes.count {
            let here = index
            let scalar = ScalarCoding.next(bytes, &index, end: bytes.count)
            if Syllable.contains(scalar) {
                syllable.append(scalar)
                continue
            }
            if !syllable.isEmpty {
                change(&syllable)
                syllable.write(to: &result)
                syllable.removeAll()
            }
            // The bytes, not the scalar: what is not valid UTF-8 passes through untouched.
            result.append(contentsOf: bytes[here..<index])
        }
        change(&syllable)
        syllable.write(to: &result)
        return result
    }
}
