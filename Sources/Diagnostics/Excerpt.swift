/// The piece of a source line around a place, made fit for a terminal.
struct Excerpt {
    /// The line without its end, tabs as four spaces, cut to about a hundred characters with `…` at the cuts.
    let line: String
    /// How many terminal cells stand before the character that is meant.
    let caretCell: Int

    /// Lines are looked at up to this many bytes: a line of 50 MB must not hold up the report about it.
    private static let longestLook = 8192
    private static let charactersBefore = 60
    private static let charactersAfter = 40

    /// `nil` when the file has no such line, or the column lies too far out in a very long one.
    init?(of location: SourceLocation, in table: LineTable) {
        guard location.column >= 1, let bytes = table.bytes(ofLine: location.line) else { return nil }
        let characters = Array(String(decoding: bytes.prefix(Self.longestLook), as: UTF8.self))
        let index = location.column - 1
        // One past the end is a place too: where something is missing.
        guard characters.indices.contains(index) || index == characters.count else { return nil }
        let start = max(0, index - Self.charactersBefore)
        let end = min(characters.count, index + Self.charactersAfter)
        let before = (start > 0 ? "…" : "") + Self.printable(characters[start..<index])
        let isCut = end < characters.count || bytes.count > Self.longestLook
        line = before + Self.printable(characters[index..<end]) + (isCut ? "…" : "")
        caretCell = before.reduce(0) { $0 + Self.cells($1) }
    }

    private static func printable(_ characters: ArraySlice<Character>) -> String {
        characters.reduce(into: "") { $0 += $1 == "\t" ? "    " : String($1).withoutControls }
    }

    /// Terminal cells of a character: 2 for East Asian wide characters and pictures, else 1.
    private static func cells(_ character: Character) -> Int {
        switch character.unicodeScalars.first?.value ?? 0 {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            2
        default: 1
        }
    }
}
