/// The lines of a cell of a table.
enum CellText {
    /// Every line of every block, the marks of lists before their items.
    static func lines(of blocks: [Block]) -> [[Inline]] {
        blocks.flatMap { block -> [[Inline]] in
            switch block {
            case .heading(_, let inlines), .paragraph(let inlines): return inlines.lines.filter { !$0.isEmpty }
            case .code(let text): return [[.text(text)]]
            case .quote(let inner): return lines(of: inner)
            case .table(let table): return table.rows.flatMap { $0.flatMap { lines(of: $0) } }
            case .list(let kind, let items):
                return items.enumerated().flatMap { index, item -> [[Inline]] in
                    var inner = lines(of: item)
                    let mark: String
                    switch kind {
                    case .bullet: mark = "- "
                    case .ordered(let start, let numeral): mark = numeral.mark(start + index) + " "
                    }
                    if inner.isEmpty { inner = [[]] }
                    inner[0].insert(.text(mark), at: 0)
                    return inner
                }
            }
        }
    }
}

extension ListKind.Numeral {
    /// "3.", "c)", "III.": as Vietnamese documents write them.
    func mark(_ number: Int) -> String {
        switch self {
        case .decimal: "\(number)."
        case .lowerLetter: Self.letter(number) + ")"
        case .upperLetter: Self.letter(number).uppercased() + "."
        case .lowerRoman: Self.roman(number).lowercased() + ")"
        case .upperRoman: Self.roman(number) + "."
        }
    }

    private static func letter(_ number: Int) -> String {
        let letters = Array("abcdefghijklmnopqrstuvwxyz")
        let index = max(number, 1) - 1
        let last = String(letters[index % 26])
        return index < 26 ? last : letter(index / 26) + last
    }

    private static func roman(_ number: Int) -> String {
        guard (1...3999).contains(number) else { return "\(number)" }
        let parts: [(value: Int, text: String)] = [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
            (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ]
        var rest = number
        var text = ""
        for part in parts {
            while rest >= part.value {
                text += part.text
                rest -= part.value
            }
        }
        return text
    }
}
