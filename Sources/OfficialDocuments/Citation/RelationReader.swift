/// Reads the relation phrase that governs a citation, backwards from where its head begins.
struct RelationReader {
    let text: ByteText
    let phrases: RelationPhrases

    /// "thay thế" of "Quy định này thay thế Quy định số 115-QĐ/TW", `nil` if no phrase governs the citation.
    ///
    /// "tổng kết 10 năm thực hiện" is a review, not an implementation; "bị bãi bỏ, thay thế bởi" is passive.
    func read(before start: Int) -> RelationPhrase? { chain(before: start)?.phrase }

    /// The phrase, where it says what the page itself does: in "UBND xã thực hiện Chỉ thị số 05" someone else does it.
    func ownPhrase(before start: Int) -> RelationPhrase? {
        guard let (phrase, begin) = chain(before: start) else { return nil }
        guard phrase.relation == .implements, let word = text.previousWord(begin) else { return phrase }
        return Self.leads.contains(text.string(word.range).lowercased()) ? phrase : nil
    }

    /// Words before "thực hiện" that name nobody who does it.
    private static let leads: Set<String> = [
        "này", "để", "nhằm", "việc", "về", "và", "sau", "khi", "từ", "trong", "tiếp", "tục", "là", "theo", "cùng",
        "với",
    ]

    private func chain(before start: Int) -> (phrase: RelationPhrase, begin: Int)? {
        var end = start
        var found: Relation?
        var hasAgent = false
        for _ in 0..<14 {
            end = skipComma(end, found: found)
            let (phrase, filler) = longest(before: end)
            if let (relation, begin) = phrase {
                // A review covers the phrase it reviews the implementation of; a chain of verbs keeps the nearest.
                if found == nil || relation == .reviews && found == .implements { found = relation }
                end = begin
                continue
            }
            guard let word = text.previousWord(end) else { break }
            if found != nil, word.folded == "duoc" || word.folded == "bi" {
                return (RelationPhrase(relation: found ?? .cites, isPassive: true), end)
            }
            if found == nil, phrases.isAgent(word.folded) {
                hasAgent = true
                end = word.range.lowerBound
            } else if let filler {
                end = filler
            } else if word.folded.allSatisfy(\.isNumber) || found == nil && Self.references.contains(word.folded) {
                end = word.range.lowerBound
            } else {
                break
            }
        }
        guard let found else { return nil }
        // "tại", "theo" without a passive verb: the verb belongs to something else.
        if hasAgent, found != .reviews, found != .implements { return nil }
        return (RelationPhrase(relation: found, isPassive: false), end)
    }

    /// The longest phrase that ends at `end` and has a relation, and where the longest that says nothing begins.
    private func longest(before end: Int) -> (phrase: (relation: Relation, start: Int)?, filler: Int?) {
        var result: (phrase: (relation: Relation, start: Int)?, filler: Int?)
        var node = PhraseEndings<RelationPhrases.Meaning>.root
        var start = end
        while let word = WordHash.read(in: text, endingAt: start),
            let next = phrases.endings.next(from: node, word: word.hash)
        {
            node = next
            switch phrases.endings[node] {
            case .relation(let relation): result.phrase = (relation, word.start)
            case .filler: result.filler = word.start
            case nil: break
            }
            start = skipComma(word.start, found: .amends)
        }
        return result
    }

    /// Inside a chain of verbs ("sửa đổi, bổ sung") a comma is passed over.
    private func skipComma(_ end: Int, found: Relation?) -> Int {
        guard found != nil else { return end }
        let mark = text.skipSpaceBack(end)
        return mark > 0 && text.byte(mark - 1) == UInt8(ascii: ",") ? mark - 1 : end
    }

    /// "Điều 5 của", "khoản 2": the verb may govern a part of the document.
    private static let references: Set<String> = ["dieu", "khoan", "diem", "chuong", "muc", "phan"]
}
