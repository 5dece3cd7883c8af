/// A Mustache template, compiled.
///
/// Variables, sections, inverted sections, comments, partials, delimiters, and inheritance by parents and blocks, as the
/// Mustache specification has them; `{{.name}}` asks the current item alone. Without lambdas, and a partial does not take over
/// the indentation of its tag, which would reach into preformatted text.
public struct Template: Sendable {
    let nodes: [TemplateNode]
    /// Templates it includes or extends, in the order of their tags.
    public let includes: [Include]
    /// Every value it asks for, in the order of the tags; `{{.}}` is left out.
    public let names: [Name]
    /// Blocks it fills in a template that it extends.
    public let filled: [FilledBlock]
    /// Blocks that a child may fill.
    let blocks: Set<String>

    /// A tag that includes or extends another template.
    public struct Include: Hashable, Sendable {
        /// The other template.
        public var name: String
        /// Of the tag, from 1.
        public var line: Int
        /// Whether it is reached whatever the data.
        public var isUnconditional: Bool
    }

    /// A value a tag asks for.
    public struct Name: Hashable, Sendable {
        /// The parts between dots.
        public var parts: [String]
        /// Of the tag, from 1.
        public var line: Int
        /// Of the tag, in characters from 1.
        public var column: Int
    }

    /// A block that fills one of a parent's.
    public struct FilledBlock: Hashable, Sendable {
        /// The template that is extended.
        public var parent: String
        /// Its block.
        public var name: String
        /// Of the block's tag, from 1.
        public var line: Int
    }

    /// Whether it shows nothing whatever the data: no text but blanks, no tag but remarks.
    public var isBlank: Bool {
        nodes.allSatisfy { node in
            if case .text(let bytes) = node {
                bytes.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
            } else {
                false
            }
        }
    }

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
            /// Sections in sections, deeper than `deepest`.
            case nestedTooDeep
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
        names = parser.names
        filled = parser.filled
        blocks = parser.blocks
    }

    /// How deep sections may nest in one template.
    public static let deepest = 100
}
