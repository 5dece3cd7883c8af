import VietnameseText

/// One line of a document as it is laid out: a paragraph, or the piece of one that a line break ends.
public struct LayoutLine: Hashable, Sendable {
    /// Composed, without space at its ends and with single spaces inside.
    public let text: String
    /// Whether all of it is set in bold.
    public let isStrong: Bool
    /// `text` in lower case without marks.
    let folded: String

    /// A line of any spelling; it is composed and its space tidied.
    public init(_ text: String, isStrong: Bool = false) {
        let words = Normalisation.compose(text).split { $0.isWhitespace || $0 == "\u{200B}" || $0 == "\u{FEFF}" }
        self.text = words.joined(separator: " ")
        self.isStrong = isStrong
        folded = Folding.fold(self.text)
    }

    /// Whether it only parts or decorates: `-----`, `*`, `____`, or nothing at all.
    public var isOrnament: Bool {
        !text.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    }

    /// Whether it is written in capitals, numbers of documents aside.
    var isShouted: Bool {
        let letters = text.unicodeScalars.filter(\.properties.isAlphabetic)
        let small = letters.count { $0.properties.isLowercase }
        return letters.count > 1 && small * 12 <= letters.count
    }

    /// Whether it opens with the words of `phrase`, which is folded.
    func opens(with phrase: String) -> Bool { Self.opens(folded, with: phrase) }

    /// Whether it opens with the words of `phrase`, whatever the case, marks and all.
    func opens(withMarked phrase: String) -> Bool { Self.opens(text.lowercased(), with: phrase) }

    private static func opens(_ text: String, with phrase: String) -> Bool {
        guard text.hasPrefix(phrase) else { return false }
        let next = text.dropFirst(phrase.count).unicodeScalars.first
        return next.map { !$0.properties.isAlphabetic && $0.properties.numericType == nil } ?? true
    }
}
