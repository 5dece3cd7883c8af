/// Markup to set around a range of running text: a citation link, an abbreviation, an anchor.
///
/// `before` and `after` are finished HTML from the site's templates; the tree is left to cmark to render.
public struct Mark: Sendable {
    /// UTF-8 offsets in `MarkdownContent.text`, inside one block. An empty range sets an anchor.
    public var range: Range<Int>
    /// Finished HTML in front of the range.
    public var before: String
    /// Finished HTML behind it.
    public var after: String

    /// A mark with its parts.
    public init(range: Range<Int>, before: String, after: String) {
        self.range = range
        self.before = before
        self.after = after
    }
}
