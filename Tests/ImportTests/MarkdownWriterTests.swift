import Markdown
import TestSupport
import Testing

@testable import Import

/// What the writer writes is read back as the same text.
@Suite struct MarkdownWriterTests {
    /// The words that a page made of `blocks` shows.
    private func shown(_ blocks: [Block]) -> [Substring] {
        guard let document = try? MarkdownDocument(parsing: Array(MarkdownWriter.write(blocks).utf8)) else { return [] }
        return String(decoding: document.content.text, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    }

    @Test(arguments: [
        "# không phải đề mục", "> không trích", "- không gạch", "+ không cộng", "1. không đếm", "12) không đếm",
        "*đậm* _nghiêng_ `mã` ~~xóa~~", "[chữ](liên-kết) ![hình](x.png) [^1]",
        "<b>thẻ</b> <!-- chú --> &amp; &#65; R&D",
        "\\gạch\\*chéo", "=====", "-----", "***", "| không | bảng |", "hành_lang_chung ____", ": định nghĩa", "BNN&MT;",
    ])
    func marksInTextStayText(_ text: String) {
        for block in [
            Block.paragraph([.text(text)]), .heading(level: 2, [.text(text)]), .quote([.paragraph([.text(text)])]),
        ] {
            #expect(shown([block]).joined(separator: " ") == text)
        }
    }

    @Test func randomTextStaysText() {
        var generator = SeededGenerator(seed: 13)
        let pieces = [
            "a", "ế", "1", "2.", "3)", " ", "*", "_", "`", "[", "]", "(", ")", "<", ">", "#", "-", "+", "&lt;", "!",
            "~", "|", "\\", ":", "“", "”", ".", "Đ", "=",
        ]
        for _ in 0..<3000 {
            let count = Int.random(in: 1...14, using: &generator)
            let text = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
            let words = text.split(whereSeparator: \.isWhitespace)
            guard !words.isEmpty else { continue }
            let blocks: [Block] = [.paragraph([.strong([.text(text)]), .text("x"), .emphasis([.text(text)])])]
            let plain = (text + "x" + text).split(whereSeparator: \.isWhitespace)
            #expect(shown(blocks).joined() == plain.joined(), "\(text)")
            let table = Block.table(Table(rows: [[[.paragraph([.text(text)])], [.paragraph([.text("z")])]]]))
            #expect(shown([table]).joined() == words.joined() + "z", "\(text)")
        }
    }

    @Test func listsInARowStayApart() {
        let one = Block.list(.bullet, items: [[.paragraph([.text("a")])]])
        #expect(MarkdownWriter.write([one, one, one]) == "- a\n\n* a\n\n- a\n")
        let two = Block.list(.ordered(start: 4, .decimal), items: [[.paragraph([.text("a")])]])
        #expect(MarkdownWriter.write([two, two]) == "4. a\n\n4) a\n")
    }

    @Test func emphasisInsideAWordIsLeftOut() {
        #expect(
            MarkdownWriter.write([.paragraph([.strong([.text("Điều 1.")]), .text("Phạm vi")])]) == "Điều 1.Phạm vi\n")
        #expect(
            MarkdownWriter.write([.paragraph([.strong([.text("Điều 1. ")]), .text("Phạm vi")])])
                == "**Điều 1.** Phạm vi\n")
    }

    @Test func linksLeadOnlyWhereAPageMayLead() {
        #expect(MarkdownWriter.write([.paragraph([.link([.text("a")], target: "javascript:alert(1)")])]) == "a\n")
        #expect(
            MarkdownWriter.write([.paragraph([.link([.text("a")], target: "https://x.vn/a (b)")])])
                == "[a](https://x.vn/a%20%28b%29)\n")
    }

    @Test func raisedDigits() {
        #expect(
            MarkdownWriter.write([
                .paragraph([.text("m"), .raised([.text("2")]), .text(" CO"), .lowered([.text("2")])])
            ]) == "m² CO₂\n")
    }
}
