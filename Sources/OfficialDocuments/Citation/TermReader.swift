/// Reads the term of a congress behind a name: "khóa XI", "(khóa XI)".
struct TermReader {
    let text: ByteText

    func read(from offset: Int) -> (term: Int, end: Int)? {
        var start = text.skipSpace(offset)
        if text.byte(start) == UInt8(ascii: ",") { start = text.skipSpace(start + 1) }
        let isOpen = text.byte(start) == UInt8(ascii: "(")
        if isOpen { start += 1 }
        guard let word = text.nextWord(start), word.folded == "khoa",
            let numeral = text.nextWord(word.range.upperBound),
            let term = Numeral.value(text.string(numeral.range))
        else { return nil }
        var end = numeral.range.upperBound
        if isOpen {
            let close = text.skipSpace(end)
            if text.byte(close) == UInt8(ascii: ")") { end = close + 1 }
        }
        return (term, end)
    }
}
