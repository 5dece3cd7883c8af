/// Reads what stands before a citation in a sentence that says who issued it: "Ngày 03/4/2018, Văn phòng Trung ương
/// Đảng đã ban hành Hướng dẫn số …", "Sở Nội vụ tại Tờ trình số …".
struct LeadReader {
    let text: ByteText
    let knowledge: Knowledge

    /// The issuer and the date before `start`, where the head of the citation begins.
    func read(before start: Int) -> (issuer: String, date: PartialDate?)? {
        var end = start
        var hasVerb = false
        while let word = WordHash.read(in: text, endingAt: end), Self.verbs.contains(word.hash),
            text.letter(at: word.start)?.isUpper != true
        {
            hasVerb = hasVerb || Self.strongVerbs.contains(word.hash)
            end = word.start
        }
        guard hasVerb else { return nil }
        let limit = text.skipSpaceBack(end)
        var found: Int?
        var offset = end
        for _ in 0..<16 {
            guard let word = text.previousWord(offset), !(word.folded.first?.isNumber ?? false) else { break }
            offset = word.range.lowerBound
            guard word.isCapital, IssuerPhraseReader.heads.contains(word.folded),
                word.folded != "chinh" || text.nextWord(word.range.upperBound)?.folded == "phu",
                IssuerPhraseReader(text: text, knowledge: knowledge).read(from: offset, isPair: false)?.upperBound
                    == limit
            else { continue }
            found = offset
        }
        guard let found, found < limit else { return nil }
        return (text.string(found..<limit), date(before: found))
    }

    /// "Ngày 03/4/2018," that ends at `end`.
    private func date(before end: Int) -> PartialDate? {
        var close = text.skipSpaceBack(end)
        if close > 0, text.byte(close - 1) == UInt8(ascii: ",") { close -= 1 }
        var offset = close
        while offset > 0, close - offset < 40 {
            offset = text.previous(offset)
            guard let word = text.word(at: offset), word.folded == "ngay", !text.isWord(before: offset) else {
                continue
            }
            guard let (date, dateEnd) = DateReader(text: text).read(from: offset), dateEnd == close else { return nil }
            return date
        }
        return nil
    }

    /// Verbs that say that a document was issued, and what may stand around them.
    private static let verbs: WordSet = ["ban", "hanh", "ky", "ra", "co", "da", "vua", "moi", "tai", "gui"]
    private static let strongVerbs: WordSet = ["hanh", "ra", "co", "tai", "ky"]
}
