/// The syllables of the site in the order of how many pages have them: what a misspelt syllable may have meant.
enum WordList {
    private static let sizeLimit = 56_000

    /// `{"words":"của và các …"}`: exact forms, letters only, those of one page alone left out on larger sites.
    static func json(vocabulary: Vocabulary, pages: Int) -> [UInt8] {
        var counts = [Int](repeating: 0, count: vocabulary.exact.count)
        for page in vocabulary.numbers {
            for number in page { counts[Int(number)] += 1 }
        }
        let fewest = pages > 100 ? 2 : 1
        let words = counts.indices.filter { counts[$0] >= fewest && isWord(vocabulary.exact, $0) }.sorted {
            counts[$0] != counts[$1]
                ? counts[$0] > counts[$1]
                : vocabulary.exact.bytes[vocabulary.exact.range($0)].lexicographicallyPrecedes(
                    vocabulary.exact.bytes[vocabulary.exact.range($1)])
        }
        var bytes = Array("{\"words\":\"".utf8)
        for word in words {
            guard bytes.count < sizeLimit else { break }
            if bytes.last != UInt8(ascii: "\"") { bytes.append(UInt8(ascii: " ")) }
            bytes.append(contentsOf: vocabulary.exact.bytes[vocabulary.exact.range(word)])
        }
        bytes.append(contentsOf: "\"}".utf8)
        return bytes
    }

    private static func isWord(_ table: SyllableTable, _ number: Int) -> Bool {
        let range = table.range(number)
        guard range.count <= 12 else { return false }
        for index in range where table.bytes[index] >= 0x30 && table.bytes[index] <= 0x39 { return false }
        return true
    }
}
