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

    /// Base letter by scalar below U+0250, then U+1E00–U+1EFF; 0 for no Latin letter.
    static let foldedByScalar: [UInt8] = slots.map { slot in
        guard let scalar = Unicode.Scalar(scalar(of: slot)), scalar.properties.isAlphabetic else { return 0 }
        let folded = Array(Folding.fold(String(Character(scalar))).utf8)
        guard folded.count == 1, let byte = folded.first, byte >= 0x61, byte <= 0x7A else { return 0 }
        return byte
    }

    static let isUpperByScalar: [Bool] = slots.map { slot in
        Unicode.Scalar(scalar(of: slot))?.properties.isUppercase ?? false
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
