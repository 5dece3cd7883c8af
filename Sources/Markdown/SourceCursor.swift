/// Follows a document tree through the source it was parsed from, and says where each text came from.
///
/// cmark gives the line of a block but no reliable column of an inline. Texts appear in source order, though, and what
/// stands between them is markup whose form the tree tells. So the cursor passes over markup by its form and finds each
/// text where it left off, reading escapes and entities as cmark does.
struct SourceCursor {
    /// A stretch of a text with the source it came from.
    struct Origin {
        /// Offset in the text.
        var text: Int
        /// Offset in the source.
        var source: Int
        /// Bytes of the source that stand for the stretch as a whole: an escape, an entity. `nil` where both are alike.
        var replaced: Int?
    }

    /// How a link is written, as far as the end of it depends on that.
    enum LinkForm { case brackets, angles, bare }

    let source: [UInt8]
    /// Where the next piece is expected.
    private(set) var offset = 0
    /// Where the block ends.
    private var end = 0
    private var isTableCell = false
    /// What named entities stand for; `nil` for a name that is none.
    private var entities: [ArraySlice<UInt8>: [UInt8]?] = [:]

    init(_ source: [UInt8]) { self.source = source }

    /// Goes to a block; `keepsPlace` stays behind what was read where the block does not begin later.
    mutating func enter(_ block: Range<Int>, keepsPlace: Bool) {
        offset = keepsPlace ? max(offset, block.lowerBound) : block.lowerBound
        end = offset > block.upperBound ? source.count : block.upperBound
        isTableCell = keepsPlace
    }

    // MARK: Texts

    /// Where `text` came from, in stretches with offsets in `text`; goes behind it. Empty if the source does not have it.
    mutating func find(_ text: [UInt8], isRaw: Bool = false) -> [Origin] {
        guard let first = text.first else { return [] }
        var start = offset
        while start < end {
            let byte = source[start]
            let mayBegin = byte == first || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "\\") || first == 0xEF
            if mayBegin, let (origins, behind) = align(text, at: start, isRaw: isRaw) {
                offset = behind
                return origins
            }
            start += 1
        }
        return []
    }

    /// The stretches of `text` if the source at `start` says it, and where that ends. `isRaw` reads no escapes, as in the
    /// address of an autolink.
    private mutating func align(_ text: [UInt8], at start: Int, isRaw: Bool) -> (origins: [Origin], end: Int)? {
        var origins: [Origin] = []
        var offset = start
        var index = 0
        var isAlike = false
        while index < text.count {
            guard offset < end else { return nil }
            let byte = source[offset]
            if byte == UInt8(ascii: "\\"), !isRaw, let length = escape(at: offset) {
                guard source[offset + length - 1] == text[index] else { return nil }
                origins.append(Origin(text: index, source: offset, replaced: length))
                (index, offset, isAlike) = (index + 1, offset + length, false)
            } else if byte == UInt8(ascii: "&"), let (value, length) = entity(at: offset) {
                guard text[index...].starts(with: value) else { return nil }
                origins.append(Origin(text: index, source: offset, replaced: length))
                (index, offset, isAlike) = (index + value.count, offset + length, false)
            } else if byte == text[index] {
                if !isAlike { origins.append(Origin(text: index, source: offset, replaced: nil)) }
                (index, offset, isAlike) = (index + 1, offset + 1, true)
            } else if byte >= 0x80 || byte == 0, text[index...].starts(with: Self.replacement) {
                origins.append(Origin(text: index, source: offset, replaced: 1))
                (index, offset, isAlike) = (index + 3, offset + 1, false)
            } else {
                return nil
            }
        }
        return (origins, offset)
    }

    /// U+FFFD, which stands for bytes that are no UTF-8.
    private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

    /// The length of the escape at a backslash; the character it stands for is its last byte. In a table the bar is
    /// escaped once more.
    private func escape(at offset: Int) -> Int? {
        guard offset + 1 < end else { return nil }
        let next = source[offset + 1]
        if isTableCell, next == UInt8(ascii: "\\"), offset + 2 < end, source[offset + 2] == UInt8(ascii: "|") {
            return 3
        }
        switch next {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: return 2
        default: return nil
        }
    }

    // MARK: Entities

    /// What the entity at an ampersand stands for, and its length; `nil` if it is an ampersand.
    private mutating func entity(at offset: Int) -> (value: [UInt8], length: Int)? {
        let limit = min(offset + 40, end)
        guard let last = source[offset..<limit].firstIndex(of: UInt8(ascii: ";")), last > offset + 1 else { return nil }
        let name = source[offset...last]
        guard
            name.dropFirst().dropLast().allSatisfy({ byte in
                byte | 0x20 &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "#")
            })
        else { return nil }
        let value: [UInt8]?
        if let known = entities[name] {
            value = known
        } else {
            value = CMarkTree.value(ofEntity: Array(name))
            entities[name] = .some(value)
        }
        return value.map { ($0, name.count) }
    }

    // MARK: Markup

    /// Passes over what opens a link, and says how it is written.
    mutating func openLink() -> LinkForm {
        var index = offset
        while index < end, Self.isMarkup[Int(source[index])] { index += 1 }
        guard index < end else { return .bare }
        switch source[index] {
        case UInt8(ascii: "["):
            offset = index + 1
            return .brackets
        case UInt8(ascii: "<"):
            offset = index + 1
            return .angles
        default: return .bare
        }
    }

    /// Passes over what opens an image.
    mutating func openImage() -> LinkForm {
        guard let start = index(of: [UInt8(ascii: "!"), UInt8(ascii: "[")]) else { return .bare }
        offset = start + 2
        return .brackets
    }

    /// Passes over what closes a link or an image, its address with it.
    mutating func closeLink(_ form: LinkForm) {
        switch form {
        case .bare: return
        case .angles:
            if let close = index(of: [UInt8(ascii: ">")]) { offset = close + 1 }
        case .brackets:
            guard let close = index(of: [UInt8(ascii: "]")]) else { return }
            offset = close + 1
            guard offset < end else { return }
            if source[offset] == UInt8(ascii: "("), let behind = address(at: offset) {
                offset = behind
            } else if source[offset] == UInt8(ascii: "["), let label = closing(UInt8(ascii: "]"), from: offset + 1) {
                offset = label + 1
            }
        }
    }

    /// Passes over a code span and returns where its text begins.
    mutating func code(_ text: [UInt8]) -> Int {
        let tick = UInt8(ascii: "`")
        guard let open = index(of: [tick]) else { return offset }
        func run(_ start: Int) -> Int { (source[start..<end].firstIndex { $0 != tick } ?? end) - start }
        let length = run(open)
        var index = open + length
        while index < end {
            guard source[index] == tick else { index += 1; continue }
            let count = run(index)
            if count == length {
                offset = index + length
                let inner = index - open - length
                return open + length + (inner == text.count + 2 ? 1 : 0)
            }
            index += count
        }
        return offset
    }

    /// Passes over raw HTML and returns where it begins.
    mutating func html(_ text: [UInt8]) -> Int {
        guard let start = index(of: text[...]) else { return offset }
        offset = start + text.count
        return start
    }

    /// Passes over the mention of a footnote.
    mutating func footnoteReference() {
        guard let start = index(of: [UInt8(ascii: "["), UInt8(ascii: "^")]) else { return }
        offset = closing(UInt8(ascii: "]"), from: start + 2).map { $0 + 1 } ?? start
    }

    /// Marks that emphasis and blocks leave between two texts, and blanks.
    private static let isMarkup: [Bool] = (0...255).map { byte in "*_~>| \t\n".utf8.contains(UInt8(byte)) }

    private func index(of bytes: ArraySlice<UInt8>) -> Int? {
        guard let first = bytes.first else { return nil }
        var start = offset
        while start + bytes.count <= end {
            if source[start] == first, source[start...].starts(with: bytes) { return start }
            start += 1
        }
        return nil
    }

    /// The place of `byte` without a backslash before it.
    private func closing(_ byte: UInt8, from start: Int) -> Int? {
        var index = start
        while index < end, source[index] != byte {
            index += source[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return index < end ? index : nil
    }

    /// Where "(address "title")" ends.
    private func address(at open: Int) -> Int? {
        func skipBlank(_ start: Int) -> Int {
            source[start..<end].firstIndex { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A } ?? end
        }
        var index = skipBlank(open + 1)
        if index < end, source[index] == UInt8(ascii: "<") {
            guard let close = closing(UInt8(ascii: ">"), from: index + 1) else { return nil }
            index = close + 1
        } else {
            var depth = 0
            while index < end, source[index] > 0x20 {
                if source[index] == UInt8(ascii: "\\") { index += 2; continue }
                if source[index] == UInt8(ascii: "(") { depth += 1 }
                if source[index] == UInt8(ascii: ")") {
                    if depth == 0 { break }
                    depth -= 1
                }
                index += 1
            }
        }
        guard index < end else { return nil }
        index = skipBlank(index)
        guard index < end else { return nil }
        let quote = source[index]
        if [UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "(")].contains(quote) {
            let mark = quote == UInt8(ascii: "(") ? UInt8(ascii: ")") : quote
            guard let close = closing(mark, from: index + 1) else { return nil }
            index = skipBlank(close + 1)
        }
        return index < end && source[index] == UInt8(ascii: ")") ? index + 1 : nil
    }
}
