import VietnameseText

/// Every syllable of the site, numbered in the order of its folded form.
struct Vocabulary: Sendable {
    /// For each page, the vocabulary number of each of its syllables.
    let numbers: [[UInt32]]
    /// Rank of the folded form, by vocabulary number.
    let ranks: [UInt32]
    /// Mark code, by vocabulary number.
    let codes: [UInt8]
    /// The folded forms in byte order: index is the rank.
    let folded: [[UInt8]]
    /// All exact forms, by vocabulary number.
    let exact: SyllableTable

    /// Ranks from here on would not fit a term key; such syllables are left out.
    static let rankLimit = 1 << 21

    init(_ pages: [DocumentPostings]) {
        var exact = SyllableTable()
        var numbers: [[UInt32]] = []
        numbers.reserveCapacity(pages.count)
        for page in pages {
            var start = 0
            var own: [UInt32] = []
            own.reserveCapacity(page.ends.count)
            for end in page.ends {
                own.append(UInt32(truncatingIfNeeded: exact.number(of: page.syllables, start..<Int(end))))
                start = Int(end)
            }
            numbers.append(own)
        }

        var forms = SyllableTable()
        var formOf: [Int] = []
        var codes: [UInt8] = []
        for number in 0..<exact.count {
            let form = Folding.fold(Array(exact.bytes[exact.range(number)]))
            formOf.append(forms.number(of: form, form.indices))
            codes.append(MarkCode.code(exact.bytes, in: exact.range(number)))
        }
        let texts = (0..<forms.count).map { Array(forms.bytes[forms.range($0)]) }
        let order = texts.indices.sorted { texts[$0].lexicographicallyPrecedes(texts[$1]) }
        var rankOf = [UInt32](repeating: 0, count: order.count)
        for (rank, form) in order.enumerated() { rankOf[form] = UInt32(truncatingIfNeeded: rank) }

        self.numbers = numbers
        self.exact = exact
        self.codes = codes
        ranks = formOf.map { rankOf[$0] }
        folded = order.map { texts[$0] }
    }
}
