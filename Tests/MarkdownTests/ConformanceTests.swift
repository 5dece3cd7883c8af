import Foundation
import Markdown
import TestSupport
import Testing

/// The examples of GitHub Flavored Markdown and of cmark-gfm's extensions, rendered as a page's text is.
@Suite(.enabled(if: ConformanceData.folder != nil, "the suites of other specifications are not on this machine"))
struct ConformanceTests {
    /// Examples that come out otherwise, by their number from 1, and why.
    private static let differing: [String: [ClosedRange<Int>]] = [
        "gfm-spec.txt": [
            140...142, 145...145, 147...147,  // The tag filter is on: `<script>` and `<style>` become text.
            279...280,  // The attributes of a task list's box stand in another order.
            610...610, 614...614, 616...616, 619...620,  // Addresses become links without angle brackets, too.
        ],
        "gfm-extensions.txt": [
            20...20,  // Asks only that nothing breaks.
            23...23,  // Footnotes of a newer cmark-gfm are named after their label.
        ],
    ]

    @Test(arguments: [("gfm-spec.txt", 673), ("gfm-extensions.txt", 28)])
    func examplesRenderAsSpecified(_ file: String, _ count: Int) throws {
        let text = String(decoding: try ConformanceData.bytes(file), as: UTF8.self)
        let examples = Self.examples(in: text)
        #expect(examples.count == count)
        let differing = Self.differing[file] ?? []
        for (number, example) in examples.enumerated() {
            let document = try MarkdownDocument(
                parsing: Array(example.source.utf8), options: MarkdownOptions(allowsRawHTML: true))
            let differs = differing.contains { $0.contains(number + 1) }
            #expect((document.html() == example.html) != differs, "\(file), example \(number + 1): \(document.html())")
        }
    }

    /// Fenced by 32 backticks: the source, a line with a dot, the HTML. An arrow stands for a tab.
    private static func examples(in text: String) -> [(source: String, html: String)] {
        let fence = String(repeating: "`", count: 32)
        var rest = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
        var examples: [(source: String, html: String)] = []
        while let start = rest.firstIndex(where: { $0.hasPrefix(fence + " example") }) {
            let body = rest[(start + 1)...]
            guard let dot = body.firstIndex(of: "."), let end = body.firstIndex(of: fence[...]) else { break }
            func lines(_ range: Range<Int>) -> String {
                rest[range].map { $0 + "\n" }.joined().replacing("→", with: "\t")
            }
            examples.append((lines(start + 1..<dot), lines(dot + 1..<end)))
            rest = rest[(end + 1)...]
        }
        return examples
    }
}
