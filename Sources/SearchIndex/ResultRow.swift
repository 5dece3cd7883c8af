/// A page as a search result shows it.
enum ResultRow {
    /// The length of the excerpt kept in the index, in bytes: a line or two on a screen.
    private static let excerptLimit = 120

    /// `["url","title","number","kind","date","excerpt"]`; what a page lacks is an empty string.
    static func json(_ document: SearchDocument) -> [UInt8] {
        let fields = [
            document.url, document.title, document.number ?? "", document.facets["kind"]?.first ?? "",
            document.date ?? "", excerpt(document),
        ]
        var bytes: [UInt8] = [UInt8(ascii: "[")]
        JSONText.appendList(fields, to: &bytes) { JSONText.append($0, to: &$1) }
        bytes.append(UInt8(ascii: "]"))
        return bytes
    }

    /// The summary, or else how the page begins, cut between words.
    private static func excerpt(_ document: SearchDocument) -> String {
        let opening = document.body.first { $0.text.utf8.count > 40 } ?? document.body.first
        let text = document.summary.isEmpty ? opening?.text ?? "" : document.summary
        let bytes = Array(text.utf8)
        guard bytes.count > excerptLimit else { return text }
        var end = excerptLimit
        while end > 0, bytes[end] != 0x20 { end -= 1 }
        if end == 0 {
            end = excerptLimit
            while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        }
        return String(decoding: bytes[..<end], as: UTF8.self) + "…"
    }
}
