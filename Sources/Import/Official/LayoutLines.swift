import OfficialDocuments
import VietnameseText

/// The lines of a text with the block each of them is a part of.
struct LayoutLines {
    /// In reading order; a table that sets a head or a foot in columns is read column by column.
    private(set) var lines: [LayoutLine] = []
    /// For each line, the index of its block.
    private(set) var blocks: [Int] = []
    /// For each line, which line of its block it is.
    private(set) var pieces: [Int] = []

    /// - Parameter isFoot: Leaves out tables that hold data: a foot is two cells.
    init(_ blocks: [Block], isFoot: Bool = false) {
        for (index, block) in blocks.enumerated() { add(block, at: index, isFoot: isFoot) }
    }

    private mutating func add(_ block: Block, at index: Int, isFoot: Bool) {
        var piece = 0
        func append(_ inlines: [Inline], to lines: inout LayoutLines) {
            for line in inlines.lines {
                lines.lines.append(LayoutLine(line.plain, isStrong: line.isStrong))
                lines.blocks.append(index)
                lines.pieces.append(piece)
                piece += 1
            }
        }
        switch block {
        case .heading(_, let inlines): append([.strong(inlines)], to: &self)
        case .paragraph(let inlines): append(inlines, to: &self)
        case .list(_, let items):
            for lines in items.map(CellText.lines) {
                for (offset, line) in lines.enumerated() {
                    append(offset == 0 ? [.text("- ")] + line : line, to: &self)
                }
            }
        case .quote(let inner): CellText.lines(of: inner).forEach { append($0, to: &self) }
        case .code(let text): append([.text(text)], to: &self)
        case .table(let table):
            if isFoot, table.width > 3 || table.rows.count > 8 { return }
            if Self.isAttributes(table) {
                for row in table.rows where row.count >= 2 {
                    for start in stride(from: 0, to: row.count - 1, by: 2) {
                        let label = row[start].plain.filter { $0 != ":" && $0 != "\n" }
                        let value = CellText.lines(of: row[start + 1]).joined(separator: [.text(" ")])
                        append([.text(label + ": ")] + Array(value), to: &self)
                    }
                }
            } else {
                for column in 0..<table.width {
                    for row in table.rows { CellText.lines(of: row[column]).forEach { append($0, to: &self) } }
                }
            }
        }
    }

    /// A table of labels and values, as portals show the attributes of a document.
    private static func isAttributes(_ table: Table) -> Bool {
        guard table.width >= 2, table.rows.count >= 2 else { return false }
        let labels = table.rows.flatMap { $0.map { Folding.fold($0.plain).filter { $0.isLetter || $0 == " " } } }
        let known = labels.count { label in
            ["so hieu", "so ky hieu", "ngay ban hanh", "loai van ban", "co quan ban hanh", "nguoi ky", "trich yeu"]
                .contains { label.drop { $0 == " " }.hasPrefix($0) }
        }
        return known >= 2
    }

    /// The blocks without the lines in `range`. A table goes as a whole or stays as a whole.
    func removing(_ range: Range<Int>, from original: [Block]) -> [Block] {
        var result: [Block] = []
        for (index, block) in original.enumerated() {
            let own = lines.indices.filter { blocks[$0] == index }
            let kept = own.filter { !range.contains($0) }
            if kept.count == own.count {
                result.append(block)
            } else if case .paragraph(let inlines) = block {
                let pieces = inlines.lines
                let left = kept.compactMap { pieces.indices.contains(self.pieces[$0]) ? pieces[self.pieces[$0]] : nil }
                if !left.isEmpty { result.append(.paragraph(Array(left.joined(separator: [.lineBreak])))) }
            } else if !kept.allSatisfy({ lines[$0].isOrnament }) {
                result.append(block)
            }
        }
        return result
    }
}
