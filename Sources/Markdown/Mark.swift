/// Markup to set around a range of running text: a citation link, an abbreviation, an anchor.
///
/// `before` and `after` are finished HTML from the site's templates; the tree is left to cmark to render.
public struct Mark: Sendable {
    /// UTF-8 offsets in `MarkdownContent.text`, inside one block. An empty range sets an anchor.
    public var range: Range<Int>
    public var before: String
    public var after: String

    public init(range: Range<Int>, before: String, after: String) {
        self.range = range
        self.before = before
        self.after = after
    }
}
