/// Document numbers by their serial: which documents bear one, and which pages cite them.
struct NumberIndex {
    private static let fileLimit = 30_000

    /// Writes the shards under `search/n/`: serial → `[number, [[page, date, places, citing pages], …], citing pages]`,
    /// where the last are pages that cite the number without saying which of its documents.
    static func write(
        _ pages: [DocumentPostings], documents: [NumberedDocument]
    ) -> (files: [SearchFile], starts: [String]) {
        let indices = Dictionary(pages.enumerated().map { ($1.url, $0) }) { first, _ in first }
        var own: [String: [NumberedDocument]] = [:]
        var citing: [String: [Int]] = [:]
        for document in documents where indices[document.url] != nil {
            own[document.number, default: []].append(document)
        }
        for (index, page) in pages.enumerated() {
            for number in Set(page.uncertain) { citing[number, default: []].append(index) }
        }
        var bySerial: [String: [String]] = [:]
        for number in Set(own.keys).union(citing.keys) {
            if let serial = NumberKey.serial(of: number) { bySerial[serial, default: []].append(number) }
        }

        var files: [SearchFile] = []
        var starts: [String] = []
        var current: [UInt8] = []
        func close() {
            current.append(UInt8(ascii: "}"))
            files.append(SearchFile(ShardWriter.name("n", files.count), current))
            current = []
        }
        for (serial, numbers) in bySerial.sorted(by: { $0.key < $1.key }) {
            var entry: [UInt8] = []
            JSONText.append(serial, to: &entry)
            entry.append(contentsOf: ":[".utf8)
            JSONText.appendList(numbers.sorted(), to: &entry) { number, bytes in
                append(number, own[number] ?? [], citing[number] ?? [], indices, to: &bytes)
            }
            entry.append(UInt8(ascii: "]"))
            if !current.isEmpty, current.count + entry.count > fileLimit { close() }
            if current.isEmpty {
                starts.append(serial)
                current.append(UInt8(ascii: "{"))
            } else {
                current.append(UInt8(ascii: ","))
            }
            current.append(contentsOf: entry)
        }
        if !current.isEmpty { close() }
        return (files, starts)
    }

    private static func append(
        _ number: String, _ documents: [NumberedDocument], _ citing: [Int], _ indices: [String: Int],
        to bytes: inout [UInt8]
    ) {
        func append(_ pages: [Int], to bytes: inout [UInt8]) {
            bytes.append(contentsOf: ",\"".utf8)
            PostingCode.appendGaps(pages, to: &bytes)
            bytes.append(UInt8(ascii: "\""))
        }
        bytes.append(UInt8(ascii: "["))
        JSONText.append(number, to: &bytes)
        bytes.append(contentsOf: ",[".utf8)
        let ordered = documents.sorted { (indices[$0.url] ?? 0) < (indices[$1.url] ?? 0) }
        JSONText.appendList(ordered, to: &bytes) { document, bytes in
            bytes.append(contentsOf: "[\(indices[document.url] ?? 0),".utf8)
            JSONText.append(document.date ?? "", to: &bytes)
            bytes.append(contentsOf: ",[".utf8)
            JSONText.appendList(document.places, to: &bytes) { JSONText.append($0, to: &$1) }
            bytes.append(UInt8(ascii: "]"))
            append(Set(document.citing.compactMap { indices[$0] }).sorted(), to: &bytes)
            bytes.append(UInt8(ascii: "]"))
        }
        bytes.append(UInt8(ascii: "]"))
        append(citing, to: &bytes)
        bytes.append(UInt8(ascii: "]"))
    }
}

/// What of a document number everyone types alike.
enum NumberKey {
    /// The serial of `number` without leading zeros: "24" of `024-CT/TU`; `nil` if there is no digit.
    static func serial(of number: String) -> String? {
        let digits = number.utf8.drop { $0 < 0x30 || $0 > 0x39 }.prefix { $0 >= 0x30 && $0 <= 0x39 }
        guard !digits.isEmpty else { return nil }
        let significant = digits.drop { $0 == 0x30 }
        return significant.isEmpty ? "0" : String(decoding: significant.prefix(12), as: UTF8.self)
    }
}
