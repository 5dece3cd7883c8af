/// A number that is written so that no rule reads it, with the one that is probably meant: "25-NQTW", "217-Q&#272;/TW".
///
/// It is no citation; only an editor may make it one.
public struct NearMiss: Hashable, Sendable {
    /// UTF-8 offsets in the scanned text.
    public var range: Range<Int>
    /// What is probably meant: 25-NQ/TW.
    public var number: DocumentNumber
}

/// Looks for numbers that are nearly written.
struct NearMissReader {
    let text: ByteText
    let grammar: NumberGrammar

    /// "25-NQTW", "24-NQTU": type and issuer of a Party number without the slash between.
    func glued(_ shape: NumberShape) -> NearMiss? {
        guard shape.parts.count == 1, shape.year == nil, let part = shape.parts.first, part.separator.mark == .dash
        else { return nil }
        let code = part.code.text
        guard grammar.issuers.find(code)?.isCertain != true, grammar.types.find(code) == nil else { return nil }
        for cut in code.indices.dropFirst(2) {
            guard let type = grammar.types.find(String(code[..<cut])), type.value.isStrong,
                let issuer = grammar.issuers.find(String(code[cut...])), issuer.isCertain,
                issuer.issuer.family == .party
            else { continue }
            return number("\(shape.serial)-\(type.code)/\(issuer.code)", at: shape.start..<shape.end)
        }
        return nil
    }

    /// "217-Q&#272;/TW": letters that a program wrote as entities, and another as text.
    func encoded(_ start: Int) -> NearMiss? {
        var end = start
        while end < text.count, end - start < 60, text.byte(end) > 0x20 { end += 1 }
        var written = Substring(text.string(start..<end))
        var read = ""
        while let open = written.firstRange(of: "&#") {
            guard let close = written[open.upperBound...].firstIndex(of: ";"),
                let value = UInt32(written[open.upperBound..<close]), let scalar = Unicode.Scalar(value)
            else { return nil }
            read += written[..<open.lowerBound] + String(Character(scalar))
            written = written[written.index(after: close)...]
        }
        read += written
        while let last = read.last, !last.isLetter, !last.isNumber { read.removeLast(); end -= 1 }
        return number(read, at: start..<end)
    }

    private func number(_ written: String, at range: Range<Int>) -> NearMiss? {
        DocumentNumber.parse(written, with: grammar.knowledge).map { NearMiss(range: range, number: $0.number) }
    }
}
