/// A place in a file an editor can jump to.
///
/// `line` and `column` count from 1; `column` counts characters (extended grapheme clusters), as editors do.
/// `path` is relative to the folder the command was started for, with `/` between its parts.
public struct SourceLocation: Hashable, Sendable, Comparable {
    public var path: String
    public var line: Int
    public var column: Int

    public init(path: String, line: Int = 1, column: Int = 1) {
        self.path = path
        self.line = line
        self.column = column
    }

    public static func < (left: Self, right: Self) -> Bool {
        (left.path, left.line, left.column) < (right.path, right.line, right.column)
    }
}
