/// How Markdown is read and rendered.
public struct MarkdownOptions: Hashable, Sendable {
    /// Whether raw HTML reaches the page (with the tag filter of GFM). Off unless the site asks for it.
    public var allowsRawHTML: Bool

    /// Options with raw HTML off unless asked for.
    public init(allowsRawHTML: Bool = false) {
        self.allowsRawHTML = allowsRawHTML
    }
}
