/// A cheap look around digits: whether a number can begin with them at all. Most digits are dates, years and counts.
struct DigitScreen {
    let text: ByteText
    let knowledge: Knowledge

    /// Not behind `/ . , -`, another dash, or a word that is no head glued to the number.
    func isBoundary(_ start: Int) -> Bool {
        guard start > 0 else { return true }
        let previous = text.byte(start - 1)
        if previous < 0x80 {
            if previous == 0x20 || previous == 0x0A || previous == 0x28 { return true }
            switch previous {
            case UInt8(ascii: ","):
                // "24-CT/TU,25-CT/TU" is a list; "1,25" is a number.
                return text.letter(at: text.previous(start - 1)) != nil
            case UInt8(ascii: ":"): return !text.isDigit(start - 2)
            case 0x2F, 0x2E, 0x2D, 0x5F, 0x23, 0x40, 0x3D, 0x25, 0x24, 0x5C: return false
            default: break
            }
        } else if let (scalar, _) = text.scalar(at: text.previous(start)),
            (0x2010...0x2015).contains(scalar) || scalar == 0x2212
        {
            return false
        }
        guard text.isWord(before: start) else { return true }
        let wordStart = text.wordStart(before: start)
        // "NQ18", "HD36".
        if start - wordStart <= 4, start - wordStart >= 2, text.letter(at: wordStart)?.isUpper == true,
            knowledge.types.find(text.string(wordStart..<start))?.value.isStrong == true
        {
            return true
        }
        let glued = letters(from: wordStart, to: start)
        return glued == "so" || glued.count > 1 && knowledge.typeWords.lastSyllables.contains(glued)
    }

    /// The letters from `start` to `end`, folded; a digit among them ends them.
    private func letters(from start: Int, to end: Int) -> String {
        var folded = ""
        var index = start
        while index < end, let letter = text.letter(at: index) {
            folded.unicodeScalars.append(Unicode.Scalar(letter.folded == 0 ? 0x3F : letter.folded))
            index = letter.end
        }
        return index == end ? folded : ""
    }

    /// Whether what follows the digits may be a separator and a code.
    func mayBeNumber(digitsEnd end: Int) -> Bool {
        switch text.byte(end) {
        case UInt8(ascii: "-"): return mayBeCode(text.skipSpace(end + 1))
        case UInt8(ascii: "/"):
            let next = text.skipSpace(end + 1)
            return text.isDigit(next) ? mayBeYear(next) : mayBeCode(next)
        case UInt8(ascii: "."):
            // 66.20/2026/NQ-CP
            var next = end + 1
            while text.isDigit(next), next - end < 5 { next += 1 }
            return text.byte(next) == UInt8(ascii: "/") && text.isDigit(next + 1)
        case 0x61...0x7A:
            // 36a/NQ-CP
            let next = text.skipSpace(end + 1)
            return isSeparator(next)
        case 0x41...0x5A, 0xC4, 0xE2: return true
        case 0x20, 0x0A, 0x0D, 0x09, 0xC2:
            let next = text.skipSpace(end)
            if isSeparator(next) { return true }
            guard let letter = text.letter(at: next), letter.isUpper else { return false }
            return text.letter(at: letter.end)?.isUpper == true || text.byte(letter.end) == UInt8(ascii: "/")
        default: return false
        }
    }

    private func isSeparator(_ offset: Int) -> Bool {
        let byte = text.byte(offset)
        return byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") || byte == 0xE2
    }

    private func mayBeCode(_ offset: Int) -> Bool {
        let byte = text.byte(offset)
        return byte >= 0x80 || (byte | 0x20) &- 0x61 < 26
    }

    /// Digits and a separator that no more digits follow, as they do in a date.
    private func mayBeYear(_ start: Int) -> Bool {
        var end = start
        while text.isDigit(end), end - start < 5 { end += 1 }
        guard end - start == 4 || end - start == 2 else { return false }
        end = text.skipSpace(end)
        return isSeparator(end) && !text.isDigit(text.skipSpace(end + 1))
    }
}
