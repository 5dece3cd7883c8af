extension CitationScan {
    /// A member of a list whose code stands at its end, or a short form.
    mutating func partial(at start: Int, digitsEnd end: Int) -> Int? {
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
                if index == 0 {
                    surround(&item)
                } else {
                    item.citation.relation = found[found.count - 1].citation.relation
                }
                found.append(item)
            }
            var last = HeadReader.Reading(head: head.head, start: list.last)
            last.head.hasSo = true
            guard let (shape, form) = forms.shape(at: list.last, in: text, grammar),
                let reading = forms.reading(of: shape, form: form, head: last.head, in: text, grammar)
            else { return list.last }
            append(reading, at: list.last, head: last)
            return reading.reading.end
        }
        guard let first = ShortForm(text: text, knowledge: knowledge).read(at: start, digitsEnd: end, head: head)
        else { return nil }
        let rest = SerialList(text: text, grammar: grammar).read(behind: first)
        let follows = found.indices.last.map {
            !found[$0].needsAntecedent && isJoint(from: found[$0].end, to: head.start)
        }
        append(
            first, head: head, isIssued: rest.first.map { !$0.needsAntecedent } ?? (follows == true && first.isNote),
            tail: rest.last?.end)
        if let item = found.last { for member in rest { append(member, head: head, like: item) } }
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
    private mutating func append(_ short: ShortForm.Reading, head: HeadReader.Reading, like first: Found) {
        var citation = Citation(range: short.serial.lowerBound..<short.end, kind: .short, number: nil)
        citation.serial = text.string(short.serial)
        citation.year = short.year
        citation.typeWord = head.head.type
        citation.date = first.citation.date
        citation.issuerPhrase = first.citation.issuerPhrase
        citation.term = first.citation.term
        citation.relation = first.citation.relation
        var item = Found(citation: citation, start: short.serial.lowerBound, end: first.end)
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
        if wordEnd == end, knowledge.typeWords.heads.contains(hash) { return true }
        guard end - wordStart <= 6, text.letter(at: wordStart)?.isUpper == true else { return false }
        return grammar.types.find(text.string(wordStart..<end)) != nil
    }
}
