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
    private(set) var found: [Found] = []
    private(set) var nearMisses: [NearMiss] = []
    private var knowledge: Knowledge { grammar.knowledge }

    init(text: ByteText, grammar: NumberGrammar, names: CitationNames) {
        self.text = text
        self.grammar = grammar
        self.names = names
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
        guard let shape = grammar.shape(in: text, at: start), isClosed(at: shape.end) else { return nil }
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
        let reader = HeadReader(text: text, knowledge: knowledge)
        let head = reader.read(before: start)
        var evidence = head.head
        if evidence.type == nil, let last = found.last, last.citation.number != nil, let type = last.citation.typeWord,
            isJoint(from: last.citation.range.upperBound, to: head.start)
        {
            // "sắc lệnh 19/SL và 20/SL": the type word speaks for both that they are numbers, not of what type.
            evidence.type = type
            evidence.isDocument = true
        }
        guard let reading = grammar.classify(shape, head: evidence), !isRefused(start, head) else { return nil }
        append(reading, at: start, head: head)
        return found.last?.citation.range.upperBound
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
        if let word = text.previousWord(start), knowledge.refused.refuses(after: word.folded) { return true }
        let before = text.skipSpaceBack(start)
        if before < start, text.byte(before - 1) == UInt8(ascii: "/"), !head.head.hasSo { return true }
        var index = start
        while index > 0, start - index < 300, text.byte(index - 1) > 0x20 { index -= 1 }
        while index < start {
            if text.has("://", at: index) || text.has("www.", at: index) { return true }
            index += 1
        }
        return false
    }

    private mutating func append(_ reading: NumberGrammar.Reading, at start: Int, head: HeadReader.Reading) {
        let isCanonical = text.string(start..<reading.end) == reading.number.description
        let kind: Citation.Kind = isCanonical ? .full : .variant
        var citation = Citation(range: start..<reading.end, kind: kind, number: reading.number)
        citation.deviations = isCanonical ? [] : reading.deviations
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
    private func surround(_ item: inout Found) {
        if let (pinpoint, start) = HeadReader(text: text, knowledge: knowledge).pinpoint(before: item.start) {
            item.citation.pinpoint = pinpoint
            item.start = start
        }
        item.citation.relation = RelationReader(text: text, phrases: knowledge.relations).ownPhrase(before: item.start)
        let tail = TailReader(text: text, knowledge: knowledge).read(from: item.end)
        item.citation.date = tail.date
        item.citation.issuerPhrase = tail.issuer ?? item.citation.issuerPhrase
        item.citation.term = item.citation.term ?? tail.term
        item.citation.title = tail.title ?? item.citation.title
        item.end = tail.end
        if item.citation.issuerPhrase == nil, item.citation.kind != .name,
            let lead = LeadReader(text: text, knowledge: knowledge).read(before: item.start)
        {
            item.citation.issuerPhrase = lead.issuer
            item.citation.date = item.citation.date ?? lead.date
        }
        // "Chỉ thị số 24 và Chỉ thị số 25": one phrase governs both.
        if item.citation.relation == nil, let last = found.last, last.end <= item.start, last.citation.number != nil,
            isJoint(from: last.end, to: item.start)
        {
            item.citation.relation = last.citation.relation
        }
    }

    /// Whether a conjunction, and nothing else, stands between two offsets.
    private func isJoint(from start: Int, to limit: Int) -> Bool {
        guard start < limit, limit - start < 24 else { return false }
        var end = text.skipSpace(start)
        if [UInt8(ascii: ","), UInt8(ascii: ";")].contains(text.byte(end)) { end = text.skipSpace(end + 1) }
        if let word = text.nextWord(end), word.folded == "va" || word.folded == "cac" { end = word.range.upperBound }
        return text.skipSpace(end) >= limit && end <= limit
    }

    // MARK: Lists and short forms

    /// A member of a list whose code stands at its end, or a short form.
    private mutating func partial(at start: Int, digitsEnd end: Int) -> Int? {
        guard hasHead(before: start) else { return nil }
        let head = HeadReader(text: text, knowledge: knowledge).read(before: start)
        guard head.head.hasSo || head.head.type != nil else { return nil }
        if let list = ElidedList(text: text, grammar: grammar).read(at: start, head: head.head) {
            for (index, member) in list.members.enumerated() {
                var citation = Citation(range: member.range, kind: .elided, number: member.number)
                citation.typeWord = head.head.type
                citation.year = member.year
                var item = Found(
                    citation: citation, start: index == 0 ? head.start : member.range.lowerBound,
                    end: member.range.upperBound)
                if index == 0 { surround(&item) } else { item.citation.relation = found.last?.citation.relation }
                found.append(item)
            }
            var last = HeadReader.Reading(head: head.head, start: list.last)
            last.head.hasSo = true
            guard let shape = grammar.shape(in: text, at: list.last),
                let reading = grammar.classify(shape, head: last.head)
            else { return list.last }
            append(reading, at: list.last, head: last)
            return found.last?.citation.range.upperBound
        }
        guard let first = ShortForm(text: text, knowledge: knowledge).read(at: start, digitsEnd: end, head: head)
        else { return nil }
        let rest = SerialList(text: text, grammar: grammar).read(behind: first)
        let follows = found.last.map { !$0.needsAntecedent && isJoint(from: $0.end, to: head.start) } ?? false
        append(
            first, head: head, isIssued: rest.first.map { !$0.needsAntecedent } ?? (follows && first.isNote),
            tail: rest.last?.end)
        for member in rest { append(member, head: head, like: found.last) }
        return rest.last?.end ?? first.end
    }

    /// A short form behind its type word; `tail` is where the list it begins ends, and with it date and issuer begin.
    private mutating func append(
        _ short: ShortForm.Reading,
        head: HeadReader.Reading,
        isIssued: Bool,
        tail: Int?
    ) {
        var citation = Citation(range: head.start..<short.end, kind: .short, number: nil)
        citation.serial = text.string(short.serial)
        citation.year = short.year
        citation.typeWord = head.head.type
        var item = Found(citation: citation, start: head.start, end: tail ?? short.end)
        item.needsAntecedent = short.needsAntecedent && !isIssued
        surround(&item)
        found.append(item)
    }

    /// A further member of a list: what stands beside the first stands beside all.
    private mutating func append(_ short: ShortForm.Reading, head: HeadReader.Reading, like first: Found?) {
        var citation = Citation(range: short.serial.lowerBound..<short.end, kind: .short, number: nil)
        citation.serial = text.string(short.serial)
        citation.year = short.year
        citation.typeWord = head.head.type
        citation.date = first?.citation.date
        citation.issuerPhrase = first?.citation.issuerPhrase
        citation.term = first?.citation.term
        citation.relation = first?.citation.relation
        var item = Found(citation: citation, start: short.serial.lowerBound, end: first?.end ?? short.end)
        item.needsAntecedent = short.needsAntecedent
        found.append(item)
    }

    /// A cheap look at the word before the digits: "số", a type word's last syllable, or a capital (a code).
    private func hasHead(before start: Int) -> Bool {
        var end = text.skipSpaceBack(start)
        if end > 0, text.byte(end - 1) == UInt8(ascii: ":") { end = text.skipSpaceBack(end - 1) }
        guard end > 0, knowledge.typeWords.mayEnd[Int(text.byte(end - 1))] else { return false }
        let wordStart = text.wordStart(before: end)
        guard let (hash, wordEnd) = WordHash.read(in: text, at: wordStart) else { return false }
        if wordEnd == end, knowledge.typeWords.headHashes.contains(hash) { return true }
        guard end - wordStart <= 6, text.letter(at: wordStart)?.isUpper == true else { return false }
        return grammar.types.find(text.string(wordStart..<end)) != nil
    }

    // MARK: Names

    /// Where the name of a law that may end at `end` does: not inside a longer name ("Luật Bảo hiểm xã hội" is no Luật Bảo
    /// hiểm).
    private func lawEnd(_ end: Int) -> Int? {
        guard !text.isWord(at: end), text.byte(end) != UInt8(ascii: "-") else { return nil }
        if lawYear(from: end) != nil { return end }
        let mark = text.skipSpace(end)
        // Names go on behind a comma before a small word: "Luật Phòng, chống tham nhũng".
        if text.byte(mark) == UInt8(ascii: ",") {
            guard let next = text.nextWord(mark + 1) else { return end }
            return next.isCapital || isBehindLaw(next) ? end : nil
        }
        guard let next = text.word(at: mark) else { return end }
        if ["va", "hoac", "hay"].contains(next.folded) {
            // "Luật Đất đai và Luật Nhà ở", not "Luật Đất đai và nhà ở".
            return text.nextWord(next.range.upperBound)?.isCapital == true ? end : nil
        }
        return isBehindLaw(next) ? end : nil
    }

    /// Whether a word, marks and all, follows the name of a law in a sentence and stands in none.
    private func isBehindLaw(_ word: Word) -> Bool {
        Self.behindLaws.contains(text.string(word.range).lowercased())
    }

    /// "năm 2024", "2024" behind the name of a law.
    private func lawYear(from end: Int) -> (date: PartialDate, end: Int)? {
        guard var word = text.nextWord(end) else { return nil }
        if word.folded == "nam" {
            guard let next = text.nextWord(word.range.upperBound) else { return nil }
            word = next
        }
        guard word.range.count == 4, let year = Int(word.folded), (1945...2100).contains(year),
            ShortForm(text: text, knowledge: knowledge).isClosed(word.range.upperBound)
        else { return nil }
        return PartialDate(year: year).map { ($0, word.range.upperBound) }
    }

    private static let behindLaws: Set<String> = [
        "này", "quy", "có", "được", "đã", "là", "thì", "số", "ngày", "năm", "hiện", "sửa", "cũ", "mới", "không", "của",
        "do",
        "điều", "khoản", "tại", "trong", "theo", "về", "để", "cho", "khi", "nếu", "bao", "yêu", "buộc", "xác", "cần",
        "phải",
        "chưa", "sẽ", "đang", "còn", "cũng", "mà", "vì", "như", "thay", "bãi", "trước", "sau", "đối", "áp", "hướng",
        "cấm",
        "nghiêm", "đặt", "ra",
    ]

    /// Looks for a name at the word at `start`; returns where to go on, `start` if there is none.
    private mutating func name(at start: Int) -> Int {
        let match = names.match(in: text, at: start)
        if var alias = match.alias, !text.isWord(at: alias.end) {
            // "(khóa XI)" ends with its bracket, and what follows that is read.
            let isOpen = text.bytes[start..<alias.end].last { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ")") }
            if isOpen == UInt8(ascii: "("), text.byte(alias.end) == UInt8(ascii: ")") { alias.end += 1 }
            var citation = Citation(range: start..<alias.end, kind: .name, number: nil)
            citation.name = .alias(alias.key)
            citation.typeWord = match.type?.code
            var item = Found(citation: citation, start: start, end: alias.end)
            surround(&item)
            if item.citation.term != nil, let term = TermReader(text: text).read(from: alias.end) {
                item.citation.range = start..<term.end
            }
            found.append(item)
            // A number or another name may stand inside: the page decides which of them is meant.
            return match.type?.end ?? WordHash.read(in: text, at: start)?.end ?? alias.end
        }
        if let law = match.law, let end = lawEnd(law.end), text.letter(at: start)?.isUpper == true {
            let year = lawYear(from: end)
            var citation = Citation(range: start..<(year?.end ?? end), kind: .name, number: nil)
            citation.name = .law(law.key)
            citation.date = year?.date
            citation.typeWord =
                knowledge.types.type(
                    foldedWord: law.key.split(separator: " ").prefix(law.key.hasPrefix("luat") ? 1 : 2).joined(
                        separator: " "))?
                .code
            var item = Found(citation: citation, start: start, end: citation.range.upperBound)
            item.citation.relation = RelationReader(text: text, phrases: knowledge.relations).ownPhrase(before: start)
            if let (pinpoint, head) = HeadReader(text: text, knowledge: knowledge).pinpoint(before: start) {
                (item.citation.pinpoint, item.start) = (pinpoint, head)
            }
            found.append(item)
            return match.type?.end ?? WordHash.read(in: text, at: start)?.end ?? end
        }
        guard let type = match.type else { return start }
        if let pattern = NamePattern(text: text, knowledge: knowledge).read(at: start, type: type) {
            var citation = Citation(range: start..<pattern.end, kind: .name, number: nil)
            citation.name = pattern.name
            citation.typeWord = type.code
            citation.term = pattern.term
            citation.issuerPhrase = pattern.issuer
            var item = Found(citation: citation, start: start, end: pattern.end)
            surround(&item)
            if let title = pattern.title { item.citation.title = title }
            found.append(item)
            return type.end
        }
        if let this = text.nextWord(type.end), this.folded == "nay", text.string(this.range).hasSuffix("y") {
            var citation = Citation(range: start..<this.range.upperBound, kind: .short, number: nil)
            citation.typeWord = type.code
            var item = Found(citation: citation, start: start, end: this.range.upperBound)
            item.isDemonstrative = true
            item.needsAntecedent = true
            if let (pinpoint, _) = HeadReader(text: text, knowledge: knowledge).pinpoint(before: start) {
                item.citation.pinpoint = pinpoint
            }
            item.citation.relation = RelationReader(text: text, phrases: knowledge.relations).ownPhrase(before: start)
            found.append(item)
            return this.range.upperBound
        }
        return type.end
    }
}
