import Markdown
import TestSupport
import Testing

@Suite("Positions in the source")
struct SourcePositionTests {
    /// The bytes of the source that `needle` in the text comes from.
    private func source(of needle: String, in source: String) throws -> String {
        let bytes = Array(source.utf8)
        let content = try MarkdownDocument(parsing: bytes).content
        let text = String(decoding: content.text, as: UTF8.self)
        let found = try #require(text.ranges(of: needle).last, "\(source)")
        let start = text.utf8.distance(from: text.startIndex, to: found.lowerBound)
        return String(decoding: bytes[content.sourceRange(of: start..<start + needle.utf8.count)], as: UTF8.self)
    }

    @Test(arguments: [
        ("A &amp; B theo Chỉ thị 24-CT/TU", "24-CT/TU"), ("1 &lt; 2 &amp;amp; theo 24-CT/TU", "24-CT/TU"),
        ("[24-CT/TU](24-CT/TU.md)24-CT/TU", "24-CT/TU"), ("[a](b \"24-CT/TU\")24-CT/TU", "24-CT/TU"),
        ("![24-CT/TU](b)24-CT/TU", "24-CT/TU"), ("`24-CT/TU`24-CT/TU", "24-CT/TU"),
        ("<b title=\"24-CT/TU\">24-CT/TU</b>", "24-CT/TU"), ("<http://a.vn/24-CT/TU>24-CT/TU", "24-CT/TU"),
        ("a[^24]24-CT/TU\n\n[^24]: 24 b", "24-CT/TU"), ("> - a\n>   24-CT/TU", "24-CT/TU"),
        ("| a | b |\n|---|---|\n| 24\\|c | 24-CT/TU |", "24-CT/TU"), ("&euro;&nbsp;24-CT/TU", "24-CT/TU"),
    ])
    func aTextIsWhereItIsWritten(_ text: String, _ needle: String) throws {
        #expect(try source(of: needle, in: text) == needle)
        let before = try #require(text.ranges(of: needle).last).lowerBound
        let bytes = Array(text.utf8)
        let content = try MarkdownDocument(parsing: bytes).content
        let inText = try #require(String(decoding: content.text, as: UTF8.self).ranges(of: needle).last)
        let decoded = String(decoding: content.text, as: UTF8.self)
        let offset = content.sourceOffset(of: decoded.utf8.distance(from: decoded.startIndex, to: inText.lowerBound))
        #expect(offset == text.utf8.distance(from: text.startIndex, to: before))
    }

    @Test(arguments: [
        ("theo 24\\-CT/TU.", "24-CT/TU", "24\\-CT/TU"), ("theo 24-CT/T&#85;.", "24-CT/TU", "24-CT/T&#85;"),
        ("theo 217-Q&#272;/TW.", "217-QĐ/TW", "217-Q&#272;/TW"), ("theo **24**-CT/TU", "24-CT/TU", "24**-CT/TU"),
        ("theo 24&#45;CT&sol;TU", "24-CT/TU", "24&#45;CT&sol;TU"),
    ])
    func entitiesAndEscapesArePartOfTheCitation(_ text: String, _ needle: String, _ written: String) throws {
        #expect(try source(of: needle, in: text) == written)
    }

    /// A piece of Markdown and the text it shows, with its citation where it has one.
    private func piece(_ serial: Int, _ random: inout SeededGenerator) -> (markdown: String, citation: String?) {
        let number = "\(serial)-CT/TU"
        let written = [
            number, "\(serial)\\-CT/TU", "\(serial)&#45;CT/TU", "\(serial)-CT&sol;TU", "\(serial)-CT/T&#x55;",
        ]
        let citation = written.randomElement(using: &random) ?? number
        switch Int.random(in: 0..<14, using: &random) {
        case 0: return ("**\(citation)**", citation)
        case 1: return ("*a **b*** \(citation)", citation)
        case 2: return ("&amp;&lt;&nbsp;&Dstrok; \(citation)", citation)
        case 3: return ("\\*\\_\\\\ & &x; \\a \(citation)", citation)
        case 4: return ("`\(number)`", nil)
        case 5: return ("``a ` \(number)`` \(citation)", citation)
        case 6: return ("[\(number)](\(serial)-CT/TU \"\(number)\")", nil)
        case 7: return ("[a [b] *c*](<\(number)> 'x') \(citation)", citation)
        case 8: return ("![\(number) *a*](x) \(citation)", citation)
        case 9: return ("<http://a.vn/\(number)> \(citation)", citation)
        case 10: return ("https://a.vn/\(number) ~~b~~ \(citation)", citation)
        case 11: return ("<b class=\"\(number)\">\(citation)</b>", citation)
        case 12: return ("[ref] [x][ref] \(citation)", citation)
        default: return (citation, citation)
        }
    }

    @Test("the bytes at the reported place are the citation as written", arguments: [UInt64(1), 2, 3, 4])
    func property(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<250 {
            var source = ""
            var expected: [(number: String, written: String)] = []
            var serial = 100
            for block in 0..<Int.random(in: 1...5, using: &random) {
                let pieces = (0..<Int.random(in: 1...4, using: &random)).map { index in
                    let piece = piece(serial + index, &random)
                    if let citation = piece.citation { expected.append(("\(serial + index)-CT/TU", citation)) }
                    return piece.markdown
                }
                serial += pieces.count
                switch Int.random(in: 0..<6, using: &random) {
                case 0: source += "\(block + 1). 7 \(pieces.joined(separator: "\n   theo "))\n\n"
                case 1: source += "> - 7 \(pieces.joined(separator: "  \n>   "))\n\n"
                case 2:
                    let cells = pieces.map { $0.split(separator: "\n").joined(separator: " ") }
                    source += "| a | 100-CT |\n|---|---|\n"
                    for cell in cells { source += "| \\| 1 \(cell) | &amp; |\n" }
                    source += "\n"
                case 3: source += "## \(pieces.joined(separator: " và "))\n\n"
                default: source += "1 \(pieces.joined(separator: " và\n"))\n\n"
                }
            }
            source += "[ref]: https://a.vn/100-CT/TU \"101-CT/TU\"\n"
            let bytes = Array(source.utf8)
            let content = try MarkdownDocument(parsing: bytes).content
            let running = content.runningText
            for (number, written) in expected {
                let found = String(decoding: running, as: UTF8.self).ranges(of: number)
                guard let place = found.first else { Issue.record("\(number) is lost in \(source)"); continue }
                let text = String(decoding: running, as: UTF8.self)
                let start = text.utf8.distance(from: text.startIndex, to: place.lowerBound)
                let range = content.sourceRange(of: start..<start + number.utf8.count)
                #expect(String(decoding: bytes[range], as: UTF8.self) == written, "\(number) in\n\(source)")
            }
        }
    }
}
