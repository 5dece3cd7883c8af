import Testing

@testable import Content
@testable import Reading

/// Texts as editors of every kind save them: what later stages see, and where it comes from.
@Suite struct CleanTextTests {
    private let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    @Test func markAndCarriageReturnsGoAndEveryByteKnowsItsPlace() {
        let original = mark + Array("a\r\nb\rc\r\n\r\nd".utf8)
        let text = CleanText(original, path: "a.md")
        #expect(text.bytes == Array("a\nb\nc\n\nd".utf8))
        #expect(text.diagnostics.isEmpty)
        for (offset, byte) in text.bytes.enumerated() where byte != 0x0A {
            #expect(original[text.originalOffset(of: offset)] == byte)
        }
    }

    @Test func whatIsNoTextIsToldOnce() {
        let text = CleanText([0x61, 0xC3, 0x28, 0x62, 0, 0, 0xFF, 0x63], path: "a.md")
        #expect(String(decoding: text.bytes, as: UTF8.self) == "a\u{FFFD}(b  \u{FFFD}c")
        #expect(text.diagnostics.map { "\($0.location.column) \($0.id)" } == ["5 nul-byte", "2 invalid-utf8"])
        #expect(text.originalOffset(of: text.bytes.count - 1) == 7)
    }

    @Test(arguments: ["\u{FEFF}---\r\ntitle: A\r\nnumber: 24-CT/TU\r\n---\r\n\r\nTheo\r\n25-NQ/TW.\r\n"])
    func citationsAreFoundInTheTextAndPlacedInTheFile(_ file: String) {
        let bytes = Array(file.utf8)
        let entries = CitationListing(resolvingIn: nil).read(bytes, path: "a.md").entries
        // What stands in front matter is no citation.
        #expect(entries.map(\.text) == ["25-NQ/TW"])
        #expect(entries.map { String(decoding: bytes[$0.range], as: UTF8.self) } == ["25-NQ/TW"])
        #expect(entries.first?.location.line == 7 && entries.first?.location.column == 1)
    }
}
