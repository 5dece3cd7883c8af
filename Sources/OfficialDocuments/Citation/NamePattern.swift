/// Reads the names that the language makes: plenums, congresses, titles in quotation marks behind a type word.
struct NamePattern {
    struct Reading {
        var name: NamedDocument
        var end: Int
        var term: Int?
        var issuer: String?
        var title: String?
    }

    let text: ByteText
    let knowledge: Knowledge

    /// The name whose type word, from `start` to `type.end`, stands at its beginning.
    func read(at start: Int, type: (code: String, end: Int)) -> Reading? {
        if type.code == "NQ" {
            let first = text.word(at: start)?.folded ?? ""
            if first == "nqdh" { return congress(from: type.end) }
            if first == "nqtw" { return plenum(from: type.end, isNamed: true) }
            if let reading = plenum(from: type.end, isNamed: false) { return reading }
            if let end = text.skip(["dai", "hoi"], from: type.end), let reading = congress(from: end) {
                return reading
            }
        }
        guard Self.titled.contains(type.code) else { return nil }
        return title(from: type.end, isCapital: text.letter(at: start)?.isUpper ?? false)
    }

    // MARK: Plenums

    /// "(Hội nghị) (lần thứ) Trung ương 7 (khóa XI)", "Hội nghị lần thứ bảy Ban Chấp hành Trung ương khóa XI".
    private func plenum(from offset: Int, isNamed: Bool) -> Reading? {
        var end = offset
        var isPlenum = isNamed
        var isMeeting = false
        var ordinal: Int?
        for _ in 0..<16 {
            let mark = text.skipSpace(end)
            guard let word = text.word(at: mark) else { break }
            if word.folded == "hoi" || word.folded == "nghi" || word.folded == "lan" || word.folded == "thu"
                || word.folded == "cua" || word.folded == "ban" || word.folded == "chap" || word.folded == "hanh"
                || word.folded == "bch" || word.folded == "dang"
            {
                isMeeting = isMeeting || word.folded == "nghi"
                if ordinal != nil, isPlenum, word.folded == "lan" || word.folded == "hoi" { break }
                end = word.range.upperBound
            } else if word.folded == "trung" || word.folded == "uong" || word.folded == "tw" {
                isPlenum = true
                end = word.range.upperBound
            } else if ordinal == nil, isPlenum || isMeeting, let value = value(of: word), value <= 16 {
                ordinal = value
                end = word.range.upperBound
            } else {
                break
            }
        }
        guard isPlenum, let ordinal, isOrdinalEnd(end) else { return nil }
        var reading = Reading(name: .plenum(ordinal), end: end)
        if let (term, termEnd) = TermReader(text: text).read(from: end) {
            (reading.term, reading.end) = (term, termEnd)
        }
        return reading
    }

    private func value(of word: Word) -> Int? {
        Numeral.value(text.string(word.range)) ?? Numeral.word(word.folded)
    }

    /// "Trung ương 4-NQ" is no ordinal.
    private func isOrdinalEnd(_ end: Int) -> Bool {
        !text.isWord(at: end) && text.byte(end) != UInt8(ascii: "/") && text.byte(end) != UInt8(ascii: "-")
    }

    // MARK: Congresses

    /// "(đại biểu) (toàn quốc) (lần thứ) XII", "đại biểu Đảng bộ tỉnh Lâm Đồng lần thứ XI".
    private func congress(from offset: Int) -> Reading? {
        var end = offset
        var committee: Int?
        var committeeEnd = offset
        for _ in 0..<18 {
            guard let word = text.nextWord(end) else { return nil }
            if let value = Numeral.value(text.string(word.range)), isOrdinalEnd(word.range.upperBound) {
                var reading = Reading(name: .congress(value), end: word.range.upperBound)
                if let committee, committee < committeeEnd { reading.issuer = text.string(committee..<committeeEnd) }
                if let close = text.skip(["cua", "dang"], from: reading.end), reading.issuer == nil {
                    reading.end = close
                }
                return reading
            }
            if word.folded == "lan" || word.folded == "thu" || word.folded == "khoa" {
                if word.folded == "lan" { committeeEnd = text.skipSpaceBack(word.range.lowerBound) }
            } else if committee == nil {
                if word.folded == "dang", text.nextWord(word.range.upperBound)?.folded == "bo" {
                    committee = word.range.lowerBound
                } else if !Self.congressWords.contains(word.folded) {
                    return nil
                }
            }
            end = word.range.upperBound
            if committee != nil, word.folded != "lan", word.folded != "thu" { committeeEnd = end }
        }
        return nil
    }

    private static let congressWords: Set<String> = ["dai", "bieu", "toan", "quoc", "dang", "cua", "hoi"]

    // MARK: Titles

    /// `“Quy chế …”`, `về “…”`, `của Bộ Chính trị về “…”` behind the type word.
    ///
    /// In small letters "quy định “…”" and "kết luận: “…”" are verbs, unless an issuer stands behind.
    private func title(from offset: Int, isCapital: Bool) -> Reading? {
        var end = offset
        var issuer: String?
        if let word = text.nextWord(end), word.folded == "cua",
            let range = IssuerPhraseReader(text: text, knowledge: knowledge).read(
                from: word.range.upperBound, isPair: false)
        {
            issuer = text.string(range)
            end = range.upperBound
        }
        guard isCapital || issuer != nil else { return nil }
        if let about = text.skip(["ve"], from: end) { end = text.skip(["viec"], from: about) ?? about }
        let mark = text.skipSpace(end)
        guard let quotation = QuotationReader(text: text).read(at: mark) else { return nil }
        let title = text.string(quotation.inner)
        guard CitationNames.key(title).split(separator: " ").count >= 4 else { return nil }
        return Reading(name: .title, end: quotation.outer.upperBound, issuer: issuer, title: title)
    }

    /// Types whose titles are cited in quotation marks; a "kế hoạch" or "chương trình" in them is rarely a document.
    private static let titled: Set<String> = ["NQ", "CT", "QĐ", "QyĐ", "QC", "KL", "NĐ", "TT"]
}
