/// The numbers of one text as they are written, each form read once: what stands behind the digits decides what a number
/// is, and a page repeats it.
struct NumberForms {
    /// A number, and whether it is written as its family prescribes.
    struct Reading {
        var reading: NumberGrammar.Reading
        var isCanonical: Bool
    }

    /// What was read behind the digits, and behind the year if there is one.
    private struct Form {
        /// Where it stands in the text.
        var tail: Range<Int>
        var isDated: Bool
        /// The shape that was read there; `nil` if none was.
        var shape: NumberShape?
        /// The number it is, by what stands before it.
        var readings: [(head: NumberGrammar.Head, reading: Reading?)] = []
    }

    private var all: [Form] = []
    private var byHash: [UInt64: Int] = [:]

    /// The shape at `start`, and its form where the bytes of the form alone tell it.
    mutating func shape(at start: Int, in text: ByteText, _ grammar: NumberGrammar) -> (NumberShape, form: Int?)? {
        guard let writing = Writing(at: start, in: text) else {
            return grammar.shape(in: text, at: start).map { ($0, nil) }
        }
        if let form = byHash[writing.hash] {
            guard all[form].isDated == (writing.year != nil),
                text.bytes[all[form].tail].elementsEqual(text.bytes[writing.tail])
            else { return grammar.shape(in: text, at: start).map { ($0, nil) } }
            guard var shape = all[form].shape else { return nil }
            shape.end += writing.tail.lowerBound - all[form].tail.lowerBound
            (shape.start, shape.serialEnd, shape.year) = (start, writing.serialEnd, writing.year)
            shape.serial = text.string(start..<writing.serialEnd)
            return (shape, form)
        }
        let shape = grammar.shape(in: text, at: start)
        byHash[writing.hash] = all.count
        all.append(Form(tail: writing.tail, isDated: writing.year != nil, shape: shape))
        return shape.map { ($0, all.count - 1) }
    }

    /// The number that `shape` is behind `head`.
    mutating func reading(
        of shape: NumberShape,
        form: Int?,
        head: NumberGrammar.Head,
        in text: ByteText,
        _ grammar: NumberGrammar
    ) -> Reading? {
        if let form, let known = all[form].readings.firstIndex(where: { $0.head == head }) {
            guard var result = all[form].readings[known].reading else { return nil }
            (result.reading.number.serial, result.reading.number.year) = (shape.serial, shape.year)
            result.reading.end = shape.end
            return result
        }
        let result = grammar.classify(shape, head: head).map { reading in
            Reading(
                reading: reading,
                isCanonical: text.string(shape.start..<reading.end) == reading.number.description)
        }
        if let form { all[form].readings.append((head, result)) }
        return result
    }

    /// A number as far as it is written in the letters of codes.
    private struct Writing {
        var serialEnd: Int
        var year: Int?
        /// What stands behind the digits and the year.
        var tail: Range<Int>
        /// Of the tail, and of whether a year stands before it.
        var hash: UInt64

        /// `nil` where there is no such number, or what follows might belong to it.
        init?(at start: Int, in text: ByteText) {
            var end = start
            while text.isDigit(end), end - start <= 5 { end += 1 }
            guard end > start, end - start <= 5 else { return nil }
            serialEnd = end
            if text.byte(end) == UInt8(ascii: "/"), text.isDigit(end + 1) {
                var value = 0
                end += 1
                while text.isDigit(end), end - serialEnd <= 5 {
                    value = value * 10 + Int(text.byte(end) - 0x30)
                    end += 1
                }
                guard end - serialEnd == 5, (1945...2100).contains(value) else { return nil }
                year = value
            }
            let first = end
            guard Self.isSeparator(text.byte(first)) else { return nil }
            hash = year == nil ? 0 : 1
            while end - first <= 64, let length = Self.codeLength(at: end, in: text) {
                for offset in end..<end + length { hash = (hash ^ UInt64(text.bytes[offset])) &* 0x100_0000_01B3 }
                end += length
            }
            let last = text.byte(end - 1)
            guard end - first <= 64, end > first + 1, !Self.isSeparator(last), last != UInt8(ascii: "&"),
                Self.isClosed(end, in: text)
            else { return nil }
            // "QH 13" is one code.
            let isAssembly = last == UInt8(ascii: "H") && text.byte(end - 2) == UInt8(ascii: "Q")
            guard !isAssembly || !text.isDigit(text.skipSpace(end)) else { return nil }
            tail = first..<end
        }

        /// The length of what may stand in or between codes: a letter on the keyboard, Đ, Ư, a digit, an ampersand, a separator.
        private static func codeLength(at offset: Int, in text: ByteText) -> Int? {
            switch text.byte(offset) {
            case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "&"): 1
            case 0xC4: text.byte(offset + 1) == 0x90 ? 2 : nil
            case 0xC6: text.byte(offset + 1) == 0xAF ? 2 : nil
            default: nil
            }
        }

        private static func isSeparator(_ byte: UInt8) -> Bool {
            byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/")
        }

        /// Whether nothing behind `end` can belong to the codes before it: no letter, mark or point, and behind a gap no
        /// separator.
        private static func isClosed(_ end: Int, in text: ByteText) -> Bool {
            let byte = text.byte(end)
            guard byte < 0x80, byte != UInt8(ascii: "_") else { return false }
            if byte == UInt8(ascii: ".") {
                let next = text.byte(end + 1)
                return next == 0x20 || next == 0x0A || end + 1 == text.count
            }
            let next = text.skipSpace(end)
            let first = text.byte(next)
            if next == end { return true }
            return !isSeparator(first) && first != UInt8(ascii: ".") && first != 0xE2
        }
    }
}
