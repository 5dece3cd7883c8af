/// A Mustache template, compiled.
///
/// Variables, sections, inverted sections, comments, partials, delimiters, and inheritance by parents and blocks, as the
/// Mustache specification has them; `{{.name}}` asks the current item alone. Without lambdas, and a partial does not take over
/// the indentation of its tag, which would reach into preformatted text.
public struct Template: Sendable {
    let nodes: [TemplateNode]
    /// Templates it includes or extends, with the lines of the tags.
    public let includes: [(name: String, line: Int)]

    /// Why a text is no template.
    public struct SyntaxError: Error, Hashable, Sendable {
        /// What is wrong.
        public enum Reason: Hashable, Sendable {
            /// `{{` without its `}}`.
            case unfinishedTag
            /// A section is closed that was not the last one opened; the name that was expected, if any.
            case wrongEnd(expected: String?)
            /// A section is opened and never closed.
            case unclosedSection(String)
            /// A tag without a name.
            case emptyTag
            /// `{{=…=}}` does not hold two words without an equals sign.
            case wrongDelimiters
        }

        /// What is wrong.
        public var reason: Reason
        /// From 1.
        public var line: Int
        /// In characters, from 1.
        public var column: Int

        /// An error at a place.
        public init(reason: Reason, line: Int, column: Int) {
            self.reason = reason
            self.line = line
            self.column = column
        }
    }

    /// Compiles `source`; throws the first error, with its place.
    public init(_ source: String) throws(SyntaxError) {
        var parser = TemplateParser(source)
        nodes = try parser.parse()
        includes = parser.includes
    }
}
