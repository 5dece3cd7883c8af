/// A part of a text on its way to a page, whatever it was written with.
public indirect enum Block: Sendable, Equatable {
    /// A heading; the highest level is 1.
    case heading(level: Int, [Inline])
    case paragraph([Inline])
    case list(ListKind, items: [[Block]])
    case quote([Block])
    /// Text whose line breaks count.
    case code(String)
    case table(Table)
}

/// How the items of a list are marked.
public enum ListKind: Sendable, Equatable {
    case bullet
    case ordered(start: Int, Numeral)

    /// What counts the items of an ordered list.
    public enum Numeral: Sendable, Equatable {
        case decimal, lowerLetter, upperLetter, lowerRoman, upperRoman
    }
}

/// A piece of running text.
public indirect enum Inline: Sendable, Equatable {
    /// Characters, spaces among them; no line break.
    case text(String)
    /// A line ends here because its author ended it.
    case lineBreak
    case strong([Inline])
    case emphasis([Inline])
    case struck([Inline])
    case raised([Inline])
    case lowered([Inline])
    case code(String)
    case link([Inline], target: String)
    case image(alternative: String, path: String)
    /// A footnote.
    case note([Block])
}

/// A table: rows of as many cells as there are columns.
public struct Table: Sendable, Equatable {
    /// What a cell holds.
    public var rows: [[[Block]]]
    /// Cells that spanned several rows or columns; each stands once, at its beginning.
    public var spans: Int

    /// Rows are filled up to the width of the longest.
    public init(rows: [[[Block]]], spans: Int = 0) {
        let width = rows.map(\.count).max() ?? 0
        self.rows = rows.map { $0 + Array(repeating: [], count: width - $0.count) }
        self.spans = spans
    }

    /// The number of columns.
    public var width: Int { rows.first?.count ?? 0 }
}

/// A text read from a file, with the pictures it shows.
public struct ImportedText: Sendable {
    /// In reading order.
    public var blocks: [Block] = []
    /// Pictures by the path that the text has for them.
    public var pictures: [String: [UInt8]] = [:]
    /// Title the file states of itself.
    public var title: String?

    /// A text of these blocks.
    public init(blocks: [Block] = []) { self.blocks = blocks }
}
