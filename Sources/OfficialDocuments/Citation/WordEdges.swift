/// The edges of a tree of words: from a node, by a word's hash, to a node. Open addressing over two flat arrays.
struct WordEdges: Sendable {
    private var keys = [UInt64](repeating: 0, count: 256)
    private var targets = [Int32](repeating: 0, count: 256)
    private var filled = 0

    /// Where the edge from `node` by the word that hashes to `word` leads.
    func next(from node: Int, word: UInt64) -> Int? {
        let key = Self.key(node, word)
        var slot = Int(truncatingIfNeeded: key) & (keys.count - 1)
        while targets[slot] != 0 {
            if keys[slot] == key { return Int(targets[slot]) }
            slot = (slot + 1) & (keys.count - 1)
        }
        return nil
    }

    /// `target` is greater than 0: the root is nobody's target.
    mutating func insert(from node: Int, word: UInt64, to target: Int) {
        if filled * 2 >= keys.count { grow() }
        place(Self.key(node, word), Int32(truncatingIfNeeded: target))
        filled += 1
    }

    private mutating func place(_ key: UInt64, _ target: Int32) {
        var slot = Int(truncatingIfNeeded: key) & (keys.count - 1)
        while targets[slot] != 0 { slot = (slot + 1) & (keys.count - 1) }
        keys[slot] = key
        targets[slot] = target
    }

    private mutating func grow() {
        let old = zip(keys, targets).filter { $0.1 != 0 }
        keys = [UInt64](repeating: 0, count: keys.count * 2)
        targets = [Int32](repeating: 0, count: keys.count)
        for (key, target) in old { place(key, target) }
    }

    private static func key(_ node: Int, _ word: UInt64) -> UInt64 {
        let mixed = (word ^ UInt64(truncatingIfNeeded: node) &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
        return mixed ^ mixed >> 32
    }
}
