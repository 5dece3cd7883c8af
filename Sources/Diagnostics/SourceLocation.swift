/// A place in a file an editor can jump to.
///
/// `line` and `column` count from 1; `column` counts characters (extended grapheme clusters), as editors do.
/// `path` is relative to the folder the command was started for, with `/` between its parts.
public struct SourceLocation: Hashable, Sendable, Comparable, Codable {
    /// The file, `/` between its parts.
    public var path: String
    /// From 1.
    public var line: Int
    /// From 1, in characters.
    public var column: Int

    /// The place in `path`; its very beginning unless told.
    public init(path: String, line: Int = 1, column: Int = 1) {
        self.path = path
        self.line = line
        self.column = column
    }

    /// By path, then in reading order.
    public static func < (left: Self, right: Self) -> Bool {
        (left.path, left.line, left.column) < (right.path, right.line, right.column)
    }
}
