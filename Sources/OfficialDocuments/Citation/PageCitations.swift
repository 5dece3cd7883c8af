/// Settles what only the whole page can say: which number is its own, what a short form stands for, what a page
/// abbreviates, and which of two overlapping readings holds.
struct PageCitations {
    let text: ByteText
    private var found: [CitationScan.Found]
    private let own: DocumentNumber?
    private let knowledge: Knowledge
    private let typeNames: CitationNames
    private var types: DocumentTypes { knowledge.types }

    init(
        text: ByteText, found: [CitationScan.Found], own: DocumentNumber?, knowledge: Knowledge,
        typeNames: CitationNames
    ) {
        self.text = text
        self.found = found
        self.own = own
        self.knowledge = knowledge
        self.typeNames = typeNames
    }

    /// In reading order.
    var citations: [Citation] { found.map(\.citation) }

    mutating func settle() {
        guard !found.isEmpty else { return }
        markOwn()
        let abbreviated = AbbreviationReader(text: text, knowledge: knowledge, names: typeNames).read(found)
        if !abbreviated.isEmpty { found += abbreviated }
        if !isDisjoint { dropOverlaps() }
        let shorts = found.indices.filter {
            found[$0].citation.kind == .short && found[$0].citation.number == nil
        }
        guard !shorts.isEmpty else { return }
        fill(shorts)
        found.removeAll { $0.needsAntecedent && $0.citation.number == nil }
    }

    // MARK: The page's own number

    /// The first number behind "Số:" is the page's own, and the same number at the beginning of a line.
    private mutating func markOwn() {
        guard let first = found.firstIndex(where: { $0.isLabelled && isNumbered($0.citation) }),
            let key = found[first].citation.number?.key
        else {
            markTitle()
            return
        }
        for index in found.indices where found[index].citation.number?.key == key && isNumbered(found[index].citation) {
            if found[index].isLabelled || isLineStart(found[index].start) { found[index].citation.kind = .own }
        }
        guard let date = found[first].citation.date ?? headDate(after: found[first].end) else { return }
        for index in found.indices where found[index].citation.kind == .own && found[index].citation.date == nil {
            found[index].citation.date = date
        }
    }

    /// A page that opens with a number under a type word in capitals is that document.
    private mutating func markTitle() {
        guard let first = found.first, isNumbered(first.citation), first.citation.typeWord != nil,
            text.skipSpace(0) == first.start || first.start == 0
        else { return }
        let head = text.string(first.start..<first.citation.range.lowerBound)
        let letters = head.unicodeScalars.filter(\.properties.isAlphabetic)
        if !letters.isEmpty, letters.allSatisfy(\.properties.isUppercase) { found[0].citation.kind = .own }
    }

    private func isNumbered(_ citation: Citation) -> Bool {
        citation.kind == .full || citation.kind == .variant || citation.kind == .own
    }

    /// Whether only list marks, table bars and space stand between the beginning of the line and `offset`.
    private func isLineStart(_ offset: Int) -> Bool {
        var index = offset
        while index > 0 {
            let start = text.previous(index)
            guard let (scalar, _) = text.scalar(at: start) else { return false }
            switch scalar {
            case 0x0A: return true
            case 0x20, 0x09, 0x0D, 0xA0, 0x2A, 0x23, 0x2D, 0x7C, 0x2022, 0xFEFF: index = start
            default: return false
            }
        }
        return true
    }

    /// "Lâm Đồng, ngày 27 tháng 02 năm 2018" or "Ngày ban hành: 27/02/2018" in the head of the page.
    private func headDate(after offset: Int) -> PartialDate? {
        var index = offset
        let limit = min(text.count, offset + 200)
        while index < limit {
            if let word = text.word(at: index) {
                if word.folded == "ngay", let (date, _) = DateReader(text: text).read(from: index) { return date }
                if word.folded == "ngay", let issued = text.skip(["ban", "hanh"], from: word.range.upperBound) {
                    var value = text.skipSpace(issued)
                    if [UInt8(ascii: ":"), UInt8(ascii: "|")].contains(text.byte(value)) { value += 1 }
                    if let (date, _) = DateReader(text: text).read(from: value, isLabelled: false) { return date }
                }
                if ["can", "theo", "xet", "dieu"].contains(word.folded) { return nil }
                index = word.range.upperBound
            } else {
                index = text.scalar(at: index)?.end ?? limit
            }
        }
        return nil
    }

    // MARK: Overlaps

    /// Whether nothing can overlap: each citation begins behind the one before, and no name stands in a title.
    private var isDisjoint: Bool {
        var end = 0
        for index in found.indices {
            let range = found[index].citation.range
            if found[index].citation.kind == .name || range.lowerBound < end { return false }
            end = range.upperBound
        }
        return true
    }

    /// A number beats a name that holds it or stands in its title; an alias beats the pattern of a title; of two names
    /// or short forms the longer one holds.
    private mutating func dropOverlaps() {
        let starts = found.indices.map {
            (start: found[$0].citation.range.lowerBound, rank: -rank(found[$0]), index: $0)
        }
        let ordered = starts.sorted { ($0.start, $0.rank, $0.index) < ($1.start, $1.rank, $1.index) }
        var kept: [CitationScan.Found] = []
        /// Where the tail of the last number ends: names before it are its title.
        var titleEnd = 0
        for place in ordered {
            let item = found[place.index]
            let range = item.citation.range
            if item.citation.kind == .name, range.upperBound <= titleEnd { continue }
            var isBeaten = false
            while let last = kept.indices.last, kept[last].citation.range.upperBound > range.lowerBound {
                if rank(kept[last]) >= rank(item) {
                    isBeaten = true
                    break
                }
                kept.removeLast()
            }
            if isBeaten { continue }
            if isNumbered(item.citation) || item.citation.kind == .elided {
                // "Bộ luật Hình sự số 100/2015/QH13": the name of a law in the head of its number.
                while let last = kept.indices.last, case .law = kept[last].citation.name,
                    kept[last].citation.range.lowerBound >= item.start
                {
                    kept.removeLast()
                }
                titleEnd = max(titleEnd, item.end)
                // "Nghị quyết Trung ương 7 (khóa XI)" before it may be its own name; a name that holds it is not.
            }
            kept.append(item)
        }
        found = kept
    }

    /// What holds when two readings overlap: the greater.
    private func rank(_ item: CitationScan.Found) -> Int {
        let length = min(item.citation.range.count, 9_999)
        switch item.citation.kind {
        case .full, .own, .variant, .elided: return 40_000
        case .short: return 10_000 + length
        case .name: return (item.citation.name == .title ? 0 : 20_000) + length
        }
    }

    // MARK: Short forms

    /// Finds what each of `shorts` stands for.
    private mutating func fill(_ shorts: [Int]) {
        let numbered = found.indices.filter { found[$0].citation.number != nil && found[$0].citation.kind != .short }
        let serials = Set(shorts.compactMap { found[$0].citation.serial.map(stripped) })
        let bySerial = citations(among: numbered, of: serials)
        // The page's own number is one number, stated a few times.
        let owned = numbered.filter { found[$0].citation.kind == .own }.prefix(4).map { found[$0].citation }
        for index in shorts {
            let citation = found[index].citation
            if found[index].isDemonstrative {
                found[index].citation.number = antecedent(of: citation, in: numbered, owned: owned)
                continue
            }
            guard let serial = citation.serial.map(stripped) else { continue }
            if let number = full(citation, among: bySerial[serial] ?? []) {
                found[index].citation.number = number
            } else if let type = citation.typeWord, let year = citation.year {
                found[index].citation.number = knowledge.number(
                    type: type, serial: citation.serial ?? serial, year: year, issuer: citation.issuerPhrase)
            }
        }
    }

    /// The citations among `numbered` by those of the `serials`, one for each number and type word.
    private func citations(among numbered: [Int], of serials: Set<String>) -> [String: [Citation]] {
        guard !serials.isEmpty else { return [:] }
        var result: [String: [Citation]] = [:]
        var known: Set<String> = []
        for index in numbered {
            guard let number = found[index].citation.number else { continue }
            let serial = stripped(number.serial)
            guard serials.contains(serial),
                known.insert("\(number.key.text) \(found[index].citation.typeWord ?? "")").inserted
            else { continue }
            result[serial, default: []].append(found[index].citation)
        }
        return result
    }

    /// The one number of the page that a short form can stand for.
    private func full(_ short: Citation, among citations: [Citation]) -> DocumentNumber? {
        var only: DocumentNumber?
        for citation in citations where isCompatible(short, citation) {
            guard let number = citation.number, short.year == nil || short.year == number.fullYear else { continue }
            if let only, only.key != number.key { return nil }
            only = only ?? number
        }
        return only
    }

    private func stripped(_ serial: String) -> String {
        let bare = serial.drop { $0 == "0" }
        return bare.isEmpty ? serial : bare.lowercased()
    }

    /// Whether the type word of the short form can mean the full citation; a scheme or programme may be named by the
    /// decision that issued it (Đề án 402 of Quyết định 402-QĐ/TU).
    private func isCompatible(_ short: Citation, _ full: Citation) -> Bool {
        guard let word = short.typeWord else { return true }
        let wanted = types.typeClass(of: word)
        if let type = full.number?.type {
            let own = types.typeClass(of: type)
            if own == wanted { return true }
            return own == "QĐ" && ["ĐA", "CTr", "QC", "PA", "CL", "KH"].contains(wanted)
        }
        if full.number?.family == .letter { return wanted == "CV" || full.typeWord == word }
        return full.typeWord.map { types.typeClass(of: $0) == wanted } ?? false
    }

    /// The one document of the type that the same block named before; none if the page itself is of the type.
    private func antecedent(of short: Citation, in numbered: [Int], owned: [Citation]) -> DocumentNumber? {
        guard let word = short.typeWord else { return nil }
        let wanted = types.typeClass(of: word)
        if let own, own.type.map(types.typeClass(of:)) == wanted { return nil }
        if owned.contains(where: { isCompatible(short, $0) }) { return nil }
        let start = short.range.lowerBound
        let upper = numbered.partitioningIndex { found[$0].start >= start }
        var keys: Set<NumberKey> = []
        var nearest: DocumentNumber?
        var checked = start
        for candidate in numbered[..<upper].reversed() {
            let end = found[candidate].citation.range.upperBound
            guard end <= checked, start - end < 1000, !hasBreak(end..<checked) else { break }
            checked = end
            guard let number = found[candidate].citation.number, isCompatible(short, found[candidate].citation) else {
                continue
            }
            keys.insert(number.key)
            nearest = nearest ?? number
        }
        return keys.count == 1 ? nearest : nil
    }

    private func hasBreak(_ range: Range<Int>) -> Bool {
        var last: UInt8 = 0
        for byte in text.bytes[range] where byte != 0x20 && byte != 0x0D {
            if byte == 0x0A, last == 0x0A { return true }
            last = byte
        }
        return false
    }
}

extension Array {
    /// The first index whose element satisfies `belongs`, given that all behind it do.
    fileprivate func partitioningIndex(_ belongs: (Element) -> Bool) -> Int {
        var lower = startIndex
        var upper = endIndex
        while lower < upper {
            let middle = lower + (upper - lower) / 2
            if belongs(self[middle]) { upper = middle } else { lower = middle + 1 }
        }
        return lower
    }
}
