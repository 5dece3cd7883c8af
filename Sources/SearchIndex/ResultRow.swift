/// A page as a search result shows it.
enum ResultRow {
    /// `"url","title","number","kind","date","place"`; what a page lacks is an empty string.
    static func json(_ document: SearchDocument) -> [UInt8] {
        let fields = [
            document.url, document.title, document.number ?? "", document.facets["kind"]?.first ?? "",
            document.date ?? "", document.place ?? "",
        ]
        var bytes: [UInt8] = []
        JSONText.appendList(fields, to: &bytes) { JSONText.append($0, to: &$1) }
        return bytes
    }

    /// The files `d/N`: `[["url",…,text file],…]`, so many pages to a file.
    static func files(_ pages: [DocumentPostings], texts: [Int], perFile: Int) -> [SearchFile] {
        stride(from: 0, to: pages.count, by: perFile).map { start in
            var bytes: [UInt8] = [UInt8(ascii: "[")]
            JSONText.appendList(start..<min(start + perFile, pages.count), to: &bytes) { page, bytes in
                bytes.append(UInt8(ascii: "["))
                bytes.append(contentsOf: pages[page].row)
                bytes.append(contentsOf: ",\(texts[page])]".utf8)
            }
            bytes.append(UInt8(ascii: "]"))
            return SearchFile(ShardWriter.name("d", start / perFile), bytes)
        }
    }

    /// Pages to a file: a small site has few files, so that ten results seldom lie in ten; a large one small files.
    static func perFile(pages: Int) -> Int { pages > 3_000 ? 64 : max(256, (pages + 4) / 5) }
}
