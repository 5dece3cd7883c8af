/// The lines of the files that problems are in, each read when its first problem comes up.
///
/// Problems come sorted by path, so one table serves all that are in one file.
struct SourceTables {
    private let source: (String) -> [UInt8]?
    private var current: (path: String, table: LineTable?)?

    init(_ source: @escaping (String) -> [UInt8]?) {
        self.source = source
    }

    /// The lines of the file at `path`; `nil` when it is not at hand.
    mutating func table(of path: String) -> LineTable? {
        if current?.path != path { current = (path, source(path).map { LineTable($0) }) }
        return current?.table
    }
}
