/// How deep a YAML text nests, told before it is read: the reader calls itself once a level.
struct YAMLNesting {
    /// Levels of indentation and of brackets that front matter may have.
    static let limit = 64
    /// What no text has by accident, quoted or not: unclosed brackets, list signs of a line, leading blanks.
    private static let crudeLimit = 1_000

    private let bytes: [UInt8]
    private var index = 0
    private var line = 0
    /// Columns of the blocks around this place.
    private var columns: [Int] = []
    /// Brackets around it.
    private var brackets = 0

    /// The line (from 0) on which `text` nests too deep; signs in quoted texts, remarks and texts of several lines do not
    /// count.
    static func firstLineTooDeep(_ text: String) -> Int? {
        var nesting = YAMLNesting(bytes: Array(text.utf8))
        return nesting.crudely() ?? nesting.exactly()
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private func byte(_ offset: Int = 0) -> UInt8 { index + offset < bytes.count ? bytes[index + offset] : 0x0A }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A }

    private func crudely() -> Int? {
        var line = 0
        var (open, signs, blanks) = (0, 0, 0)
        var isIndentation = true
        for byte in bytes {
            switch byte {
            case 0x0A: (line, signs, blanks, isIndentation) = (line + 1, 0, 0, true)
            case 0x20: if isIndentation { blanks += 1 }
            case UInt8(ascii: "["), UInt8(ascii: "{"): open += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"): open = max(open - 1, 0)
            case UInt8(ascii: "-"), UInt8(ascii: "?"): if isIndentation { signs += 1 }
            default: isIndentation = false
            }
            if max(open, signs, blanks) > Self.crudeLimit { return line }
        }
        return nil
    }

    private mutating func exactly() -> Int? {
        while index < bytes.count {
            let start = line
            if brackets == 0 { openBlocks() }
            if columns.count + brackets > Self.limit { return start }
            let block = readLine()
            if columns.count + brackets > Self.limit { return line }
            if let column = block { skipLines(indentedBeyond: column) }
        }
        return nil
    }

    /// Notes the columns at which a line and the items it opens start.
    private mutating func openBlocks() {
        var column = 0
        func isItem() -> Bool {
            (byte() == UInt8(ascii: "-") || byte() == UInt8(ascii: "?")) && Self.isBlank(byte(1))
        }
        while byte() == 0x20 { (index, column) = (index + 1, column + 1) }
        guard byte() != 0x0A, byte() != UInt8(ascii: "#") else { return }
        while let last = columns.last, last >= column { columns.removeLast() }
        columns.append(column)
        while isItem() {
            (index, column) = (index + 1, column + 1)
            while byte() == 0x20 { (index, column) = (index + 1, column + 1) }
            if byte() != 0x0A { columns.append(column) }
        }
    }

    /// Reads to the end of the line. Gives the column that the lines of a literal text which starts here lie beyond.
    private mutating func readLine() -> Int? {
        var isStart = true
        var isKey = false
        var literal: Int?
        while index < bytes.count, byte() != 0x0A {
            let here = byte()
            switch here {
            case 0x20, 0x09: break
            case UInt8(ascii: "#") where index == 0 || Self.isBlank(bytes[index - 1]):
                while index < bytes.count, byte() != 0x0A { index += 1 }
                continue
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                if isStart { skipQuoted(here) }
                isStart = false
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                if isStart || brackets > 0 { (brackets, isStart) = (brackets + 1, true) }
                if columns.count + brackets > Self.limit { return nil }
            case UInt8(ascii: "]"), UInt8(ascii: "}"): (brackets, isStart) = (max(brackets - 1, 0), false)
            case UInt8(ascii: ","): isStart = brackets > 0
            case UInt8(ascii: ":"): if Self.isBlank(byte(1)) { (isStart, isKey) = (true, true) }
            case UInt8(ascii: "&"), UInt8(ascii: "!"), UInt8(ascii: "*"):
                if isStart { while index + 1 < bytes.count, !Self.isBlank(byte(1)) { index += 1 } }
            case UInt8(ascii: "|"), UInt8(ascii: ">"):
                if isStart, brackets == 0 { literal = isKey ? columns.last ?? 0 : columns.dropLast().last ?? 0 }
                isStart = false
            default: isStart = false
            }
            index += 1
        }
        (index, line) = (index + 1, line + 1)
        return literal
    }

    private mutating func skipQuoted(_ quote: UInt8) {
        index += 1
        while index < bytes.count, byte() != quote {
            if byte() == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") { index += 1 }
            if byte() == 0x0A { line += 1 }
            index += 1
        }
    }

    private mutating func skipLines(indentedBeyond column: Int) {
        while index < bytes.count {
            var end = index
            while end < bytes.count, bytes[end] == 0x20 { end += 1 }
            guard end == bytes.count || bytes[end] == 0x0A || end - index > column else { return }
            while index < bytes.count, byte() != 0x0A { index += 1 }
            (index, line) = (index + 1, line + 1)
        }
    }
}
