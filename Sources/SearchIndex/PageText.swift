/// The visible text of pages, for excerpts and exact phrases: several pages to a file.
enum PageText {
    /// A file takes pages until it holds so many bytes of JSON: about 20 KB once it is deflated.
    private static let fileLimit = 50_000

    /// The files `t/N` of `pages`, and the number of each page's file: `{"page":[["anchor","text"],…],…}`.
    static func write(_ pages: [DocumentPostings]) -> (files: [SearchFile], places: [Int]) {
        var files: [SearchFile] = []
        var places: [Int] = []
        var current: [UInt8] = []
        for (index, page) in pages.enumerated() {
            current.append(contentsOf: current.isEmpty ? "{\"\(index)\":".utf8 : ",\"\(index)\":".utf8)
            current.append(contentsOf: page.text)
            places.append(files.count)
            if current.count >= fileLimit || index == pages.count - 1 {
                current.append(UInt8(ascii: "}"))
                files.append(SearchFile(ShardWriter.name("t", files.count), current))
                current = []
            }
        }
        return (files, places)
    }

    /// `[["anchor","text"],…]`: the blocks of the page in reading order, each with the anchor of the heading above it.
    static func json(_ document: SearchDocument) -> [UInt8] {
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
