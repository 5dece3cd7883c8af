/// Document numbers by their serial: which page is the document, which pages cite it.
struct NumberIndex {
    /// Writes the shards under `search/n/`: serial → `[number, own pages, citing pages]`.
    static func write(_ pages: [DocumentPostings]) -> (files: [SearchFile], starts: [String]) {
        var own: [String: [Int]] = [:]
        var citing: [String: [Int]] = [:]
        for (index, page) in pages.enumerated() {
            for number in Set([page.number].compactMap { $0 } + page.otherNumbers) {
                own[number, default: []].append(index)
            }
            for number in Set(page.cites) where number != page.number { citing[number, default: []].append(index) }
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
            files.append(SearchFile(ShardWriter.path("n", files.count), current))
            current = []
        }
        for (serial, numbers) in bySerial.sorted(by: { $0.key < $1.key }) {
            var entry: [UInt8] = []
            JSONText.append(serial, to: &entry)
            entry.append(contentsOf: ":[".utf8)
            JSONText.appendList(numbers.sorted(), to: &entry) { number, bytes in
                bytes.append(UInt8(ascii: "["))
                JSONText.append(number, to: &bytes)
                for list in [own[number] ?? [], citing[number] ?? []] {
                    bytes.append(contentsOf: ",\"".utf8)
                    PostingCode.appendGaps(list, to: &bytes)
                    bytes.append(UInt8(ascii: "\""))
                }
                bytes.append(UInt8(ascii: "]"))
            }
            entry.append(UInt8(ascii: "]"))
            if !current.isEmpty, current.count + entry.count > 12_000 { close() }
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
