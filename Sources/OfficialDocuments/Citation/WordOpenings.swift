/// The bytes that words of interest may begin with, in any case and with any marks: a filter that lets through every
/// such word and few others.
struct WordOpenings: Sendable {
    /// For each hash of three bytes, whether a word may begin so.
    private(set) var table = [Bool](repeating: false, count: 65536)
    private var known: Set<String> = []

    /// The place of three bytes in the table.
    @inline(__always)
    static func slot(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
        slot(packed: UInt32(first) << 16 | UInt32(second) << 8 | UInt32(third))
    }

    @inline(__always)
    private static func slot(packed: UInt32) -> Int {
        Int((packed &* 0x9E37_79B1) >> 16)
    }

    /// Lets through the words that fold to `word`; `capitalOnly` those that begin with a capital.
    mutating func allow(_ word: String, capitalOnly: Bool) {
        guard
            known.insert(String(word.prefix(3)) + (word.utf8.count < 3 ? "." : "") + (capitalOnly ? "!" : "")).inserted
        else { return }
        var open: Set<Beginning> = [Beginning()]
        for (index, letter) in word.utf8.prefix(3).enumerated() {
            var longer: Set<Beginning> = []
            for beginning in open {
                for spelling in Self.spellings(of: letter, capitalOnly: capitalOnly && index == 0) {
                    let next = beginning.appending(spelling)
                    if next.count == 3 { table[next.slot] = true } else { longer.insert(next) }
                }
            }
            open = longer
        }
        for beginning in open { fill(beginning) }
    }

    /// Marks every way to complete `beginning` to three bytes.
    private mutating func fill(_ beginning: Beginning) {
        for byte in UInt8.min...UInt8.max {
            let next = beginning.appending([byte])
            if next.count == 3 { table[next.slot] = true } else { fill(next) }
        }
    }

    /// Up to three bytes.
    private struct Beginning: Hashable {
        var count = 0
        var packed: UInt32 = 0

        func appending(_ bytes: [UInt8]) -> Beginning {
            var result = self
            for byte in bytes where result.count < 3 {
                result.packed |= UInt32(byte) << (16 - 8 * UInt32(result.count))
                result.count += 1
            }
            return result
        }

        var slot: Int { WordOpenings.slot(packed: packed) }
    }

    private static func spellings(of letter: UInt8, capitalOnly: Bool) -> [[UInt8]] {
        (capitalOnly ? capitals : all)[Int(letter & 0x7F)]
    }

    private static let all = (UInt8(0)..<128).map { spell($0, capitalOnly: false) }
    private static let capitals = (UInt8(0)..<128).map { spell($0, capitalOnly: true) }

    /// The UTF-8 of every letter with base `letter`, composed, and with one combining mark.
    private static func spell(_ letter: UInt8, capitalOnly: Bool) -> [[UInt8]] {
        guard letter >= 0x61, letter <= 0x7A else { return [[letter]] }
        var result: [[UInt8]] = []
        for (slot, entry) in Letter.table.enumerated() {
            guard let entry, entry.folded == letter, entry.isUpper || !capitalOnly,
                let scalar = Unicode.Scalar(Letter.scalar(of: slot))
            else { continue }
            let plain = Array(String(Character(scalar)).utf8)
            result.append(plain)
            guard plain.count == 1 else { continue }
            for mark in UInt8(0x80)...0xBF { result += [plain + [0xCC, mark], plain + [0xCD, mark]] }
        }
        return result
    }
}
