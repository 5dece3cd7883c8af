extension CitationScan {
    /// Looks for a name at the word at `start`; returns where to go on, `start` if there is none.
    mutating func name(at start: Int) -> Int {
        let match = names.match(in: text, at: start)
        if var alias = match.alias, !text.isWord(at: alias.end) {
            // "(khóa XI)" ends with its bracket, and what follows that is read.
            let isOpen = text.bytes[start..<alias.end].last { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ")") }
            if isOpen == UInt8(ascii: "("), text.byte(alias.end) == UInt8(ascii: ")") { alias.end += 1 }
            var citation = Citation(range: start..<alias.end, kind: .name, number: nil)
            citation.name = names[alias.node].alias.map(NamedDocument.alias)
            citation.typeWord = match.type.flatMap { names[$0.node].type }
            var item = Found(citation: citation, start: start, end: alias.end)
            surround(&item)
            if item.citation.term != nil, let term = TermReader(text: text).read(from: alias.end) {
                item.citation.range = start..<term.end
            }
            found.append(item)
            // A number or another name may stand inside: the page decides which of them is meant.
            return match.type?.end ?? WordHash.read(in: text, at: start)?.end ?? alias.end
        }
        let laws = LawNameReader(text: text, knowledge: knowledge)
        if let law = match.law, let key = names[law.node].law, let end = laws.end(law.end),
            text.letter(at: start)?.isUpper == true
        {
            let year = laws.year(from: end)
            var citation = Citation(range: start..<(year?.end ?? end), kind: .name, number: nil)
            citation.name = .law(key)
            citation.date = year?.date
            citation.typeWord =
                knowledge.types.type(
                    foldedWord: key.split(separator: " ").prefix(key.hasPrefix("luat") ? 1 : 2).joined(
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
        guard let word = match.type, let code = names[word.node].type else { return start }
        let type = (code: code, end: word.end)
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
        if let this = WordHash.read(in: text, at: text.skipSpace(type.end)), Self.this.contains(this.hash),
            text.byte(this.end - 1) == UInt8(ascii: "y")
        {
            var citation = Citation(range: start..<this.end, kind: .short, number: nil)
            citation.typeWord = type.code
            var item = Found(citation: citation, start: start, end: this.end)
            item.isDemonstrative = true
            item.needsAntecedent = true
            if let (pinpoint, _) = HeadReader(text: text, knowledge: knowledge).pinpoint(before: start) {
                item.citation.pinpoint = pinpoint
            }
            item.citation.relation = RelationReader(text: text, phrases: knowledge.relations).ownPhrase(before: start)
            found.append(item)
            return this.end
        }
        return type.end
    }

    private static let this: WordSet = ["nay"]
}
