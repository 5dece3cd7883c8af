import Foundation
import Testing
import VietnameseText

@testable import SearchIndex

/// What the browser's engine must do too: `Tests/Browser/test_search_engine.py` reads the same file.
@Suite("Search syllables")
struct SearchSyllablesTests {
    struct Vector: Decodable, Sendable {
        var text: String
        var exact: String
        var folded: String
        var codes: [UInt8]
        var joined: String
    }

    private static func vectors() throws -> [Vector] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let file = folder.appendingPathComponent("Fixtures/search-syllables.json")
        return try JSONDecoder().decode([Vector].self, from: Data(contentsOf: file))
    }

    @Test("every vector that Swift and JavaScript share")
    func vectors() throws {
        let vectors = try Self.vectors()
        #expect(vectors.count >= 15)
        for vector in vectors {
            let split = SearchSyllables(Array(vector.text.utf8))
            let forms = split.entries.map { Array(split.exact[$0.exact]) }
            func words(_ forms: [[UInt8]]) -> String {
                forms.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
            }
            #expect(words(forms) == vector.exact, "\(vector.text)")
            #expect(words(forms.map { Folding.fold($0) }) == vector.folded, "\(vector.text)")
            #expect(forms.map { MarkCode.code($0, in: $0.indices) } == vector.codes, "\(vector.text)")
            #expect(split.entries.map { $0.isJoined ? "1" : "0" }.joined() == vector.joined, "\(vector.text)")
        }
    }

    @Test(
        "a pair is filed under its longer syllable, of two as long under the later one",
        arguments: [
            ("dân", "vận", false), ("trận", "tổ", true), ("24", "ct", false), ("vận", "dân", true), ("ba", "ba", true),
        ])
    func order(one: String, other: String, leads: Bool) {
        #expect(TermOrder.leads(Folding.fold(Array(one.utf8)), Folding.fold(Array(other.utf8))) == leads)
    }
}
