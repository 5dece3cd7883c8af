/// Bytes that have the form of a number: digits, then codes parted by slashes and dashes. Whether they are one is
/// for `NumberGrammar.classify` to say.
struct NumberShape {
    /// What stands between two parts.
    struct Separator {
        enum Mark { case dash, slash, dot, none }
        var mark: Mark
        /// Offset behind the separator and the space that follows it.
        var end: Int
        var hasSpaceBefore: Bool
        var hasSpaceAfter: Bool
        /// A dash other than the hyphen on the keyboard.
        var isForeignDash: Bool

        var hasSpace: Bool { hasSpaceBefore || hasSpaceAfter }
    }

    /// A code as written, look-alike letters replaced.
    struct Code {
        var text: String
        var end: Int
        var hasLookAlike: Bool
    }

    var start: Int
    /// Where the digits (and the letter behind them) end.
    var serialEnd: Int
    var serial: String
    var year: Int?
    /// The separator before the year.
    var yearSeparator: Separator?
    /// A separator before each code.
    var parts: [(separator: Separator, code: Code)]
    /// Where the last code ends.
    var end: Int
}

/// Reads the parts of a number at an offset.
struct NumberShapeReader {
    let text: ByteText
    let knowledge: Knowledge

    /// A type and the bodies of a joint document: thirteen are the most in the gazette (09/2025/TTLT-VKSNDTC-…-BDTTG).
    private static let mostCodes = 20

    /// Space is allowed around every separator, one newline or none in it (the grammar in DOMAIN calls them S and D).
    func shape(at start: Int) -> NumberShape? {
        var end = start
        while text.isDigit(end), end - start <= 5 { end += 1 }
        guard end > start, end - start <= 5 else { return nil }
        // 66.20/2026/NQ-CP: a resolution that belongs to a series.
        if text.byte(end) == UInt8(ascii: "."), text.isDigit(end + 1) {
            var inner = end + 1
            while text.isDigit(inner), inner - end <= 4 { inner += 1 }
            guard inner - end <= 3, text.byte(inner) == UInt8(ascii: "/") else { return nil }
            end = inner
        }
        if let letter = text.letter(at: end), letter.folded != 0, text.letter(at: letter.end) == nil,
            !text.isDigit(letter.end), separator(at: letter.end) != nil
        {
            end = letter.end
        }
        var shape = NumberShape(start: start, serialEnd: end, serial: text.string(start..<end), parts: [], end: end)
        if let dash = separator(at: end), text.isDigit(dash.end) {
            guard dash.mark == .slash, let (year, yearEnd) = year(at: dash.end) else { return nil }
            shape.year = year
            shape.yearSeparator = dash
            end = yearEnd
        }
        readCodes(at: end, into: &shape)
        return shape.parts.isEmpty ? nil : shape
    }

    /// Four digits, or two of the last century.
    private func year(at start: Int) -> (year: Int, end: Int)? {
        var end = start
        var value = 0
        while text.isDigit(end), end - start < 5 {
            value = value * 10 + Int(text.byte(end) - 0x30)
            end += 1
        }
        switch end - start {
        case 4 where (1945...2100).contains(value): return (value, end)
        case 2 where value >= 45: return (value, end)
        default: return nil
        }
    }

    private func readCodes(at start: Int, into shape: inout NumberShape) {
        var end = start
        var isSpaced = false
        while shape.parts.count < Self.mostCodes {
            let next: NumberShape.Separator
            if let found = separator(at: end) {
                next = found
            } else if shape.parts.isEmpty, shape.year == nil {
                // "64 TC/TCT": nothing but space behind the serial.
                let after = text.skipSpace(end)
                next = .init(
                    mark: .none, end: after, hasSpaceBefore: after > end, hasSpaceAfter: false, isForeignDash: false)
            } else {
                return
            }
            if next.mark == .dot, shape.parts.isEmpty || next.hasSpace { return }
            // Behind type and issuer, a dash with space on both sides is one between words, unless the writer spaces so.
            if shape.parts.count >= 2, next.hasSpaceBefore, next.hasSpaceAfter, !isSpaced { return }
            guard var code = code(at: next.end, behind: next.hasSpace ? nil : shape.parts.last?.code) else { return }
            if shape.parts.count >= 2, next.mark == .slash, next.hasSpace,
                next.hasSpaceBefore == next.hasSpaceAfter || knowledge.issuers.find(code.text)?.isCertain != true
            {
                return
            }
            if shape.year != nil, let end = term(behind: code) {
                code.text += text.string((end - 2)..<end).filter(\.isNumber)
                code.end = end
            }
            if code.text == "T", let initials = initials(behind: code) { code = initials }
            isSpaced = isSpaced || next.hasSpaceBefore && next.hasSpaceAfter
            shape.parts.append((next, code))
            shape.end = code.end
            end = code.end
        }
    }

    /// "NQ/T.Ư", "NQ/T.W": initials with a point between.
    private func initials(behind code: NumberShape.Code) -> NumberShape.Code? {
        guard text.byte(code.end) == UInt8(ascii: "."), let second = text.letter(at: code.end + 1),
            text.letter(at: second.end) == nil
        else { return nil }
        let name = code.text + (second.scalar == 0x1AF ? "Ư" : text.string((code.end + 1)..<second.end))
        guard ["TƯ", "TW", "TU"].contains(name) else { return nil }
        return .init(text: name, end: second.end, hasLookAlike: code.hasLookAlike)
    }

    /// "QH.11", "QH 11": where the term of the assembly, written apart, ends.
    private func term(behind code: NumberShape.Code) -> Int? {
        guard code.text == "QH" || code.text == "UBTVQH" else { return nil }
        var start = text.skipSpace(code.end)
        if start == code.end, [UInt8(ascii: "."), UInt8(ascii: "-")].contains(text.byte(start)) { start += 1 }
        guard start > code.end, text.isDigit(start), let word = text.word(at: start), word.range.count <= 2 else {
            return nil
        }
        return word.folded.allSatisfy(\.isNumber) ? word.range.upperBound : nil
    }

    /// A slash, a dash or a dot, with the space around it.
    private func separator(at offset: Int) -> NumberShape.Separator? {
        let start = text.skipSpace(offset)
        var end = start + 1
        var mark = NumberShape.Separator.Mark.dash
        var isForeign = false
        switch text.byte(start) {
        case UInt8(ascii: "-"): break
        case UInt8(ascii: "/"): mark = .slash
        case UInt8(ascii: "."): mark = .dot
        case 0xE2:
            guard let (scalar, next) = text.scalar(at: start), (0x2010...0x2015).contains(scalar) || scalar == 0x2212
            else { return nil }
            end = next
            isForeign = true
        default: return nil
        }
        let after = text.skipSpace(end)
        // One newline in all.
        if after > end, start > offset, text.bytes[offset..<start].contains(0x0A),
            text.bytes[end..<after].contains(0x0A)
        {
            return nil
        }
        return .init(
            mark: mark, end: after, hasSpaceBefore: start > offset, hasSpaceAfter: after > end, isForeignDash: isForeign
        )
    }

    /// The code at `offset`: letters, digits and ampersands that begin with a letter.
    private func code(at offset: Int, behind previous: NumberShape.Code?) -> NumberShape.Code? {
        var scalars = String.UnicodeScalarView()
        var ends: [Int] = []
        var folded: [UInt8] = []
        var hasLookAlike = false
        var firstForeign: Int?
        var index = offset
        while scalars.count < 40 {
            if text.isDigit(index), !scalars.isEmpty {
                scalars.append(Unicode.Scalar(text.byte(index)))
                folded.append(text.byte(index))
                index += 1
            } else if text.byte(index) == UInt8(ascii: "&"), !scalars.isEmpty, text.letter(at: index + 1) != nil {
                scalars.append("&")
                folded.append(UInt8(ascii: "&"))
                index += 1
            } else if let letter = text.letter(at: index) {
                let (scalar, isLookAlike) = LookAlike.replace(letter.scalar)
                hasLookAlike = hasLookAlike || isLookAlike
                if let scalar {
                    scalars.append(scalar)
                } else {
                    firstForeign = firstForeign ?? scalars.count
                    scalars.append("?")
                }
                folded.append(letter.folded)
                index = letter.end
            } else {
                break
            }
            ends.append(index)
        }
        guard let first = scalars.first, first.properties.isAlphabetic else { return nil }
        if firstForeign == nil, text.byte(index) != UInt8(ascii: "_"), isWritten(String(scalars), behind: previous) {
            return .init(text: String(scalars), end: index, hasLookAlike: hasLookAlike)
        }
        return unglue(scalars: Array(scalars), folded: folded, ends: ends, firstForeign: firstForeign)
    }

    /// Whether `code` looks like one: capitals, or small letters where a table knows it or the code before it is in
    /// small letters too.
    private func isWritten(_ code: String, behind previous: NumberShape.Code?) -> Bool {
        let small = code.unicodeScalars.filter(\.properties.isLowercase).count
        let capitals = code.unicodeScalars.filter(\.properties.isUppercase).count
        if capitals > 0, small <= max(1, capitals / 3), code.unicodeScalars.first?.properties.isUppercase == true {
            return true
        }
        let isSmall = capitals == 0 && code.utf8.count <= 8
        if isSmall, let previous, !previous.text.unicodeScalars.contains(where: \.properties.isUppercase) {
            return true
        }
        return knowledge.types.find(code) != nil || knowledge.issuers.find(code)?.isCertain == true
    }

    /// "TWngày" is TW and "ngày": the longest known code that is followed by a word that often comes next.
    private func unglue(
        scalars: [Unicode.Scalar],
        folded: [UInt8],
        ends: [Int],
        firstForeign: Int?
    ) -> NumberShape.Code? {
        let limit = min(firstForeign ?? scalars.count, scalars.count - 1)
        guard limit >= 2 else { return nil }
        for cut in stride(from: limit, through: 2, by: -1) {
            guard Self.followers.contains(String(decoding: folded[cut...], as: UTF8.self)) else { continue }
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[..<cut])
            let code = String(view)
            if knowledge.types.find(code) != nil || knowledge.issuers.find(code)?.isCertain == true {
                return .init(text: code, end: ends[cut - 1], hasLookAlike: false)
            }
        }
        return nil
    }

    /// Words seen glued to a number, folded.
    private static let followers: Set<String> = [
        "ngay", "cua", "ve", "va", "do", "nam", "da", "duoc", "khoa", "tai", "cho", "quy", "ban", "la", "de", "co",
        "trong", "thi", "gui", "den", "voi", "theo", "nham", "tu", "thuc", "trien", "huong", "sua", "thay",
    ]
}
