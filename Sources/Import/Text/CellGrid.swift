/// Lays cells that span rows and columns out in a plain grid.
struct CellGrid {
    /// A cell as a word processor or a page states it.
    struct Cell {
        var blocks: [Block]
        /// Rows and columns it takes, at least one.
        var rows: Int
        var columns: Int
    }

    /// The grid; what a spanning cell holds stands at its upper left corner.
    private(set) var table: Table

    /// No page has a table of more columns; a file may say anything.
    private static let maximumSpan = 200

    init(_ rows: [[Cell]]) {
        var grid: [[[Block]]] = []
        /// How many more rows the cell above takes, by column.
        var pending: [Int: Int] = [:]
        var spans = 0
        for row in rows {
            var cells: [[Block]] = []
            func skipTaken() {
                while let left = pending[cells.count], left > 0 {
                    pending[cells.count] = left - 1
                    cells.append([])
                }
            }
            for cell in row {
                skipTaken()
                let width = min(max(cell.columns, 1), Self.maximumSpan)
                if width > 1 || cell.rows > 1 { spans += 1 }
                for offset in 0..<width {
                    if cell.rows > 1 { pending[cells.count] = min(cell.rows, rows.count) - 1 }
                    cells.append(offset == 0 ? cell.blocks : [])
                }
            }
            skipTaken()
            grid.append(cells)
        }
        table = Table(rows: grid, spans: spans)
    }
}
