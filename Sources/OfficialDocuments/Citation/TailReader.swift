/// Reads what follows a citation: date, issuer, term, title.
struct TailReader {
    struct Reading {
        var date: PartialDate?
        var issuer: String?
        var term: Int?
        var title: String?
        /// Where the tail ends.
        var end: Int
    }

    let text: ByteText
    let knowledge: Knowledge

    func read(from start: Int) -> Reading {
        var reading = details(from: start)
        readTitle(&reading)
        return reading
    }

    /// Date, issuer and term without the title.
    func details(from start: Int) -> Reading {
        var reading = Reading(end: start)
        for _ in 0..<6 {
            guard mayGoOn(from: reading.end) else { break }
            let before = reading.end
            if reading.date == nil { readDate(&reading) }
            if reading.issuer == nil { readIssuer(&reading) }
            if reading.term == nil { readTerm(&reading) }
            if reading.end == before { break }
        }
        return reading
    }

    /// A cheap look: whether a date, an issuer or a term may begin at `end`.
    private func mayGoOn(from end: Int) -> Bool {
        var offset = text.skipSpace(end)
        if text.byte(offset) == UInt8(ascii: ",") { offset = text.skipSpace(offset + 1) }
        if text.byte(offset) == UInt8(ascii: "(") {
            offset = text.skipSpace(offset + 1)
            if text.isDigit(offset) { return true }
        }
        return WordHash.read(in: text, at: offset).map { Self.openings.contains($0.hash) } ?? false
    }

    private static let openings: WordSet = ["ngay", "nam", "thang", "cua", "do", "giua", "khoa"]

    private func readDate(_ reading: inout Reading) {
        var offset = text.skipSpace(reading.end)
        var isOpen = false
        if text.byte(offset) == UInt8(ascii: ",") { offset += 1 }
        if text.byte(offset) == UInt8(ascii: "(") { (isOpen, offset) = (true, offset + 1) }
        guard let (date, dateEnd) = DateReader(text: text).read(from: offset, isLabelled: !isOpen) else { return }
        guard !isOpen || text.byte(dateEnd) == UInt8(ascii: ")") else { return }
        (reading.date, reading.end) = (date, isOpen ? dateEnd + 1 : dateEnd)
    }

    private func readTerm(_ reading: inout Reading) {
        guard let (term, end) = TermReader(text: text).read(from: reading.end) else { return }
        (reading.term, reading.end) = (term, end)
    }

    private func readIssuer(_ reading: inout Reading) {
        var offset = reading.end
        if text.byte(text.skipSpace(offset)) == UInt8(ascii: ",") { offset = text.skipSpace(offset) + 1 }
        guard let word = text.nextWord(offset), ["cua", "do", "giua"].contains(word.folded),
            let range = IssuerPhraseReader(text: text, knowledge: knowledge).read(
                from: word.range.upperBound, isPair: word.folded == "giua")
        else { return }
        reading.issuer = text.string(range)
        reading.end = range.upperBound
    }

    private static let topics: WordSet = ["ve", "quy", "ban"]

    /// A title in quotation marks, or the topic behind "về".
    private func readTitle(_ reading: inout Reading) {
        var offset = text.skipSpace(reading.end)
        if [UInt8(ascii: ","), UInt8(ascii: ":")].contains(text.byte(offset)) { offset = text.skipSpace(offset + 1) }
        if let quoted = QuotationReader(text: text).read(at: offset) {
            (reading.title, reading.end) = (text.string(quoted.inner), quoted.outer.upperBound)
            return
        }
        guard let word = WordHash.read(in: text, at: offset), Self.topics.contains(word.hash),
            let about = text.word(at: offset)
        else { return }
        var topic = about.range.upperBound
        if about.folded == "ve" {
            if let end = text.skip(["viec"], from: topic) { topic = end }
        } else {
            let phrases = [["dinh", "ve"], ["dinh", "ve", "viec"], ["hanh"], ["dinh"]]
            guard let end = phrases.compactMap({ text.skip($0, from: topic) }).max() else { return }
            topic = end
            // "ban hành cùng ngày" is no title; "ban hành Quy chế …" is one.
            let next = text.skipSpace(topic)
            if about.folded == "ban", text.letter(at: next)?.isUpper != true,
                QuotationReader(text: text).read(at: next) == nil
            {
                return
            }
        }
        let start = text.skipSpace(topic)
        if let quoted = QuotationReader(text: text).read(at: start) {
            (reading.title, reading.end) = (text.string(quoted.inner), quoted.outer.upperBound)
            return
        }
        var end = start
        for _ in 0..<40 {
            guard let word = WordHash.read(in: text, at: text.skipSpace(end)) else { break }
            end = word.end
        }
        guard end > start else { return }
        (reading.title, reading.end) = (text.string(start..<end), end)
    }
}
