/// Turns UTF-8 offsets of one file into lines and columns.
///
/// Made only when a problem has to be located: building it walks the whole file once.
public struct LineTable: Sendable {
    private let bytes: [UInt8]
    /// UTF-8 offset of the first byte of each line. Never empty.
    private let starts: [Int]
    /// Places within long lines whose column is known, so that a column never has to be counted from far away.
    private let marks: [(offset: Int, column: Int)]

    /// How far apart marks stand, in bytes.
    private static let stretch = 1024

    /// Finds the lines of a file.
    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var starts = [0]
        for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
            starts.append(offset + 1)
        }
        self.starts = starts
        marks = Self.marks(in: bytes, starts)
    }

    /// A mark stands between two ASCII bytes of a line: no character reaches across such a place, however bytes are repaired.
    private static func marks(in bytes: [UInt8], _ starts: [Int]) -> [(offset: Int, column: Int)] {
        var marks: [(offset: Int, column: Int)] = []
        for (line, start) in starts.enumerated() {
            let end = line + 1 < starts.count ? starts[line + 1] : bytes.count
            var last = (offset: start, column: 1)
            while last.offset + stretch < end {
                var next = last.offset + stretch
                while next < end, bytes[next - 1] >= 0x80 || bytes[next] >= 0x80 || bytes[next] == 0x0A { next += 1 }
                guard next < end else { break }
                last = (next, last.column + String(decoding: bytes[last.offset..<next], as: UTF8.self).count)
                marks.append(last)
            }
        }
        return marks
    }

    /// The line (from 1) and column (from 1, in characters) of a UTF-8 offset; offsets past the end give the end.
    public func position(of offset: Int) -> (line: Int, column: Int) {
        let offset = min(max(offset, 0), bytes.count)
        let line = Self.count(starts, upTo: offset) { $0 }
        var known = (offset: starts[line - 1], column: 1)
        let before = Self.count(marks, upTo: offset, \.offset)
        if before > 0, marks[before - 1].offset > known.offset { known = marks[before - 1] }
        return (line, known.column + String(decoding: bytes[known.offset..<offset], as: UTF8.self).count)
    }

    /// How many of `entries`, in the order of their offsets, begin at `offset` or before it.
    private static func count<Entry>(_ entries: [Entry], upTo offset: Int, _ start: (Entry) -> Int) -> Int {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if start(entries[middle]) <= offset { low = middle + 1 } else { high = middle }
        }
        return low
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

    /// The byte at a UTF-8 offset; `nil` past the end.
    func byte(at offset: Int) -> UInt8? { bytes.indices.contains(offset) ? bytes[offset] : nil }

    /// Whether `text` stands at a UTF-8 offset.
    func has(_ text: [UInt8], at offset: Int) -> Bool {
        offset >= 0 && offset + text.count <= bytes.count && bytes[offset..<offset + text.count].elementsEqual(text)
    }

    /// The location of a UTF-8 offset in the file called `path`.
    public func location(of offset: Int, in path: String) -> SourceLocation {
        let (line, column) = position(of: offset)
        return SourceLocation(path: path, line: line, column: column)
    }
}
