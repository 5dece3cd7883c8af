/// Which pages have which value of each facet, and the order of dates.
struct FacetColumns {
    /// The facets that occur, in byte order of their names.
    let names: [String]
    let files: [SearchFile]

    init(_ pages: [DocumentPostings]) {
        var columns: [String: [String: [Int]]] = [:]
        for (index, page) in pages.enumerated() {
            for (facet, values) in page.facets {
                for value in Set(values) where !value.isEmpty {
                    columns[facet, default: [:]][value, default: []].append(index)
                }
            }
        }
        names = columns.keys.sorted()
        var files: [SearchFile] = []
        for name in names {
            var bytes: [UInt8] = [UInt8(ascii: "{")]
            JSONText.appendList((columns[name] ?? [:]).sorted { $0.key < $1.key }, to: &bytes) { column, bytes in
                JSONText.append(column.key, to: &bytes)
                bytes.append(contentsOf: ":\"".utf8)
                PostingCode.appendGaps(column.value, to: &bytes)
                bytes.append(UInt8(ascii: "\""))
            }
            bytes.append(UInt8(ascii: "}"))
            files.append(SearchFile("f/\(name)", bytes))
        }
        files.append(SearchFile("f/date", Self.dates(pages)))
        self.files = files
    }

    /// `{"dates":"…"}`: three digits a page, later dates greater, 0 for none.
    private static func dates(_ pages: [DocumentPostings]) -> [UInt8] {
        var bytes = Array("{\"dates\":\"".utf8)
        for page in pages { PostingCode.appendFixed(ordinal(page.date), digits: 3, to: &bytes) }
        bytes.append(contentsOf: "\"}".utf8)
        return bytes
    }

    /// Days since the year 1000 in months of 31 days: not a calendar, but in order.
    private static func ordinal(_ date: String?) -> Int {
        guard let parts = date?.split(separator: "-").map({ Int($0.prefix(4)) ?? 0 }), let year = parts.first else {
            return 0
        }
        let month = parts.count > 1 ? parts[1] : 1
        let day = parts.count > 2 ? Int((date ?? "").split(separator: "-")[2].prefix(2)) ?? 1 : 1
        return min(max((year - 1000) * 372 + (month - 1) * 31 + day, 0), 704_000)
    }
}
