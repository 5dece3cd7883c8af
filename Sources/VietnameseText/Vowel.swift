/// A Vietnamese vowel letter: which of the twelve, and its tone.
struct Vowel: Equatable, Sendable {
    /// 0…11: a ă â e ê i o ô ơ u ư y.
    var row: UInt8
    /// 0…5: none, huyền, hỏi, ngã, sắc, nặng: the order of Vietnamese dictionaries.
    var tone: UInt8

    static let a: UInt8 = 0
    static let e: UInt8 = 3
    static let o: UInt8 = 6
    static let u: UInt8 = 9
    static let y: UInt8 = 11

    init(row: UInt8, tone: UInt8) {
        self.row = row
        self.tone = tone
    }

    /// Never 0, so that 0 can stand for no vowel.
    var packed: UInt8 { (row + 1) << 3 | tone }

    init(packed: UInt8) {
        row = (packed >> 3) &- 1
        tone = packed & 7
    }

    /// The vowel with a combining mark added, `nil` if the mark does not go with it.
    func adding(mark: UInt32) -> Vowel? {
        switch mark {
        case 0x0300, 0x0340: return toned(1)
        case 0x0309: return toned(2)
        case 0x0303: return toned(3)
        case 0x0301, 0x0341: return toned(4)
        case 0x0323: return toned(5)
        case 0x0306: return row == Vowel.a ? Vowel(row: 1, tone: tone) : nil
        case 0x0302:
            // a → â, e → ê, o → ô: one, one and one row on, except a whose next row is ă.
            if row == Vowel.a { return Vowel(row: 2, tone: tone) }
            return row == Vowel.e || row == Vowel.o ? Vowel(row: row + 1, tone: tone) : nil
        case 0x031B:
            if row == Vowel.o { return Vowel(row: 8, tone: tone) }
            return row == Vowel.u ? Vowel(row: 10, tone: tone) : nil
        default: return nil
        }
    }

    private func toned(_ tone: UInt8) -> Vowel? {
        self.tone == 0 ? Vowel(row: row, tone: tone) : nil
    }
}
