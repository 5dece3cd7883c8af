/// Reads what goes on behind a short form: "217, 218 của Bộ Chính trị", "59, 70, 71 và 72", "23/2015, 26/2019".
struct SerialList {
    let text: ByteText
    let grammar: NumberGrammar

    /// The members behind the first; only digits that a full number elsewhere, an issuer or their years show to be serials.
    func read(behind first: ShortForm.Reading) -> [ShortForm.Reading] {
        let form = ShortForm(text: text, knowledge: grammar.knowledge)
        var members: [ShortForm.Reading] = []
        var end = first.end
        while members.count < 24, let start = conjunction(from: end) {
            var digitsEnd = start
            while text.isDigit(digitsEnd), digitsEnd - start <= 5 { digitsEnd += 1 }
            if let shape = grammar.shape(in: text, at: start),
                grammar.classify(shape, head: .init(hasSo: true, isDocument: true)) != nil
            {
                break
            }
            let member: ShortForm.Reading
            if let dated = form.yearForm(at: start, digitsEnd: digitsEnd) {
                member = dated
            } else {
                guard digitsEnd - start <= 5, form.isClosed(digitsEnd) else { break }
                member = .init(end: digitsEnd, serial: start..<digitsEnd, year: nil, needsAntecedent: true)
            }
            // One kind of list: all with a year, or none.
            guard (member.year == nil) == (first.year == nil) else { break }
            members.append(member)
            end = member.end
        }
        guard !members.isEmpty, first.year == nil else { return members }
        let isIssued = form.isDatedOrIssued(from: end)
        for index in members.indices { members[index].needsAntecedent = !isIssued }
        return members
    }

    /// ",", "và", ";", "hoặc" and "số" said again, before digits.
    private func conjunction(from end: Int) -> Int? {
        var offset = text.skipSpace(end)
        var isFound = false
        if text.byte(offset) == UInt8(ascii: ",") || text.byte(offset) == UInt8(ascii: ";") {
            (isFound, offset) = (true, text.skipSpace(offset + 1))
        }
        if let word = text.word(at: offset), ["va", "hoac"].contains(word.folded) {
            (isFound, offset) = (true, text.skipSpace(word.range.upperBound))
        }
        guard isFound else { return nil }
        if let word = text.word(at: offset), word.folded == "so" { offset = text.skipSpace(word.range.upperBound) }
        return text.isDigit(offset) ? offset : nil
    }
}
