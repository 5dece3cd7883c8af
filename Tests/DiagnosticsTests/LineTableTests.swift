import Diagnostics
import TestSupport
import Testing

@Suite struct LineTableTests {
    @Test func columnsCountCharacters() {
        let table = LineTable(Array("Chỉ thị\nsố 24-CT/TU".utf8))
        let offset = Array("Chỉ thị\nsố ".utf8).count
        #expect(table.position(of: offset) == (2, 4))
        #expect(table.position(of: 0) == (1, 1))
    }

    @Test func columnsOfLongLinesAreThoseOfShortOnes() {
        let pieces = ["Chỉ thị 24-CT/TU ", "e\u{301}\u{323}", "🇻🇳🇻", "👨‍👩‍👧 ", "\u{600} 1", "ở\r", "\t", "ng"]
        for seed in 0..<20 {
            var random = SeededGenerator(seed: UInt64(seed))
            var bytes = Array("dòng đầu\n".utf8)
            let start = bytes.count
            for _ in 0..<900 { bytes += (pieces.randomElement(using: &random) ?? "").utf8 }
            // Every other text has bytes that are no UTF-8.
            for _ in 0..<(seed % 2) * 9 { bytes[Int.random(in: start..<bytes.count, using: &random)] = 0xE1 }
            let table = LineTable(bytes)
            for offset in stride(from: start, through: bytes.count, by: 97) {
                let column = String(decoding: bytes[start..<offset], as: UTF8.self).count + 1
                #expect(table.position(of: offset) == (2, column), "seed \(seed), offset \(offset)")
            }
        }
    }

    @Test func offsetsPastTheEndGiveTheEnd() {
        #expect(LineTable(Array("ab".utf8)).position(of: 99) == (1, 3))
    }
}
