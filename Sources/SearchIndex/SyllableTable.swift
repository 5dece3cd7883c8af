/// Byte strings numbered in the order they first came.
///
/// A hash table over one array of bytes: a dictionary of arrays would allocate for every syllable.
struct SyllableTable: Sendable {
    /// All strings, one after another.
    private(set) var bytes: [UInt8] = []
    /// Where each string ends in `bytes`.
    private(set) var ends: [Int32] = []
    private var slots: [Int32] = [Int32](repeating: -1, count: 512)

    var count: Int { ends.count }

    /// Where the string with number `index` lies in `bytes`.
    func range(_ index: Int) -> Range<Int> {
        (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
    }

    /// The number of the string `source[range]`, a new one if it was not there.
    mutating func number(of source: [UInt8], _ range: Range<Int>) -> Int {
        var slot = Self.hash(source, range) & (slots.count - 1)
        while true {
            let held = Int(slots[slot])
            if held < 0 { break }
            if equals(held, source, range) { return held }
            slot = (slot + 1) & (slots.count - 1)
        }
        let number = ends.count
        slots[slot] = Int32(truncatingIfNeeded: number)
        bytes.append(contentsOf: source[range])
        ends.append(Int32(truncatingIfNeeded: bytes.count))
        if ends.count * 2 > slots.count { grow() }
        return number
    }

    private func equals(_ number: Int, _ source: [UInt8], _ range: Range<Int>) -> Bool {
        let own = self.range(number)
        guard own.count == range.count else { return false }
        for offset in 0..<own.count where bytes[own.lowerBound + offset] != source[range.lowerBound + offset] {
            return false
        }
        return true
    }

    private mutating func grow() {
        let size = slots.count * 2
        slots = [Int32](repeating: -1, count: size)
        for number in 0..<ends.count {
            var slot = Self.hash(bytes, range(number)) & (size - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = Int32(truncatingIfNeeded: number)
        }
    }

    private static func hash(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in range { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: (hash ^ hash >> 29) & 0x7FFF_FFFF)
    }
}
