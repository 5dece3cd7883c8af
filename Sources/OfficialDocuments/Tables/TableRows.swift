/// Reads the tables of the domain: one row a line, cells parted by tabs, `#` opens a comment line.
enum TableRows {
    /// The rows of `bytes` with exactly `columns` cells; missing cells at the end are empty.
    static func read(_ bytes: [UInt8], columns: Int) -> [[String]] {
        bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
            guard line.first != UInt8(ascii: "#") else { return nil }
            var cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).prefix(columns)
                .map { String(decoding: $0, as: UTF8.self) }
            while cells.count < columns { cells.append("") }
            return cells
        }
    }
}
