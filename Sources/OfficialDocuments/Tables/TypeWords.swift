/// How type words end, so that the scan asks for them only where one may be.
struct TypeWords: Sendable {
    /// Last syllables of all type words, and of "văn bản"; folded.
    let lastSyllables: Set<String>
    /// The hashes of these, of "số" and of "hiệu".
    let headHashes: Set<UInt64>
    /// The last byte of a word that may stand before a serial: the end of one of these, or a capital.
    let mayEnd: [Bool]

    init(_ types: DocumentTypes) {
        var syllables: Set<String> = ["ban"]
        for word in types.all.flatMap(\.words) {
            let bytes = Array(word.utf8)
            if let last = ByteText(bytes).previousWord(bytes.count) { syllables.insert(last.folded) }
        }
        var ends = (0...255).map { $0 >= 0x80 || (0x41...0x5A).contains($0) }
        for syllable in syllables { if let last = syllable.utf8.last { ends[Int(last)] = true } }
        ends[Int(UInt8(ascii: "o"))] = true
        lastSyllables = syllables
        headHashes = Set(syllables.union(["so", "hieu"]).map { WordHash.hash($0.utf8) })
        mayEnd = ends
    }
}
