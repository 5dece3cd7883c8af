/// The sentence a citation stands in, cut at the citation.
public struct Sentence: Sendable, Equatable {
    /// What stands before the citation.
    public var before: String
    /// The citation as written.
    public var mark: String
    /// What stands behind it.
    public var after: String

    /// Bytes shown on either side of the citation at most.
    private static let reach = 110

    /// The sentence around `range` of `text`, inside `block`. Line breaks become spaces; a long sentence is cut at a
    /// word with an ellipsis.
    package init(around range: Range<Int>, in text: [UInt8], block: Range<Int>) {
        var start = range.lowerBound
        var cutsStart = false
        while start > block.lowerBound, !Self.endsSentence(text, at: start - 1, before: range.lowerBound) {
            start -= 1
            if range.lowerBound - start > Self.reach, text[start] == UInt8(ascii: " ") {
                cutsStart = true
                break
            }
        }
        var end = range.upperBound
        var cutsEnd = false
        while end < block.upperBound {
            end += 1
            if Self.endsSentence(text, at: end - 1, before: block.upperBound) { break }
            if end - range.upperBound > Self.reach, end < block.upperBound, text[end] == UInt8(ascii: " ") {
                cutsEnd = true
                break
            }
        }
        before = (cutsStart ? "… " : "") + Self.line(text[start..<range.lowerBound], trimsStart: true)
        mark = Self.line(text[range], trimsStart: false)
        after = Self.line(text[range.upperBound..<end], trimsStart: false) + (cutsEnd ? " …" : "")
    }

    /// Whether the byte ends a sentence: a full stop, question or exclamation mark with a blank behind it, or a
    /// semicolon. A full stop inside a number or an abbreviation has no blank behind it.
    private static func endsSentence(_ text: [UInt8], at index: Int, before end: Int) -> Bool {
        switch text[index] {
        case UInt8(ascii: ";"): true
        case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"):
            index + 1 < end && (text[index + 1] == UInt8(ascii: " ") || text[index + 1] == UInt8(ascii: "\n"))
        default: false
        }
    }

    private static func line(_ bytes: ArraySlice<UInt8>, trimsStart: Bool) -> String {
        var line = bytes.map { $0 == UInt8(ascii: "\n") ? UInt8(ascii: " ") : $0 }[...]
        while trimsStart, line.first == UInt8(ascii: " ") { line = line.dropFirst() }
        return String(decoding: line, as: UTF8.self)
    }
}
