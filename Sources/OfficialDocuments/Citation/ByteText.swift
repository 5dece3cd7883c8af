/// Scanned text: UTF-8 bytes, read by offset. Malformed bytes are read as something that is no letter.
struct ByteText {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var count: Int { bytes.count }

    /// The byte at `offset`, 0 outside the text.
    func byte(_ offset: Int) -> UInt8 { offset >= 0 && offset < bytes.count ? bytes[offset] : 0 }

    /// The text of `range` as it stands.
    func string(_ range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }

    // MARK: Scalars and letters

    /// The scalar at `offset` and where the next one begins; malformed bytes are one scalar U+FFFD each.
    func scalar(at offset: Int) -> (value: UInt32, end: Int)? {
        guard offset >= 0, offset < bytes.count else { return nil }
        let lead = bytes[offset]
        if lead < 0x80 { return (UInt32(lead), offset + 1) }
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        guard lead >= 0xC2, offset + length <= bytes.count else { return (0xFFFD, offset + 1) }
        var value = UInt32(lead) & (0xFF >> (UInt32(length) + 1))
        for index in (offset + 1)..<(offset + length) {
            guard bytes[index] & 0xC0 == 0x80 else { return (0xFFFD, offset + 1) }
            value = value << 6 | UInt32(bytes[index] & 0x3F)
        }
        return (value, offset + length)
    }

    /// Where the scalar that ends at `end` begins.
    func previous(_ end: Int) -> Int {
        var offset = end - 1
        while offset > 0, bytes[offset] & 0xC0 == 0x80, end - offset < 4 { offset -= 1 }
        return max(offset, 0)
    }

    /// The letter at `offset` with its combining marks; `nil` if there is none.
    func letter(at offset: Int) -> Letter? {
        guard offset >= 0, offset < bytes.count else { return nil }
        let lead = bytes[offset]
        var letter: Letter
        if lead < 0x80 {
            let lower = lead | 0x20
            guard lower >= 0x61, lower <= 0x7A else { return nil }
            letter = Letter(scalar: UInt32(lead), folded: lower, isUpper: lead != lower, end: offset + 1)
        } else {
            guard let (scalar, end) = scalar(at: offset), let entry = Letter.entry(of: scalar) else { return nil }
            letter = Letter(scalar: scalar, folded: entry.folded, isUpper: entry.isUpper, end: end)
        }
        while let mark = mark(at: letter.end) {
            if mark == 0x031B {
                if letter.scalar == 0x55 { letter.scalar = 0x1AF }
                if letter.scalar == 0x75 { letter.scalar = 0x1B0 }
            }
            letter.end += 2
        }
        return letter
    }

    /// The combining mark at `offset` (U+0300–U+036F, two bytes).
    private func mark(at offset: Int) -> UInt32? {
        guard byte(offset) == 0xCC || byte(offset) == 0xCD, let (value, _) = scalar(at: offset),
            (0x300...0x36F).contains(value)
        else { return nil }
        return value
    }

    func isDigit(_ offset: Int) -> Bool { byte(offset) >= 0x30 && byte(offset) <= 0x39 }

    /// Whether a letter, digit or underscore begins at `offset`.
    func isWord(at offset: Int) -> Bool {
        isDigit(offset) || byte(offset) == UInt8(ascii: "_") || letter(at: offset) != nil
    }

    /// Whether a letter, digit, mark or underscore ends at `offset`.
    func isWord(before offset: Int) -> Bool {
        guard offset > 0 else { return false }
        let start = previous(offset)
        return isWord(at: start) || mark(at: start) != nil
    }

    // MARK: Space

    /// The length of the blank at `offset`: space, tab, no-break spaces, zero-width space, word joiner; 0 if none.
    func blank(at offset: Int) -> Int {
        switch byte(offset) {
        case 0x20, 0x09: 1
        case 0xC2: byte(offset + 1) == 0xA0 ? 2 : 0
        case 0xE2:
            byte(offset + 1) == 0x80 && [0x89, 0x8A, 0x8B, 0xAF].contains(byte(offset + 2))
                || byte(offset + 1) == 0x81 && byte(offset + 2) == 0xA0 ? 3 : 0
        default: 0
        }
    }

    /// Where blanks and at most one newline from `offset` on end. A second newline is a block break, never crossed.
    func skipSpace(_ offset: Int) -> Int {
        var index = offset
        var newlines = 0
        while true {
            let length = blank(at: index)
            if length > 0 { index += length; continue }
            if byte(index) == 0x0D, byte(index + 1) == 0x0A { index += 1; continue }
            guard byte(index) == 0x0A else { break }
            newlines += 1
            if newlines > 1 { return offset }
            index += 1
        }
        return index
    }

    /// Where blanks and at most one newline that end at `offset` begin.
    func skipSpaceBack(_ offset: Int) -> Int {
        var index = offset
        var newlines = 0
        while index > 0 {
            let start = previous(index)
            if blank(at: start) == index - start, start < index { index = start; continue }
            if byte(start) == 0x0A {
                newlines += 1
                if newlines > 1 { return offset }
                index = start
                if byte(index - 1) == 0x0D { index -= 1 }
                continue
            }
            break
        }
        return index
    }

    // MARK: Words

    /// The word of letters and digits that begins at `offset`, cut at `limit`; `nil` if there is none.
    func word(at offset: Int, before limit: Int = .max) -> Word? {
        var folded = FoldedLetters()
        var isCapital = false
        var index = offset
        while index < limit {
            if isDigit(index) {
                folded.append(bytes[index])
                index += 1
            } else if let letter = letter(at: index) {
                if index == offset { isCapital = letter.isUpper }
                folded.append(letter.folded == 0 ? UInt8(ascii: "?") : letter.folded)
                index = letter.end
            } else {
                break
            }
        }
        guard index > offset else { return nil }
        return Word(range: offset..<index, folded: folded.text, isCapital: isCapital)
    }

    /// The word behind `offset` with nothing but space between; `nil` at punctuation or a block break.
    func nextWord(_ offset: Int) -> Word? { word(at: skipSpace(offset)) }

    /// The word before `offset` with nothing but space between; `nil` at punctuation or a block break.
    func previousWord(_ offset: Int) -> Word? {
        let end = skipSpaceBack(offset)
        let start = wordStart(before: end)
        return start < end ? word(at: start, before: end) : nil
    }

    /// Where the run of letters and digits that ends at `end` begins; a run of more than 128 bytes is no word, and only
    /// its end is looked at (encoded data would else cost the square of its length).
    func wordStart(before end: Int) -> Int {
        var start = end
        while start > 0, end - start < 128 {
            let last = bytes[start - 1]
            if last < 0x80 {
                let lower = last | 0x20
                guard lower >= 0x61 && lower <= 0x7A || last >= 0x30 && last <= 0x39 else { break }
                start -= 1
                continue
            }
            var candidate = previous(start)
            while candidate > 0, mark(at: candidate) != nil { candidate = previous(candidate) }
            guard isDigit(candidate) || letter(at: candidate)?.end == start else { break }
            start = candidate
        }
        return start
    }

    /// Whether `phrase` (folded words) begins at the next word behind `offset`; returns where it ends.
    func skip(_ phrase: [String], from offset: Int) -> Int? {
        var end = offset
        for part in phrase {
            guard let word = nextWord(end), word.folded == part else { return nil }
            end = word.range.upperBound
        }
        return end
    }

    /// Whether the bytes at `offset` are those of `text`.
    func has(_ text: String, at offset: Int) -> Bool {
        guard offset >= 0, offset + text.utf8.count <= bytes.count else { return false }
        return zip(text.utf8, bytes[offset...]).allSatisfy { $0 == $1 }
    }
}
