import VietnameseText

/// A text as the search sees it: its syllables, with figures read alike however they are written.
///
/// "26.000 m²", "26 000m2" and "26000 m2" all give `26000 m2`; "99 %" and "99%" give `99 %`; "2017 – 2020" and
/// "2017-2020" give a pair. `assets/search-text.js` does the same; `Tests/Fixtures/search-syllables.json` holds both to it.
struct SearchSyllables {
    /// One syllable.
    struct Entry {
        /// Bytes of `exact`.
        var exact: Range<Int>
        /// UTF-8 bytes of the source.
        var source: Range<Int>
        /// Whether it makes a pair with the one before it.
        var isJoined: Bool
    }

    private(set) var entries: [Entry] = []
    /// The exact forms, one after another.
    private(set) var exact: [UInt8] = []
    private let bytes: [UInt8]

    /// What may stand right behind a figure: "26000m2", "5ha".
    private static let units = Set(
        ["m", "m2", "m3", "km", "km2", "cm", "mm", "dm", "ha", "kg", "g", "l", "ml", "tấn", "tạ", "tỷ", "triệu", "đ"]
            .map { Array($0.utf8) })
    /// Units that a raised 2 or 3 may follow.
    private static let lengths = Set(["m", "km", "cm", "mm", "dm"].map { Array($0.utf8) })

    /// Splits `bytes` (UTF-8). Linear in their length.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        let split = Syllables(bytes)
        exact.reserveCapacity(split.exact.count)
        entries.reserveCapacity(split.entries.count)
        var index = 0
        while index < split.entries.count {
            let entry = split.entries[index]
            let form = split.exact[entry.exact]
            index += 1
            guard let first = form.first, Self.isDigit(first) else {
                add(form, entry.source)
                raise()
                continue
            }
            var digits = Array(form.prefix(while: Self.isDigit))
            var rest = form[(form.startIndex + digits.count)...]
            var source = entry.source
            while rest.isEmpty, index < split.entries.count, digits.count <= 3 || digits.count > entry.exact.count,
                let group = Self.group(split.exact[split.entries[index].exact]),
                isThousands(source.upperBound..<split.entries[index].source.lowerBound)
            {
                digits += group.digits
                rest = group.rest
                source = source.lowerBound..<split.entries[index].source.upperBound
                index += 1
            }
            if Self.units.contains(Array(rest)) {
                let cut = source.upperBound - rest.count
                add(digits[...], source.lowerBound..<cut)
                add(rest, cut..<source.upperBound, joined: true)
                raise()
            } else {
                add(digits[...] + rest, source)
                if rest.isEmpty { addPercent() }
            }
        }
    }

    private mutating func add(_ form: ArraySlice<UInt8>, _ source: Range<Int>, joined: Bool? = nil) {
        let start = exact.count
        exact.append(contentsOf: form)
        let isJoined =
            joined ?? (entries.last.map { joins($0, source.lowerBound, startsWithDigit: form.first) } ?? false)
        entries.append(Entry(exact: start..<exact.count, source: source, isJoined: isJoined))
    }

    /// A raised 2 or 3 behind a unit of length belongs to it.
    private mutating func raise() {
        guard let last = entries.last, last.source.upperBound + 1 < bytes.count, bytes[last.source.upperBound] == 0xC2,
            Self.lengths.contains(Array(exact[last.exact]))
        else { return }
        let mark = bytes[last.source.upperBound + 1]
        guard mark == 0xB2 || mark == 0xB3 else { return }
        exact.append(mark == 0xB2 ? UInt8(ascii: "2") : UInt8(ascii: "3"))
        entries[entries.count - 1].exact = last.exact.lowerBound..<exact.count
        entries[entries.count - 1].source = last.source.lowerBound..<(last.source.upperBound + 2)
    }

    /// A per cent sign behind a figure, with a space or without, is a syllable of its own.
    private mutating func addPercent() {
        guard var index = entries.last?.source.upperBound else { return }
        if index < bytes.count, let space = Self.space(bytes, at: index) { index += space }
        guard index < bytes.count, bytes[index] == UInt8(ascii: "%") else { return }
        add([UInt8(ascii: "%")], index..<(index + 1), joined: true)
    }

    /// Three digits, and what follows them in the same run of letters and digits.
    private static func group(_ form: ArraySlice<UInt8>) -> (digits: ArraySlice<UInt8>, rest: ArraySlice<UInt8>)? {
        let digits = form.prefix(while: isDigit)
        guard digits.count == 3 else { return nil }
        let rest = form[digits.endIndex...]
        return rest.isEmpty || units.contains(Array(rest)) ? (digits, rest) : nil
    }

    /// Whether the gap between two runs of digits parts thousands: one full stop or one space.
    private func isThousands(_ gap: Range<Int>) -> Bool {
        guard let first = gap.first else { return false }
        if gap.count == 1, bytes[first] == UInt8(ascii: ".") { return true }
        return Self.space(bytes, at: first) == gap.count
    }

    /// Whether two syllables are neighbours: white space between them, or one hyphen or slash as in a number; between
    /// figures also a dash of any kind with spaces or without.
    ///
    /// So a pair is what a reader would copy as it stands, and a phrase of two syllables needs no look at the text.
    private func joins(_ last: Entry, _ start: Int, startsWithDigit first: UInt8?) -> Bool {
        let gap = last.source.upperBound..<start
        if gap.count == 1, bytes[gap.lowerBound] == UInt8(ascii: "-") || bytes[gap.lowerBound] == UInt8(ascii: "/") {
            return true
        }
        let figures = Self.isDigit(exact[last.exact.upperBound - 1]) && first.map(Self.isDigit) ?? false
        var dashes = 0
        var index = gap.lowerBound
        while index < gap.upperBound {
            if bytes[index] == 0x09 || bytes[index] == 0x0A || bytes[index] == 0x0D {
                index += 1
            } else if let space = Self.space(bytes, at: index) {
                index += space
            } else if figures, dashes == 0, let dash = Self.dash(bytes, at: index) {
                dashes += 1
                index += dash
            } else {
                return false
            }
        }
        return !gap.isEmpty
    }

    /// The length in bytes of the space at `index`: plain, unbreakable or narrow.
    private static func space(_ bytes: [UInt8], at index: Int) -> Int? {
        switch bytes[index] {
        case 0x20: 1
        case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0xA0: 2
        case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0xAF: 3
        default: nil
        }
    }

    /// The length in bytes of the dash at `index`: - ‐ ‑ ‒ – — −.
    private static func dash(_ bytes: [UInt8], at index: Int) -> Int? {
        switch bytes[index] {
        case UInt8(ascii: "-"): return 1
        case 0xE2 where index + 2 < bytes.count:
            let last = bytes[index + 2]
            let isDash =
                bytes[index + 1] == 0x80 ? (0x90...0x94).contains(last) : bytes[index + 1] == 0x88 && last == 0x92
            return isDash ? 3 : nil
        default: return nil
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
