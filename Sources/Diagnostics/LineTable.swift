/// Turns UTF-8 offsets of one file into lines and columns.
///
/// Made only when a problem has to be located: building it walks the whole file once.
public struct LineTable: Sendable {
    private let bytes: [UInt8]
    /// UTF-8 offset of the first byte of each line. Never empty.
    private let starts: [Int]

    /// Finds the lines of a file.
    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var starts = [0]
        for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
            starts.append(offset + 1)
        }
        self.starts = starts
    }

    /// The line (from 1) and column (from 1, in characters) of a UTF-8 offset; offsets past the end give the end.
    public func position(of offset: Int) -> (line: Int, column: Int) {
        let offset = min(max(offset, 0), bytes.count)
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        let column = String(decoding: bytes[starts[low]..<offset], as: UTF8.self).count + 1
        return (low + 1, column)
    }

    /// The UTF-8 offset of a line and a column (both from 1, the column in characters); the end of the file past it.
    public func offset(of location: SourceLocation) -> Int {
        guard location.line >= 1, location.line <= starts.count else { return bytes.count }
        let start = starts[location.line - 1]
        let line = String(decoding: bytes[start...].prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
        return start + line.prefix(max(location.column - 1, 0)).utf8.count
    }

    /// The bytes of a line (from 1) without its end; `nil` when there is no such line.
    public func bytes(ofLine number: Int) -> ArraySlice<UInt8>? {
        guard number >= 1, number <= starts.count else { return nil }
        let end = number < starts.count ? starts[number] - 1 : bytes.count
        let line = bytes[starts[number - 1]..<end]
        return line.last == UInt8(ascii: "\r") ? line.dropLast() : line
    }

    /// The location of a UTF-8 offset in the file called `path`.
    public func location(of offset: Int, in path: String) -> SourceLocation {
        let (line, column) = position(of: offset)
        return SourceLocation(path: path, line: line, column: column)
    }
}
