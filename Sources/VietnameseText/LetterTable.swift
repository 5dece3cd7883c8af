/// What is known of a scalar, looked up by its value: its lower case, its base letter, its place among the vowels.
///
/// Covers U+0000–U+052F (Latin, Greek, Cyrillic) and U+1E00–U+1EFF (Vietnamese), which is all that occurs in Vietnamese
/// documents but for symbols; other scalars take the slow way through Unicode properties.
struct LetterTable: Sendable {
    static let shared = LetterTable()

    /// Lower case by slot.
    private let lower: [UInt32]
    /// ASCII base letter in lower case by slot, 0 for a letter that has none.
    private let base: [UInt8]
    /// Packed `Vowel` by slot, 0 for what is no Vietnamese vowel.
    private let vowels: [UInt8]
    /// Scalar by packed `Vowel` in lower case.
    private let composed: [UInt32]

    private static let slots = 0x530 + 0x100

    /// Vowel rows: each vowel of the alphabet with no tone, huyền, hỏi, ngã, sắc, nặng.
    private static let rows = [
        "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị",
        "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ",
    ]

    /// Letters that fold to an ASCII letter.
    private static let folds: [(base: Unicode.Scalar, letters: String)] = [
        ("a", "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ"), ("b", "ḃḅḇ"), ("c", "çćĉċčḉ"), ("d", "đðďḋḍḏḑḓ"),
        ("e", "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ"), ("f", "ḟ"), ("g", "ĝğġģǧǵḡ"), ("h", "ĥȟḣḥḧḩḫẖ"),
        ("i", "ìíîïĩīĭįǐȉȋḭḯỉị"), ("j", "ĵǰ"), ("k", "ķǩḱḳḵ"), ("l", "ĺļľḷḹḻḽ"), ("m", "ḿṁṃ"), ("n", "ñńņňǹṅṇṉṋ"),
        ("o", "òóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ"), ("p", "ṕṗ"), ("r", "ŕŗřȑȓṙṛṝṟ"), ("s", "śŝşšșṡṣṥṧṩ"),
        ("t", "ţťțṫṭṯṱẗ"), ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"), ("v", "ṽṿ"), ("w", "ŵẁẃẅẇẉẘ"), ("x", "ẋẍ"),
        ("y", "ýÿŷȳẏẙỳỵỷỹ"), ("z", "źżžẑẓẕ"),
    ]

    private init() {
        var lower = [UInt32](repeating: 0, count: Self.slots)
        var base = [UInt8](repeating: 0, count: Self.slots)
        var vowels = [UInt8](repeating: 0, count: Self.slots)
        var composed = [UInt32](repeating: 0, count: 128)

        for slot in 0..<Self.slots {
            let value = UInt32(slot < 0x530 ? slot : slot - 0x530 + 0x1E00)
            lower[slot] = Self.lowercased(value)
        }
        for letter in UInt8(ascii: "a")...UInt8(ascii: "z") { base[Int(letter)] = letter }
        for (letter, group) in Self.folds {
            for scalar in group.unicodeScalars {
                if let slot = Self.slot(scalar.value) { base[slot] = UInt8(truncatingIfNeeded: letter.value) }
            }
        }
        for (row, letters) in Self.rows.enumerated() {
            for (tone, scalar) in letters.unicodeScalars.enumerated() {
                let vowel = Vowel(row: UInt8(row), tone: UInt8(tone))
                composed[Int(vowel.packed)] = scalar.value
                if let slot = Self.slot(scalar.value) { vowels[slot] = vowel.packed }
            }
        }
        // Capitals share the vowel and the base of their lower case.
        for slot in 0..<Self.slots {
            guard let small = Self.slot(lower[slot]), small != slot else { continue }
            base[slot] = base[small]
            vowels[slot] = vowels[small]
        }
        self.lower = lower
        self.base = base
        self.vowels = vowels
        self.composed = composed
    }

    /// The lower case of `scalar`; scalars whose lower case is more than one scalar keep themselves.
    func lowercase(_ scalar: UInt32) -> UInt32 {
        guard let slot = Self.slot(scalar) else { return Self.lowercased(scalar) }
        return lower[slot]
    }

    /// The ASCII letter in lower case that `scalar` folds to, 0 if it folds to none.
    func fold(_ scalar: UInt32) -> UInt8 {
        guard let slot = Self.slot(scalar) else { return 0 }
        return base[slot]
    }

    /// The Vietnamese vowel that `scalar` is, in either case.
    func vowel(_ scalar: UInt32) -> Vowel? {
        guard let slot = Self.slot(scalar), vowels[slot] != 0 else { return nil }
        return Vowel(packed: vowels[slot])
    }

    /// The scalar of `vowel` in the case of `model`.
    func compose(_ vowel: Vowel, like model: UInt32) -> UInt32 {
        let small = composed[Int(vowel.packed)]
        guard lowercase(model) != model, let scalar = Unicode.Scalar(small) else { return small }
        let capital = scalar.properties.uppercaseMapping.unicodeScalars
        return capital.count == 1 ? capital.first?.value ?? small : small
    }

    private static func slot(_ scalar: UInt32) -> Int? {
        if scalar < 0x530 { return Int(scalar) }
        if scalar >= 0x1E00, scalar < 0x1F00 { return Int(scalar) - 0x1E00 + 0x530 }
        return nil
    }

    private static func lowercased(_ value: UInt32) -> UInt32 {
        guard let scalar = Unicode.Scalar(value) else { return value }
        let mapping = scalar.properties.lowercaseMapping.unicodeScalars
        guard mapping.count == 1, let small = mapping.first else { return value }
        return small.value
    }
}
