/// Reads dates as documents write them.
struct DateReader {
    let text: ByteText

    /// "ngày 27/02/2018", "ngày 27 tháng 02 năm 2018", "(ngày 27-2-2018)", "năm 2018", "tháng 7/2008" behind `offset`.
    ///
    /// `isLabelled` false also reads a bare "27/02/2018".
    func read(from offset: Int, isLabelled: Bool = true) -> (date: PartialDate, end: Int)? {
        guard let word = text.nextWord(offset) else { return nil }
        switch word.folded {
        case "ngay": return day(at: text.skipSpace(word.range.upperBound))
        case "nam":
            guard let year = number(text.skipSpace(word.range.upperBound), digits: 4...4),
                let date = PartialDate(year: year.value), !text.isWord(at: year.end), text.byte(year.end) != 0x2D
            else { return nil }
            return (date, year.end)
        case "thang":
            return month(at: text.skipSpace(word.range.upperBound), day: nil)
        default:
            return isLabelled ? nil : day(at: word.range.lowerBound)
        }
    }

    private func day(at offset: Int) -> (date: PartialDate, end: Int)? {
        guard let day = number(offset, digits: 1...2) else { return nil }
        if let word = text.nextWord(day.end), word.folded == "thang" {
            return month(at: text.skipSpace(word.range.upperBound), day: day.value)
        }
        guard let first = separator(day.end) else { return nil }
        return month(at: first, day: day.value)
    }

    private func month(at offset: Int, day: Int?) -> (date: PartialDate, end: Int)? {
        guard let month = number(offset, digits: 1...2) else { return nil }
        var yearStart: Int?
        if let word = text.nextWord(month.end), word.folded == "nam" {
            yearStart = text.skipSpace(word.range.upperBound)
        } else {
            yearStart = separator(month.end)
        }
        guard let yearStart, let year = number(yearStart, digits: 4...4),
            let date = PartialDate(year: year.value, month: month.value, day: day)
        else { return nil }
        return (date, year.end)
    }

    private func separator(_ offset: Int) -> Int? {
        let start = text.skipSpace(offset)
        guard [UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: ".")].contains(text.byte(start)) else { return nil }
        return text.skipSpace(start + 1)
    }

    private func number(_ offset: Int, digits: ClosedRange<Int>) -> (value: Int, end: Int)? {
        var end = offset
        var value = 0
        while text.isDigit(end), end - offset < digits.upperBound {
            value = value * 10 + Int(text.byte(end) - 0x30)
            end += 1
        }
        guard end - offset >= digits.lowerBound, !text.isDigit(end) else { return nil }
        return (value, end)
    }
}
