import OfficialDocuments
import VietnameseText

/// What the beginning of a line says of its place in a document.
enum OutlineMark {
    /// A heading; a bare one is named by the next line ("Chương I").
    case heading(level: Int, isBare: Bool)
    /// Numbered, but in a way Markdown does not count: "a)", "1.1.".
    case paragraph
    /// An item, with the number of characters that its mark takes.
    case item(Item, length: Int)

    /// What marks the items of a list.
    enum Item: Equatable {
        case number(Int)
        case dash
        case plus

        /// Whether the two mark items of one list.
        func continues(_ other: Item) -> Bool {
            switch (self, other) {
            case (.number, .number), (.dash, .dash), (.plus, .plus): true
            default: false
            }
        }
    }

    /// A heading is no longer than this, in characters.
    private static let headingLength = 220

    init?(line: [Inline]) {
        let text = line.plain.drop(while: \.isWhitespace)
        let lead = line.plain.count - text.count
        let words = text.prefix(60).split(separator: " ", maxSplits: 3)
        guard let first = words.first else { return nil }
        if let part = Self.part(words) {
            guard text.count <= Self.headingLength else { return nil }
            self = .heading(level: part.level, isBare: part.isBare)
            return
        }
        let isBold = line.isStrong && text.count <= Self.headingLength
        if first == "-" || first == "–" || first == "•" || first == "+" {
            self = .item(first == "+" ? .plus : .dash, length: lead + first.count + 1)
            return
        }
        if let dash = first.first, "-–•".contains(dash), first.dropFirst().first?.isLetter == true {
            self = .item(.dash, length: lead + 1)
            return
        }
        // "I-" and "1-" are the Party's way.
        guard let mark = first.last, ".)/-–".contains(mark) else { return nil }
        let body = first.dropLast()
        guard !body.isEmpty, words.count > 1 else { return nil }
        if body.allSatisfy({ "IVX".contains($0) }), mark != ")" {
            if isBold || Self.isCapitals(text) { self = .heading(level: 2, isBare: false) } else { self = .paragraph }
        } else if body.allSatisfy({ ("0"..."9").contains($0) }), body.count <= 3, let number = Int(body) {
            if isBold {
                self = .heading(level: 3, isBare: false)
            } else if mark == "." {
                self = .item(.number(number), length: lead + first.count + 1)
            } else {
                self = .paragraph
            }
        } else if body.contains("."), body.allSatisfy({ ("0"..."9").contains($0) || $0 == "." }) {
            if isBold { self = .heading(level: 4, isBare: false) } else { self = .paragraph }
        } else if body.count == 1, body.first?.isLetter == true {
            let isPart = body.first?.isUppercase == true && (isBold || Self.isCapitals(text))
            if isPart { self = .heading(level: 2, isBare: false) } else { self = .paragraph }
        } else {
            return nil
        }
    }

    /// "Phần thứ nhất", "Chương II", "Mục 1", "Điều 5."; only in capitals or with a capital, and with a number behind.
    private static func part(_ words: [Substring]) -> (level: Int, isBare: Bool)? {
        guard let first = words.first, first.first?.isUppercase == true, words.count > 1 else { return nil }
        let word = Normalisation.compose(String(first)).lowercased()
        let number = words[1].filter { $0.isLetter || $0.isNumber }
        let isNumber = !number.isEmpty && (number.allSatisfy(\.isNumber) || number.allSatisfy { "IVX".contains($0) })
        let isOrdinal = ["thứ", "thu"].contains(number.lowercased())
        let isBare = words.count == 2 || isOrdinal && words.count == 3
        switch word {
        case "phần" where isNumber || isOrdinal: return (2, isBare)
        case "chương" where isNumber: return (2, isBare)
        case "mục" where isNumber: return (3, isBare)
        case "phụ" where number.lowercased() == "lục": return (2, words.count <= 3)
        case "điều":
            let digits = words[1].prefix(while: \.isNumber)
            let mark = words[1].dropFirst(digits.count).first
            guard !digits.isEmpty, mark == "." || mark == ":" || words.count == 2 else { return nil }
            return (3, false)
        default: return nil
        }
    }

    private static func isCapitals(_ text: Substring) -> Bool {
        let letters = text.filter(\.isLetter)
        return letters.count > 3 && letters.allSatisfy { $0.isUppercase || !$0.isCased } && text.count <= headingLength
    }
}
