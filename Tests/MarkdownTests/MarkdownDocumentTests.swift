import Markdown
import Testing

@Suite struct MarkdownDocumentTests {
    private func html(_ source: String, marking texts: [String]) throws -> String {
        var document = try MarkdownDocument(parsing: Array(source.utf8))
        let text = String(decoding: document.content.text, as: UTF8.self)
        document.apply(
            texts.compactMap { needle in
                text.firstRange(of: needle).map {
                    let start = text.utf8.distance(from: text.startIndex, to: $0.lowerBound)
                    return Mark(range: start..<start + needle.utf8.count, before: "<a>", after: "</a>")
                }
            }
        )
        return document.html()
    }

    @Test func marksInsideOneText() throws {
        #expect(
            try html("Chỉ thị 24-CT/TU và 25-NQ/TW.", marking: ["24-CT/TU", "25-NQ/TW"])
                == "<p>Chỉ thị <a>24-CT/TU</a> và <a>25-NQ/TW</a>.</p>\n")
    }

    @Test func marksAcrossEmphasisStayNested() throws {
        #expect(try html("số **24**-CT/TU.", marking: ["24-CT/TU"]) == "<p>số <a><strong>24</strong>-CT/TU</a>.</p>\n")
        #expect(
            try html("**số 24**-CT/TU.", marking: ["24-CT/TU"])
                == "<p><strong>số <a>24</a></strong><a>-CT/TU</a>.</p>\n")
        #expect(try html("**24-CT/TU**", marking: ["24-CT/TU"]) == "<p><a><strong>24-CT/TU</strong></a></p>\n")
    }

    @Test func marksAcrossSoftBreaks() throws {
        #expect(try html("số 25-\nNQ/TW nói", marking: ["25-\nNQ/TW"]) == "<p>số <a>25-\nNQ/TW</a> nói</p>\n")
    }

    @Test func codeAndLinksAreMasked() throws {
        let document = try MarkdownDocument(parsing: Array("`24-CT/TU` [25-NQ/TW](a.md) 26-KL/TW".utf8))
        let running = String(decoding: document.content.runningText, as: UTF8.self)
        #expect(!running.contains("24-CT/TU") && !running.contains("25-NQ/TW") && running.hasSuffix("26-KL/TW"))
    }

    @Test(arguments: [
        ("# Một\n\nhai **ba** bốn", "bốn"), ("a &amp; b\n> - c *d*\n>   e", "e"),
        ("| a | b |\n|---|---|\n| c | d |", "d"),
        ("x\\* y `z` w", "w"), ("25&#45;NQ/TW và 24\\-CT/TU", "NQ/TW"), ("a&#45;b c-d", "d"), ("*a*&nbsp;**b** c", "c"),
        ("[a](b) c\n\n    code\n\nd e", "d e"),
    ])
    func textKnowsWhereItComesFrom(_ source: String, _ needle: String) throws {
        let document = try MarkdownDocument(parsing: Array(source.utf8))
        let text = String(decoding: document.content.text, as: UTF8.self)
        let inText = try #require(text.ranges(of: needle).last)
        let inSource = try #require(source.ranges(of: needle).last)
        let offset = document.content.sourceOffset(of: text.utf8.distance(from: text.startIndex, to: inText.lowerBound))
        #expect(offset == source.utf8.distance(from: source.startIndex, to: inSource.lowerBound))
    }

    @Test func rawHTMLIsLeftOutAndReported() throws {
        let document = try MarkdownDocument(parsing: Array("a <b>c</b>\n\n<script>x</script>\n".utf8))
        #expect(document.content.omittedHTML.count == 3)
        #expect(!document.html().contains("<script>"))
    }

    @Test func aCommentIsNothingThatAReaderMisses() throws {
        func omitted(_ source: String) throws -> Int {
            try MarkdownDocument(parsing: Array(source.utf8)).content.omittedHTML.count
        }
        #expect(try omitted("a <!-- b --> c\n\n<!-- d\n\ne -->\n\n  <!---->\n") == 0)
        #expect(try omitted("<!-- a --> <b>c</b>\n\n<!-- d --><!-- e --><p>\n\n<!-- không đóng\n") == 3)
    }

    @Test(arguments: ["    chữ[^1]", "- mục", "~~~\n    mã\n    ~~~", "> lời"])
    func aNoteHasAWayBackWhateverItEndsIn(_ end: String) throws {
        var document = try MarkdownDocument(parsing: Array("Chữ[^1].\n\n[^1]: Một đoạn.\n\n    \(end)\n".utf8))
        document.setFootnotes(
            ("<ol>", "</ol>"), note: { ("<li id=n\($0)>", "</li>") }, back: { ("<a href=#r\($0)>", "</a>") },
            reference: { number, _ in ("<sup>", "\(number)</sup>") })
        #expect(document.html().contains("<a href=#r1></a>"))
    }
}
