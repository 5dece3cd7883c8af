/// The text that a problem is about and, where that is certain, what belongs in its place.
///
/// A stage knows what was written but not how: in quotes, through markup, in another composition of its letters. The
/// source is asked where a range is needed (`Passage.range`), and gives none rather than another.
public struct Passage: Hashable, Sendable, Codable {
    /// As the author wrote it.
    public var written: String
    /// What certainly was meant; `nil` where a person has to decide.
    public var correction: String?
    /// What stands directly before it when the place of the problem is further ahead: `](` in a link.
    public var lead: String

    /// A passage at the place of a problem, or after the first `lead` in its paragraph.
    public init(_ written: String, correction: String? = nil, after lead: String = "") {
        self.written = written
        self.correction = correction
        self.lead = lead
    }
}

extension LineTable {
    /// The UTF-8 offsets of a passage whose problem is at `location`; `nil` unless exactly that text stands there, bare or
    /// in quotes.
    func range(of passage: Passage, at location: SourceLocation) -> Range<Int>? {
        let written = Array(passage.written.utf8)
        guard !written.isEmpty, location.line >= 1, location.column >= 1 else { return nil }
        var start = offset(of: location)
        if passage.lead.isEmpty {
            if let quote = byte(at: start), [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(quote) {
                guard byte(at: start + 1 + written.count) == quote else { return nil }
                start += 1
            }
            return has(written, at: start) ? start..<start + written.count : nil
        }
        let lead = Array(passage.lead.utf8)
        while let byte = byte(at: start) {
            if byte == 0x0A, self.byte(at: start + 1) == 0x0A { return nil }
            let first = start + lead.count
            if has(lead, at: start), has(written, at: first),
                let next = self.byte(at: first + written.count), [UInt8(ascii: ")"), UInt8(ascii: " ")].contains(next)
            {
                return first..<first + written.count
            }
            start += 1
        }
        return nil
    }

    /// From where to where a problem reaches: over its passage, else its place alone.
    func extent(of diagnostic: Diagnostic) -> Extent? {
        guard let passage = diagnostic.passage, let range = range(of: passage, at: diagnostic.location) else {
            return nil
        }
        let path = diagnostic.location.path
        return Extent(
            start: location(of: range.lowerBound, in: path), end: location(of: range.upperBound, in: path))
    }
}

/// A stretch of one file; `end` is the place after its last character.
struct Extent {
    var start: SourceLocation
    var end: SourceLocation
}
