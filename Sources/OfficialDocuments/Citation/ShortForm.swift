/// Reads a type word and a serial without a code: "Chỉ thị số 24", "Nghị quyết 18 ngày 25/10/2017", "KH 1573", and with the
/// year that is part of the number: "Nghị định 168/2024", "Nghị định 30 năm 2020".
struct ShortForm {
    struct Reading {
        /// Where the form ends: behind the serial, or the year.
        var end: Int
        /// The serial as written, without its year.
        var serial: Range<Int>
        /// The year that is written as a part of the number.
        var year: Int?
        /// Whether only a full number elsewhere in the page can say that the digits are a serial.
        var needsAntecedent: Bool
        /// Whether it is a code of an office's notes: "NQ18".
        var isNote = false
    }

    let text: ByteText
    let knowledge: Knowledge

    /// What the digits from `start` to `end` are behind `head`; `nil` if they are no serial of a document.
    func read(at start: Int, digitsEnd end: Int, head: HeadReader.Reading) -> Reading? {
        guard let type = head.head.type else { return nil }
        let isCode = text.string(head.start..<text.skipSpaceBack(start)) == type
        let isCapital = text.letter(at: head.start)?.isUpper == true
        if let dated = yearForm(at: start, digitsEnd: end) {
            guard Self.yearly.contains(knowledge.types.typeClass(of: type)) else { return nil }
            // "quyết định 05/2024" may be a verb and a month.
            let isMonth = (Int(text.string(start..<end)) ?? 0) <= 12
            let isNoun = Self.nouns.contains(type) || !isMonth
            return isCapital || head.head.hasSo || isNoun ? dated : nil
        }
        var end = end
        // "Nghị quyết 30a".
        if let letter = text.letter(at: end), letter.folded != 0, !letter.isUpper { end = letter.end }
        guard end - start <= 6, isClosed(end) else { return nil }
        guard isCapital || head.head.hasSo else { return nil }
        var reading = Reading(end: end, serial: start..<end, year: nil, needsAntecedent: true)
        if head.head.hasSo, !isCode {
            reading.needsAntecedent = !Self.numbered.contains(type)
            return reading
        }
        let value = Int(text.string(start..<end)) ?? 0
        if (1900...2100).contains(value), end - start == 4 { return nil }
        if value >= 100, namesProgramme(before: start) {
            reading.needsAntecedent = false
        } else if Self.nouns.contains(type), let year = statedYear(from: end) {
            (reading.year, reading.end, reading.needsAntecedent) = (year.value, year.end, false)
        } else if isCode {
            reading.isNote = Self.notes.contains(type)
            reading.needsAntecedent = !Self.notes.contains(type) || !isCited(before: head.start)
        } else if Self.numbered.contains(type) {
            reading.needsAntecedent = !isDatedOrIssued(from: end)
        }
        return reading
    }

    /// "168/2024" where no code follows: four digits of a year, not the end of a range or of a longer number.
    func yearForm(at start: Int, digitsEnd end: Int) -> Reading? {
        var serialEnd = end
        if let letter = text.letter(at: end), letter.folded != 0, !letter.isUpper { serialEnd = letter.end }
        guard serialEnd - start <= 6, text.byte(serialEnd) == UInt8(ascii: "/") else { return nil }
        // "2024/2025" is a school year.
        if end - start == 4, let value = Int(text.string(start..<end)), (1945...2100).contains(value) { return nil }
        guard let word = text.word(at: serialEnd + 1), word.range.count == 4, let year = Int(word.folded),
            (1945...2100).contains(year), isClosed(word.range.upperBound)
        else { return nil }
        return Reading(end: word.range.upperBound, serial: start..<serialEnd, year: year, needsAntecedent: false)
    }

    /// "năm 2020" behind a serial, where it is part of the number.
    private func statedYear(from end: Int) -> (value: Int, end: Int)? {
        guard let label = text.nextWord(end), label.folded == "nam", let word = text.nextWord(label.range.upperBound),
            word.range.count == 4, let year = Int(word.folded), (1945...2100).contains(year),
            isClosed(word.range.upperBound), !isRange(from: word.range.upperBound)
        else { return nil }
        return (year, word.range.upperBound)
    }

    /// "2021 - 2025" is a time.
    private func isRange(from end: Int) -> Bool {
        let next = text.skipSpace(end)
        guard let (scalar, after) = text.scalar(at: next), scalar == 0x2D || (0x2010...0x2015).contains(scalar) else {
            return false
        }
        return text.isDigit(text.skipSpace(after))
    }

    /// Not before a letter, a digit, a slash, a dash, a percent sign or a decimal.
    func isClosed(_ end: Int) -> Bool {
        if text.isWord(at: end) { return false }
        switch text.byte(end) {
        case UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "%"): return false
        case UInt8(ascii: "."), UInt8(ascii: ","): return !text.isDigit(end + 1)
        case 0xE2: return text.scalar(at: end).map { !(0x2010...0x2015).contains($0.value) } ?? true
        default: return true
        }
    }

    /// "Chương trình MTQG 1719": a national target programme goes by the number of the decision that approved it.
    private func namesProgramme(before start: Int) -> Bool {
        guard let last = text.previousWord(start) else { return false }
        return last.folded == "mtqg" || last.folded == "gia"
    }

    /// "theo NQ18", "thực hiện CT 05": a code of an office's notes is a document where a text carries it out.
    private func isCited(before start: Int) -> Bool {
        if let word = text.previousWord(start), word.folded == "theo" { return true }
        return RelationReader(text: text, phrases: knowledge.relations).read(before: start) != nil
    }

    /// "Nghị quyết 18 ngày 25/10/2017", "Chỉ thị 24 của Tỉnh ủy Lâm Đồng": a date or an issuer tells a serial from a count.
    func isDatedOrIssued(from end: Int) -> Bool {
        let tail = TailReader(text: text, knowledge: knowledge).details(from: end)
        return tail.date?.month != nil || tail.issuer.map(knowledge.namesIssuer) ?? false
    }

    /// Types that are cited by their serial alone.
    private static let numbered: Set<String> = [
        "NQ", "CT", "QĐ", "QyĐ", "KL", "TB", "HD", "TT", "NĐ", "CTr", "KH", "CV", "TTr", "BC", "CĐ", "PL", "SL", "TTLT",
    ]

    /// Classes of types whose numbers carry their year (Luật 80/2015/QH13 and 64/2025/QH15; directives until 2008).
    private static let yearly: Set<String> = ["NĐ", "TT", "TTLT", "NQ", "QĐ", "CT", "NQLT", "Luật", "PL"]

    /// Words that are nothing but the name of a document: no verb, as "quyết định" and "chỉ thị" are.
    private static let nouns: Set<String> = ["NĐ", "TT", "TTLT", "TTLB", "TTLN", "NQLT"]

    /// Codes that offices put before a serial in notes.
    private static let notes: Set<String> = ["NQ", "QĐ", "CT", "KL", "HD", "NĐ", "TTLT"]
}
