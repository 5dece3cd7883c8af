/// What a misspelt syllable may have meant, and what is no misspelling: the syllables of the site, the most frequent first,
/// and those of the language.
enum WordList {
    private static let sizeLimit = 120_000

    /// The syllables of Vietnamese: those that two and more of 2,000 pages of the Vietnamese Wikipedia have and that are
    /// built as its syllables are.
    private static let language = PackageResources.syllables_txt.map { $0 == 0x0A ? 0x20 : $0 }.dropLast()

    /// `{"words":"của và các …","language":"a à á …"}`: exact forms, letters only, as many as there is room for.
    static func json(vocabulary: Vocabulary) -> [UInt8] {
        var counts = [Int](repeating: 0, count: vocabulary.exact.count)
        for page in vocabulary.numbers {
            for number in page { counts[Int(number)] += 1 }
        }
        let words = counts.indices.filter { isWord(vocabulary.exact, $0) }.sorted {
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
        bytes.append(contentsOf: "\",\"language\":\"".utf8)
        bytes.append(contentsOf: language)
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
