/// Reads what a page abbreviates: "(sau đây gọi tắt là Đề án)" behind a citation, and where it says so again.
struct AbbreviationReader {
    let text: ByteText
    let knowledge: Knowledge
    /// The type words.
    let names: CitationNames

    /// The short forms that the definitions behind `found` make.
    func read(_ found: [CitationScan.Found]) -> [CitationScan.Found] {
        var result: [CitationScan.Found] = []
        let numbered = found.indices.filter { found[$0].citation.number != nil && found[$0].citation.kind != .own }
        var defined: Set<String> = []
        for (place, index) in numbered.enumerated() where defined.count < Self.most {
            let next = place + 1 < numbered.count ? found[numbered[place + 1]].start : text.count
            let limit = min(next, found[index].end + 400)
            guard let definition = definition(from: found[index].citation.range.upperBound, limit: limit) else {
                continue
            }
            // A phrase keeps its first meaning.
            guard defined.insert(definition.phrase).inserted else { continue }
            let earlier = numbered[...place].suffix(16).map { found[$0] }
            result += uses(of: definition, number: subject(of: definition, before: found[index], in: earlier).citation)
        }
        return result
    }

    /// More definitions than this are no page for readers: each costs a pass.
    private static let most = 64

    private struct Definition {
        var phrase: String
        var type: String
        var end: Int
    }

    /// "(sau đây gọi tắt là X)", "(viết tắt là X)", "(gọi là X)", when X begins with a type word.
    private func definition(from start: Int, limit: Int) -> Definition? {
        var index = start
        while index < limit {
            if text.byte(index) == 0x0A, text.skipSpace(index) == index { return nil }
            guard text.byte(index) == UInt8(ascii: "(") else { index += 1; continue }
            guard let phrase = phrase(from: index + 1) else { index += 1; continue }
            let word = names.match(in: text, at: phrase.lowerBound).type.flatMap { names[$0.node].type }
            guard let type = word ?? abbreviatedType(text.string(phrase)) else { return nil }
            return Definition(phrase: text.string(phrase), type: type, end: phrase.upperBound)
        }
        return nil
    }

    private func phrase(from start: Int) -> Range<Int>? {
        var end = start
        if let after = text.skip(["sau", "day"], from: end) { end = after }
        if let after = text.skip(["duoc"], from: end) { end = after }
        let forms = [["goi", "tat", "la"], ["viet", "tat", "la"], ["goi", "la"], ["goi", "chung", "la"]]
        guard let after = forms.compactMap({ text.skip($0, from: end) }).first else { return nil }
        var open = text.skipSpace(after)
        if let quotation = QuotationReader(text: text).read(at: open) { return quotation.inner }
        if text.byte(open) == UInt8(ascii: ":") { open = text.skipSpace(open + 1) }
        var close = open
        while close < text.count, close - open < 160, text.byte(close) != UInt8(ascii: ")") { close += 1 }
        guard text.byte(close) == UInt8(ascii: ")"), close > open else { return nil }
        return open..<text.skipSpaceBack(close)
    }

    /// "NQ25", "ĐA 1893": a code used as a type word.
    private func abbreviatedType(_ phrase: String) -> String? {
        let code = phrase.prefix { $0.isLetter }
        return code.count > 1 ? knowledge.types.find(String(code))?.code : nil
    }

    /// The citation that is abbreviated: the nearest before it that the type word fits, or the nearest.
    private func subject(
        of definition: Definition,
        before item: CitationScan.Found,
        in earlier: [CitationScan.Found]
    ) -> CitationScan.Found {
        let types = knowledge.types
        let wanted = types.typeClass(of: definition.type)
        return earlier.last { candidate in
            let type = candidate.citation.number?.type ?? candidate.citation.typeWord
            return type.map(types.typeClass(of:)) == wanted && item.start - candidate.start < 600
        } ?? item
    }

    /// Where the page uses the abbreviation, from behind its definition on, with the same capitals.
    private func uses(of definition: Definition, number subject: Citation) -> [CitationScan.Found] {
        var result: [CitationScan.Found] = []
        var index = definition.end
        let pattern = Array(definition.phrase.utf8)
        guard let lead = pattern.first else { return [] }
        while index < text.count {
            guard text.bytes[index] == lead, !text.isWord(before: index), text.has(definition.phrase, at: index) else {
                index += 1
                continue
            }
            let end = index + pattern.count
            index = end
            guard !text.isWord(at: end), !isFollowedByNumber(end) else { continue }
            var citation = Citation(range: (end - pattern.count)..<end, kind: .short, number: subject.number)
            citation.typeWord = definition.type
            result.append(.init(citation: citation, start: end - pattern.count, end: end))
        }
        return result
    }

    /// "Đề án số 5" and "Đề án 402" are other documents than "Đề án".
    private func isFollowedByNumber(_ end: Int) -> Bool {
        guard let word = text.nextWord(end) else { return false }
        return word.folded == "so" || word.folded.first?.isNumber == true
    }
}
