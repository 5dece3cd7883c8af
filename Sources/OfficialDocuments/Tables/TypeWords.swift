/// How type words end, so that the scan asks for them only where one may be.
struct TypeWords: Sendable {
    /// A word for documents.
    struct Meaning: Sendable {
        /// The canonical code of the type; `nil` for what stands for any document ("văn bản").
        var code: String?
    }

    /// Last syllables of all type words, and of "văn bản"; folded.
    let lastSyllables: Set<String>
    /// First syllables of those that have several, folded.
    let firstSyllables: WordSet
    /// The type words and "văn bản".
    let endings: PhraseEndings<Meaning>
    /// These syllables, "số" and "hiệu".
    let heads: WordSet
    /// The last byte of a word that may stand before a serial: the end of one of these, or a capital.
    let mayEnd: [Bool]

    init(_ types: DocumentTypes) {
        var endings = PhraseEndings<Meaning>()
        var last: Set<String> = []
        var first: Set<String> = []
        for (phrase, code) in [("van ban", nil)] + types.foldedWords {
            let words = phrase.split(separator: " ").map(String.init)
            endings.insert(words, Meaning(code: code))
            last.formUnion(words.suffix(1))
            if words.count > 1 { first.formUnion(words.prefix(1)) }
        }
        var ends = (0...255).map { $0 >= 0x80 || (0x41...0x5A).contains($0) }
        for syllable in last { if let byte = syllable.utf8.last { ends[Int(byte)] = true } }
        ends[Int(UInt8(ascii: "o"))] = true
        self.endings = endings
        mayEnd = ends
        lastSyllables = last
        firstSyllables = WordSet(first)
        heads = WordSet(last.union(["so", "hieu"]))
    }
}
