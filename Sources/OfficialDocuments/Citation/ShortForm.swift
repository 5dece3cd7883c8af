/// Reads "Chỉ thị số 24", "Nghị quyết 18 ngày 25/10/2017", "KH 1573": a type word and a serial without a code.
struct ShortForm {
    let text: ByteText
    let knowledge: Knowledge

    /// Whether the digits are the serial of a document. `nil` if they are something else; `needsAntecedent` if only a
    /// full number elsewhere in the page can say so.
    func read(at start: Int, digitsEnd end: Int, head: HeadReader.Reading) -> (needsAntecedent: Bool, end: Int)? {
        var end = end
        // "Nghị quyết 30a".
        if let letter = text.letter(at: end), letter.folded != 0, !letter.isUpper { end = letter.end }
        guard end - start <= 6, !text.isWord(at: end), let type = head.head.type else { return nil }
        switch text.byte(end) {
        case UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "%"):
            return nil
        case UInt8(ascii: "."), UInt8(ascii: ","):
            if text.isDigit(end + 1) { return nil }
        default: break
        }
        if let (scalar, _) = text.scalar(at: end), (0x2010...0x2015).contains(scalar) { return nil }
        let isCode =
            text.word(at: head.start).map { $0.folded.utf8.count <= 4 && $0.folded == type.lowercased() } ?? false
        guard text.letter(at: head.start)?.isUpper == true || head.head.hasSo else { return nil }
        if head.head.hasSo, !isCode { return Self.numbered.contains(type) ? (false, end) : (true, end) }
        let value = Int(text.string(start..<end)) ?? 0
        if (1900...2100).contains(value), end - start == 4 { return nil }
        if value >= 100, namesProgramme(before: start) { return (false, end) }
        guard Self.numbered.contains(type), !isCode, isDatedOrIssued(from: end) else { return (true, end) }
        return (false, end)
    }

    /// "Chương trình MTQG 1719": a national target programme goes by the number of the decision that approved it.
    private func namesProgramme(before start: Int) -> Bool {
        guard let last = text.previousWord(start) else { return false }
        return last.folded == "mtqg" || last.folded == "gia"
    }

    /// "Nghị quyết 18 ngày 25/10/2017 của Ban Chấp hành Trung ương": a date tells a serial from a count.
    private func isDatedOrIssued(from end: Int) -> Bool {
        TailReader(text: text, knowledge: knowledge).read(from: end).date?.month != nil
    }

    /// Types that are cited by their serial alone.
    private static let numbered: Set<String> = [
        "NQ", "CT", "QĐ", "QyĐ", "KL", "TB", "HD", "TT", "NĐ", "CTr", "KH", "CV", "TTr", "BC", "CĐ", "PL", "SL", "TTLT",
    ]
}
