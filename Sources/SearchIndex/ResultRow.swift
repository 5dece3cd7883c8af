import Deflation

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

    /// Pages to a file. On a large site ten results lie in ten files, which are therefore small. A small one has as few files
    /// as titles allow, since each is a request more.
    static func perFile(_ pages: [DocumentPostings]) -> Int {
        guard pages.count <= SearchIndexBuilder.smallSite else { return 64 }
        let files = max((Zlib.deflate(pages.flatMap(\.row)).count + fileSize - 1) / fileSize, 1)
        return max((pages.count + files - 1) / files, 256)
    }

    /// Of a file on a small site, deflated.
    private static let fileSize = 12_000
}
