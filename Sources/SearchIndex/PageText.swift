/// The visible text of a page, for excerpts and exact phrases.
///
/// One file a page, `search/t/<address of the page without .html>.json`, written in one form only: as a script where the
/// index has twins, since over http that is as good as JSON and from a disk nothing else can be read.
enum PageText {
    static func file(_ document: SearchDocument) -> SearchFile {
        let url = document.url
        let name = url.hasSuffix(".html") ? String(url.dropLast(".html".count)) : url
        return SearchFile("search/t/\(name).json", json(document))
    }

    /// `[["anchor","text"],…]`: the blocks of the page in reading order, each with the anchor of the heading above it.
    private static func json(_ document: SearchDocument) -> [UInt8] {
        var blocks: [(anchor: String, text: String)] = [("", document.title)]
        if !document.summary.isEmpty { blocks.append(("", document.summary)) }
        var told = 0
        func tellHeadings(upTo end: Int) {
            while told < min(end, document.headings.count) {
                blocks.append((document.headings[told].anchor, document.headings[told].text))
                told += 1
            }
        }
        for paragraph in document.body {
            var anchor = ""
            if let heading = paragraph.heading, document.headings.indices.contains(heading) {
                tellHeadings(upTo: heading + 1)
                anchor = document.headings[heading].anchor
            }
            blocks.append((anchor, paragraph.text))
        }
        tellHeadings(upTo: document.headings.count)

        var bytes: [UInt8] = [UInt8(ascii: "[")]
        JSONText.appendList(blocks, to: &bytes) { block, bytes in
            bytes.append(UInt8(ascii: "["))
            JSONText.append(block.anchor, to: &bytes)
            bytes.append(UInt8(ascii: ","))
            JSONText.append(block.text, to: &bytes)
            bytes.append(UInt8(ascii: "]"))
        }
        bytes.append(UInt8(ascii: "]"))
        return bytes
    }
}
