/// One pass over a page. Digits are where numbers and short forms are looked for, the beginnings of words where names
/// are; every other byte costs one look-up.
struct CitationScan {
    /// A citation with what the page-wide rules need to know of it.
    struct Found {
        var citation: Citation
        /// Where its head begins: the pinpoint, the type word or "số".
        var start: Int
        /// Where its tail ends: date, issuer, term, title.
        var end: Int
        /// "Số:" stands before it.
        var isLabelled = false
        /// A short form that needs a full number elsewhere in the page.
        var needsAntecedent = false
        /// "Nghị quyết này".
        var isDemonstrative = false
    }

    let text: ByteText
    let grammar: NumberGrammar
    let names: CitationNames
    var found: [Found] = []
    private(set) var nearMisses: [NearMiss] = []
    var forms = NumberForms()
    var knowledge: Knowledge { grammar.knowledge }

    init(text: ByteText, grammar: NumberGrammar, names: CitationNames) {
        self.text = text
        self.grammar = grammar
        self.names = names
    }

    /// What was found, which the scan then no longer holds.
    mutating func takeFound() -> [Found] {
        defer { found = [] }
        return found
    }

    mutating func run() {
        let bytes = text.bytes
        let classes = ByteClass.table
        let openings = names.openings.table
        let count = bytes.count
        var index = 0
        while index < count {
            let byte = bytes[index]
            switch classes[Int(byte)] {
            case ByteClass.letter:
                let second = index + 1 < count ? bytes[index + 1] : 0
                let third = index + 2 < count ? bytes[index + 2] : 0
                if openings[WordOpenings.slot(byte, second, third)] {
                    let end = name(at: index)
                    if end > index { index = end; continue }
                }
                index += 1
                while index < count {
                    // Small ASCII letters are most of any text.
                    let next = bytes[index]
                    guard next &- 0x61 < 26 || classes[Int(next)] == ByteClass.letter else { break }
                    index += 1
                }
            case ByteClass.digit:
                index = max(digits(at: index), index + 1)
            case ByteClass.symbol:
                index = max(text.scalar(at: index)?.end ?? count, index + 1)
            default:
                index += 1
            }
        }
    }

    // MARK: Digits

    /// Looks for a number, a list or a short form at the digits at `start`; returns where to go on.
    private mutating func digits(at start: Int) -> Int {
        var end = start
        while text.isDigit(end) { end += 1 }
        let screen = DigitScreen(text: text, knowledge: knowledge)
        guard end - start <= 5, screen.isBoundary(start) else { return end }
        if screen.mayBeNumber(digitsEnd: end), let next = number(at: start) { return next }
        guard end - start <= 5, text.byte(start - 1) != 0 else { return end }
        return partial(at: start, digitsEnd: end) ?? end
    }

    private mutating func number(at start: Int) -> Int? {
        guard let (shape, form) = forms.shape(at: start, in: text, grammar), isClosed(at: shape.end) else { return nil }
        if text.byte(shape.end) == UInt8(ascii: "&"), text.byte(shape.end + 1) == UInt8(ascii: "#"),
            let miss = NearMissReader(text: text, grammar: grammar).encoded(start)
        {
            nearMisses.append(miss)
            return miss.range.upperBound
        }
        if let miss = NearMissReader(text: text, grammar: grammar).glued(shape) {
            nearMisses.append(miss)
            return shape.end
        }
        // "số 18-NQ, 19-NQ/TW": a type without an issuer may be a member of a list.
        if shape.parts.count == 1, shape.year == nil, grammar.types.find(shape.parts[0].code.text) != nil,
            let next = partial(at: start, digitsEnd: shape.serialEnd)
        {
            return next
        }
        let head = HeadReader(text: text, knowledge: knowledge).read(before: start)
        var evidence = head.head
        if evidence.type == nil, let type = lastTypeWord(before: head.start) {
            // "sắc lệnh 19/SL và 20/SL": the type word speaks for both that they are numbers, not of what type.
            evidence.type = type
            evidence.isDocument = true
        }
        guard let reading = forms.reading(of: shape, form: form, head: evidence, in: text, grammar),
            !isRefused(start, head)
        else { return nil }
        append(reading, at: start, head: head)
        return reading.reading.end
    }

    /// The type word of the number before, if nothing but a conjunction parts it from a head that begins at `start`.
    private func lastTypeWord(before start: Int) -> String? {
        guard let last = found.indices.last, found[last].citation.number != nil,
            let type = found[last].citation.typeWord, isJoint(from: found[last].citation.range.upperBound, to: start)
        else { return nil }
        return type
    }

    /// Not before a word character, `/digit` or the extension of a file.
    private func isClosed(at end: Int) -> Bool {
        if text.byte(end) == UInt8(ascii: "/"), text.isDigit(end + 1) { return false }
        if text.byte(end) == UInt8(ascii: "."), let word = text.word(at: end + 1),
            ["pdf", "doc", "docx", "xls", "xlsx", "htm", "html", "aspx", "zip", "rar", "jpg", "png"].contains(
                word.folded)
        {
            return false
        }
        return true
    }

    /// Part of an address on the web, the number of a standard, a blank "Số: /2026/TT-BGDĐT".
    private func isRefused(_ start: Int, _ head: HeadReader.Reading) -> Bool {
        if let word = WordHash.read(in: text, endingAt: start), knowledge.refused.refuses(after: word.hash) {
            return true
        }
        let before = text.skipSpaceBack(start)
        if before < start, text.byte(before - 1) == UInt8(ascii: "/"), !head.head.hasSo { return true }
        var index = start
        while index > 0, start - index < 300, text.byte(index - 1) > 0x20 { index -= 1 }
        while index < start {
            let byte = text.bytes[index]
            if byte == UInt8(ascii: ":"), text.has("://", at: index) { return true }
            if byte == UInt8(ascii: "w"), text.has("www.", at: index) { return true }
            index += 1
        }
        return false
    }

    mutating func append(_ form: NumberForms.Reading, at start: Int, head: HeadReader.Reading) {
        let reading = form.reading
        let kind: Citation.Kind = form.isCanonical ? .full : .variant
        var citation = Citation(range: start..<reading.end, kind: kind, number: reading.number)
        citation.deviations = form.isCanonical ? [] : reading.deviations
        citation.typeWord = head.head.type
        var headStart = head.start
        // "pháp luật số 80/2015/QH13" ends a title.
        let isSmallLaw = head.head.type == "Luật" && text.letter(at: head.start)?.isUpper == false
        if head.head.type == nil || isSmallLaw, reading.number.family == .assembly,
            let distant = HeadReader(text: text, knowledge: knowledge).distantType(before: head.start)
        {
            (citation.typeWord, headStart) = (distant.code, distant.start)
            citation.title = text.string(distant.title)
        }
        var item = Found(citation: citation, start: headStart, end: reading.end)
        item.isLabelled = head.isLabel
        surround(&item)
        found.append(item)
    }

    /// Reads pinpoint, relation and tail of `item`.
    func surround(_ item: inout Found) {
        let before = text.skipSpaceBack(item.start)
        var isBehindWord = text.isWord(before: before)
        if isBehindWord || text.byte(before - 1) == UInt8(ascii: ","),
            let (pinpoint, start) = HeadReader(text: text, knowledge: knowledge).pinpoint(before: item.start)
        {
            item.citation.pinpoint = pinpoint
            item.start = start
            isBehindWord = text.isWord(before: text.skipSpaceBack(start))
        }
        if isBehindWord {
            let reader = RelationReader(text: text, phrases: knowledge.relations)
            item.citation.relation = reader.ownPhrase(before: item.start)
        }
        let tail = TailReader(text: text, knowledge: knowledge).read(from: item.end)
        item.citation.date = tail.date
        item.citation.issuerPhrase = tail.issuer ?? item.citation.issuerPhrase
        item.citation.term = item.citation.term ?? tail.term
        item.citation.title = tail.title ?? item.citation.title
        item.end = tail.end
        if isBehindWord, item.citation.issuerPhrase == nil, item.citation.kind != .name,
            let lead = LeadReader(text: text, knowledge: knowledge).read(before: item.start)
        {
            item.citation.issuerPhrase = lead.issuer
            item.citation.date = item.citation.date ?? lead.date
        }
        // "Chỉ thị số 24 và Chỉ thị số 25": one phrase governs both.
        if item.citation.relation == nil, let last = found.indices.last, let relation = found[last].citation.relation,
            found[last].end <= item.start, found[last].citation.number != nil,
            isJoint(from: found[last].end, to: item.start)
        {
            item.citation.relation = relation
        }
    }

    /// Whether a conjunction, and nothing else, stands between two offsets.
    func isJoint(from start: Int, to limit: Int) -> Bool {
        guard start < limit, limit - start < 24 else { return false }
        var end = text.skipSpace(start)
        if [UInt8(ascii: ","), UInt8(ascii: ";")].contains(text.byte(end)) { end = text.skipSpace(end + 1) }
        if let word = text.nextWord(end), word.folded == "va" || word.folded == "cac" { end = word.range.upperBound }
        return text.skipSpace(end) >= limit && end <= limit
    }
}
