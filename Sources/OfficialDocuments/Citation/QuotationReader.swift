/// Reads text in quotation marks.
struct QuotationReader {
    let text: ByteText

    /// The quotation that begins at `offset`: its inside, and all of it. Marks may nest; it ends in its own block.
    func read(at offset: Int) -> (inner: Range<Int>, outer: Range<Int>)? {
        guard let (open, start) = text.scalar(at: offset) else { return nil }
        let close: UInt32
        switch open {
        case 0x201C: close = 0x201D
        case 0xAB: close = 0xBB
        case 0x22: close = 0x22
        default: return nil
        }
        // The straight mark opens only behind a gap and before a word; it does not cross lines.
        let isStraight = open == 0x22
        if isStraight, offset > 0, text.skipSpaceBack(offset) == offset || !text.isWord(at: start) { return nil }
        var depth = 1
        var index = start
        let limit = min(text.count, start + 1200)
        var previous: UInt32 = 0
        while index < limit, let (scalar, next) = text.scalar(at: index) {
            if scalar == 0x0A, previous == 0x0A || isStraight { return nil }
            if scalar != 0x20, scalar != 0x0D, scalar != 0x09 { previous = scalar }
            if scalar == close {
                depth -= 1
                if depth == 0 { return index > start ? (start..<index, offset..<next) : nil }
            } else if scalar == open {
                depth += 1
            }
            index = next
        }
        return nil
    }
}
