import Foundation

/// A table of labelled data: a line a row, cells parted by tabs, the first line names the columns.
struct LabelledTable {
    /// A row with its place, for what is wrong with it.
    struct Row {
        var line: Int
        var cells: [String]
    }

    let path: String
    let rows: [Row]
    private let columns: [String]

    /// Reads the file at `path`; every row has a cell for every column, or says where it does not.
    init(_ path: String) throws(LabelledCitations.Failure) {
        guard let data = FileManager.default.contents(atPath: path) else { throw .unreadable(path: path) }
        let lines = String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        func cells(_ line: Substring) -> [String] {
            let line = line.last == "\r" ? line.dropLast() : line
            return line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
        self.path = path
        columns = lines.first.map(cells) ?? []
        var rows: [Row] = []
        for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
            let row = Row(line: index + 1, cells: cells(line))
            guard row.cells.count >= columns.count else { throw .row(file: path, line: row.line) }
            rows.append(row)
        }
        self.rows = rows
    }

    /// The place of a column; throws where the table lacks it.
    func column(_ name: String) throws(LabelledCitations.Failure) -> Int {
        guard let index = columns.firstIndex(of: name) else { throw .column(file: path, name: name) }
        return index
    }

    /// The place of a column, if the table has it.
    func column(ifPresent name: String) -> Int? { columns.firstIndex(of: name) }
}
