/// Reads what stands before a number: "số", the type word, "Điều 5".
struct HeadReader {
    struct Reading {
        var head = NumberGrammar.Head()
        /// Where the head begins: the type word, or "số", or the number itself.
        var start: Int
        /// "Số:", "Số hiệu": what labels a page's own number.
        var isLabel = false
    }

    let text: ByteText
    let knowledge: Knowledge
    private var types: DocumentTypes { knowledge.types }

    /// The head of the number that begins at `number`.
    func read(before number: Int) -> Reading {
        var reading = Reading(start: number)
        var end = text.skipSpaceBack(number)
        var hasColon = false
        while end > 0, text.byte(end - 1) == UInt8(ascii: "*") { end -= 1 }
        if end > 0, text.byte(end - 1) == UInt8(ascii: ":") || text.byte(end - 1) == UInt8(ascii: "|") {
            hasColon = true
            end = text.skipSpaceBack(end - 1)
        }
        if let (start, isLabel) = so(before: end, hasColon: hasColon) {
            reading.head.hasSo = true
            reading.isLabel = isLabel
            reading.start = start
            end = start
            // "Nghị định (số 221/CP)".
            let before = text.skipSpaceBack(end)
            if before > 0, text.byte(before - 1) == UInt8(ascii: "(") { end = before - 1 }
        } else if hasColon {
            return reading
        }
        guard let word = typeWord(before: end) else { return reading }
        reading.head.isDocument = true
        reading.head.type = word.code
        reading.start = word.start
        return reading
    }

    /// "số", "Số hiệu", "Số ký hiệu", "Số hiệu văn bản" that end at `end`.
    private func so(before end: Int, hasColon: Bool) -> (start: Int, isLabel: Bool)? {
        guard let last = text.previousWord(end) else { return nil }
        if last.folded == "so" || last.folded.hasSuffix("so") && typeWord(endingIn: last.folded.dropLast(2)) {
            let start = last.folded == "so" ? last.range.lowerBound : last.range.upperBound
            return (start, last.isCapital && isLabel(last.range.lowerBound, hasColon: hasColon))
        }
        var start = last.range.lowerBound
        var word = last.folded
        if word == "ban", let van = text.previousWord(start), van.folded == "van",
            let before = text.previousWord(van.range.lowerBound)
        {
            (start, word) = (before.range.lowerBound, before.folded)
        }
        guard word == "hieu", let before = text.previousWord(start) else { return nil }
        if before.folded == "so" { return (before.range.lowerBound, true) }
        guard before.folded == "ky", let so = text.previousWord(before.range.lowerBound), so.folded == "so"
        else { return nil }
        return (so.range.lowerBound, true)
    }

    /// Whether "Số" at `offset` labels a page's own number: "Số:" with no word before it in its line, or "Số" under the
    /// asterisk in the head of a Party document (Hướng dẫn 36-HD/VPTW).
    private func isLabel(_ offset: Int, hasColon: Bool) -> Bool {
        if !hasColon {
            let end = text.skipSpaceBack(offset)
            return end > 0 && end < offset && text.byte(end - 1) == UInt8(ascii: "*")
        }
        var start = offset
        while start > 0, text.blank(at: text.previous(start)) > 0 { start = text.previous(start) }
        return !text.isWord(before: start)
    }

    /// Whether `folded` is the last syllable of a type word ("quyết" glued to "số").
    private func typeWord(endingIn folded: Substring) -> Bool {
        knowledge.typeWords.lastSyllables.contains(String(folded))
    }

    /// The longest type word, or code used as one ("NQ", "CV"), that ends at `end`.
    ///
    /// The code is `nil` for words that stand for any document ("văn bản").
    func typeWord(before end: Int) -> (start: Int, code: String?)? {
        let endings = knowledge.typeWords.endings
        var found: (Int, String?)?
        var node = PhraseEndings<TypeWords.Meaning>.root
        var start = end
        while let word = WordHash.read(in: text, endingAt: start),
            let next = endings.next(from: node, word: word.hash)
        {
            (node, start) = (next, word.start)
            if let meaning = endings[node] { found = (start, meaning.code) }
        }
        if let found { return found }
        let codeEnd = text.skipSpaceBack(end)
        let codeStart = text.wordStart(before: codeEnd)
        guard codeEnd - codeStart <= 12, text.letter(at: codeStart)?.isUpper == true else { return nil }
        let code = text.string(codeStart..<codeEnd)
        return types.find(code)?.code == code ? (codeStart, code) : nil
    }

    /// "Luật Tổ chức chính quyền địa phương số 77/2015/QH13": the type word may stand some words before "số".
    func distantType(before start: Int) -> (code: String, start: Int, title: Range<Int>)? {
        var offset = start
        for _ in 0..<20 {
            // A title may hold commas: "Luật Phòng, chống tham nhũng".
            let end = text.skipSpaceBack(offset)
            let isComma = end > 0 && text.byte(end - 1) == UInt8(ascii: ",")
            guard let word = text.previousWord(isComma ? end - 1 : offset) else { return nil }
            offset = word.range.lowerBound
            if word.isCapital || knowledge.typeWords.lastSyllables.contains(word.folded),
                let found = typeWord(before: word.range.upperBound), let code = found.code,
                ["Luật", "NQ", "PL"].contains(types.typeClass(of: code)),
                text.letter(at: found.start)?.isUpper == true
            {
                let titleStart = text.skipSpace(word.range.upperBound)
                let titleEnd = text.skipSpaceBack(start)
                return titleStart < titleEnd ? (code, found.start, titleStart..<titleEnd) : nil
            }
        }
        return nil
    }

    /// "điểm a khoản 2 Điều 5 [của]" that ends where the head begins.
    func pinpoint(before start: Int) -> (pinpoint: Pinpoint, start: Int)? {
        var pinpoint = Pinpoint()
        var end = text.skipSpaceBack(start)
        if let word = WordHash.read(in: text, endingAt: end), Self.joints.contains(word.hash) {
            end = text.skipSpaceBack(word.start)
        } else if text.byte(end - 1) == UInt8(ascii: ",") {
            end -= 1
        }
        // Two words back or nowhere.
        guard let value = WordHash.read(in: text, endingAt: end),
            let label = WordHash.read(in: text, endingAt: value.start), Self.labels.contains(label.hash)
        else { return nil }
        var found: Int?
        for name in ["dieu", "khoan", "diem"] {
            guard let value = text.previousWord(end), let label = text.previousWord(value.range.lowerBound),
                label.folded == name
            else { continue }
            let number = value.folded.utf8.count <= 4 ? Int(value.folded) : nil
            switch name {
            case "dieu": pinpoint.article = number
            case "khoan": pinpoint.clause = number
            default: pinpoint.point = value.folded.utf8.count <= 2 ? text.string(value.range).lowercased() : nil
            }
            guard name == "diem" ? pinpoint.point != nil : number != nil else { break }
            found = label.range.lowerBound
            end = text.skipSpaceBack(label.range.lowerBound)
            if end > 0, text.byte(end - 1) == UInt8(ascii: ",") { end -= 1 }
        }
        return found.map { (pinpoint, $0) }
    }

    private static let joints: WordSet = ["cua", "tai", "trong"]
    private static let labels: WordSet = ["dieu", "khoan", "diem"]
}
