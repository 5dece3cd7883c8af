/// Reads "24, 25-NQ/TW": members of a list whose code stands at its end and distributes to all of them.
struct ElidedList {
    struct Member {
        var range: Range<Int>
        var number: DocumentNumber
        /// The year, where the member states one.
        var year: Int?
    }

    let text: ByteText
    let grammar: NumberGrammar

    /// The members without a code from `start` on, and where the number that has the code begins.
    func read(at start: Int, head: NumberGrammar.Head) -> (members: [Member], last: Int)? {
        var parts: [(range: Range<Int>, serial: String, year: Int?, type: String?)] = []
        var offset = start
        while parts.count < 16, let part = part(at: offset) {
            parts.append(part)
            guard let next = conjunction(from: part.range.upperBound) else { return nil }
            offset = next
            guard let shape = grammar.shape(in: text, at: offset),
                let number = grammar.classify(shape, head: head)?.number
            else { continue }
            return fits(number, parts, head) ? (members(parts, like: number), offset) : nil
        }
        return nil
    }

    /// "24", "24a", "01/2020", "24-NQ".
    private func part(at start: Int) -> (range: Range<Int>, serial: String, year: Int?, type: String?)? {
        var end = start
        while text.isDigit(end), end - start <= 5 { end += 1 }
        guard end > start, end - start <= 5 else { return nil }
        if let letter = text.letter(at: end), letter.folded != 0, !text.isWord(at: letter.end) { end = letter.end }
        let serial = text.string(start..<end)
        var year: Int?
        var type: String?
        if text.byte(end) == UInt8(ascii: "/"), text.isDigit(end + 1) {
            guard let word = text.word(at: end + 1), word.folded.utf8.count == 4, let value = Int(word.folded),
                (1945...2100).contains(value)
            else { return nil }
            (year, end) = (value, word.range.upperBound)
        }
        if [UInt8(ascii: "/"), UInt8(ascii: "-")].contains(text.byte(end)), let word = text.word(at: end + 1),
            let match = grammar.types.find(text.string(word.range))
        {
            (type, end) = (match.code, word.range.upperBound)
        }
        return text.isWord(at: end) ? nil : (start..<end, serial, year, type)
    }

    /// ",", "và", ";", "&", "hoặc", and "số" said again.
    private func conjunction(from end: Int) -> Int? {
        var offset = text.skipSpace(end)
        var isFound = false
        if [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "&")].contains(text.byte(offset)) {
            (isFound, offset) = (true, text.skipSpace(offset + 1))
        }
        if let word = text.word(at: offset), ["va", "hoac", "voi", "cung"].contains(word.folded) {
            (isFound, offset) = (true, text.skipSpace(word.range.upperBound))
        }
        guard isFound else { return nil }
        if let word = text.word(at: offset), word.folded == "so" { offset = text.skipSpace(word.range.upperBound) }
        return text.isDigit(offset) ? offset : nil
    }

    /// Whether the code may belong to the members: the type word and what they state themselves agree with it.
    private func fits(
        _ number: DocumentNumber,
        _ parts: [(range: Range<Int>, serial: String, year: Int?, type: String?)],
        _ head: NumberGrammar.Head
    ) -> Bool {
        let typeClass = number.type.map(grammar.types.typeClass(of:))
        if let own = head.type.map(grammar.types.typeClass(of:)), let typeClass, own != typeClass { return false }
        return parts.allSatisfy { part in
            if part.year != nil, number.year == nil { return false }
            return part.type.map { grammar.types.typeClass(of: $0) == typeClass } ?? true
        }
    }

    private func members(
        _ parts: [(range: Range<Int>, serial: String, year: Int?, type: String?)],
        like number: DocumentNumber
    ) -> [Member] {
        parts.map { part in
            var own = number
            own.serial = part.serial
            own.year = part.year ?? number.year
            return Member(range: part.range, number: own, year: part.year)
        }
    }
}
