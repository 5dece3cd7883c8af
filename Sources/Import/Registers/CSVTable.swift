import SwiftCSV

/// Rows of a table of comma separated values.
enum CSVTable {
    /// Without empty rows; `nil` for a text whose quotes do not close. Excel in Vietnamese writes semicolons: the first
    /// line tells what separates.
    static func rows(of text: String) -> [[String]]? {
        guard let table = try? EnumeratedCSV(string: text, loadColumns: false) else { return nil }
        return ([table.header] + table.rows).filter { row in row.contains { !$0.allSatisfy(\.isWhitespace) } }
    }
}
