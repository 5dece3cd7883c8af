import TestSupport
import Testing
import VietnameseText

@Suite("Syllables")
struct SyllablesTests {
    private func parts(_ text: String) -> (source: [String], exact: [String], folded: [String]) {
        let bytes = Array(text.utf8)
        let syllables = Syllables(bytes)
        return (
            syllables.entries.map { String(decoding: bytes[$0.source], as: UTF8.self) },
            syllables.entries.map { String(decoding: syllables.exact[$0.exact], as: UTF8.self) },
            syllables.entries.map { String(decoding: syllables.folded[$0.folded], as: UTF8.self) }
        )
    }

    @Test("splits at everything that is no letter or digit")
    func split() {
        let text = "Chỉ thị số 24-CT/TU\u{00A0}(khoá XI): “Đảng uỷ” 1.234×2…"
        let (source, exact, folded) = parts(text)
        #expect(source == ["Chỉ", "thị", "số", "24", "CT", "TU", "khoá", "XI", "Đảng", "uỷ", "1", "234", "2"])
        #expect(exact == ["chỉ", "thị", "số", "24", "ct", "tu", "khóa", "xi", "đảng", "ủy", "1", "234", "2"])
        #expect(folded == ["chi", "thi", "so", "24", "ct", "tu", "khoa", "xi", "dang", "uy", "1", "234", "2"])
    }

    @Test("decomposed text gives the same forms, offsets of its own")
    func decomposed() {
        let (source, exact, folded) = parts("tho\u{0302}n xa\u{0303}, \u{0301}x")
        #expect(source == ["tho\u{0302}n", "xa\u{0303}", "x"])
        #expect(exact == ["thôn", "xã", "x"])
        #expect(folded == ["thon", "xa", "x"])
    }

    @Test("a range of a text keeps the offsets of the text")
    func range() {
        let bytes = Array("một hai ba".utf8)
        let syllables = Syllables(bytes, in: 6..<9)
        #expect(syllables.entries.map(\.source) == [6..<9])
        #expect(Syllables(bytes, in: 0..<0).entries.isEmpty)
    }

    @Test("random bytes never trap", arguments: 0..<20)
    func randomBytes(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<200 {
            let bytes = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
            let syllables = Syllables(bytes)
            #expect(syllables.entries.allSatisfy { $0.source.upperBound <= bytes.count && !$0.source.isEmpty })
            _ = Normalisation.canonicalise(bytes)
            _ = Slug.make(bytes)
            _ = Folding.fold(bytes)
        }
    }
}
