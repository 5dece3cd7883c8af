import VietnameseText

/// One letter of scanned text, with the combining marks that follow it.
struct Letter {
    /// The scalar; Ư and ư also when they are written as U or u with a combining horn.
    var scalar: UInt32
    /// The base letter in lower-case ASCII, 0 if it has none (Greek, Cyrillic …).
    var folded: UInt8
    var isUpper: Bool
    /// Offset behind the letter and its marks.
    var end: Int

    /// What is known of a scalar that is a letter.
    struct Entry {
        /// The base letter in lower-case ASCII, 0 if it has none.
        var folded: UInt8
        var isUpper: Bool
    }

    /// What `scalar`, which is not ASCII, is as a letter; `nil` if it is none.
    static func entry(of scalar: UInt32) -> Entry? {
        if let slot = slot(scalar) { return table[slot] }
        // Symbols and dashes, which texts are full of.
        if (0x2000..<0x2C00).contains(scalar) { return nil }
        return read(scalar)
    }

    /// By slot.
    static let table: [Entry?] = slots.map { read(scalar(of: $0)) }

    private static func read(_ value: UInt32) -> Entry? {
        guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic else { return nil }
        let letters = slot(value) == nil ? [] : Array(Folding.fold(String(Character(scalar))).utf8)
        let isBased = letters.count == 1 && (0x61...0x7A).contains(letters[0])
        // The ordinals ª and º are no letters of words.
        guard isBased || value >= 0xC0 else { return nil }
        return Entry(folded: isBased ? letters[0] : 0, isUpper: scalar.properties.isUppercase)
    }

    /// The place of `scalar` in the tables, `nil` if they do not cover it.
    static func slot(_ scalar: UInt32) -> Int? {
        if scalar < 0x250 { return Int(scalar) }
        if scalar >= 0x1E00, scalar < 0x1F00 { return Int(scalar) - 0x1E00 + 0x250 }
        return nil
    }

    private static let slots = 0..<0x350

    /// The scalar at a place in the tables.
    static func scalar(of slot: Int) -> UInt32 { UInt32(slot < 0x250 ? slot : slot - 0x250 + 0x1E00) }
}
