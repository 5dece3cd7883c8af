/// What a Markdown text says, taken from the document tree: the input of every later stage.
///
/// All ranges into the text are UTF-8 offsets in `text`. All source offsets are UTF-8 offsets in the parsed bytes.
public struct MarkdownContent: Sendable {
    /// The visible text of the document in reading order; blocks are separated by an empty line ("\n\n"), soft and hard
    /// line breaks are "\n".
    public internal(set) var text: [UInt8] = []
    /// Paragraphs, headings, table cells and code blocks, in reading order.
    public internal(set) var blocks: [Block] = []
    /// The headings, in reading order.
    public internal(set) var headings: [Heading] = []
    /// Links and images, in reading order.
    public internal(set) var links: [Link] = []
    /// Text that is no running text: code, link texts, image descriptions, autolinks. Ascending, disjoint.
    public internal(set) var maskedRanges: [Range<Int>] = []
    /// Source offsets of raw HTML that will be left out, when raw HTML is off.
    public internal(set) var omittedHTML: [Int] = []
    /// Where stretches of `text` come from, ascending.
    var origins: [SourceCursor.Origin] = []

    /// A leaf block.
    public struct Block: Sendable {
        /// What the block is.
        public enum Kind: Sendable, Hashable {
            case paragraph
            case heading
            case tableCell
            case code
        }

        /// What the block is.
        public var kind: Kind
        /// UTF-8 offsets in `text`.
        public var range: Range<Int>
        /// Index into `headings` of the nearest heading above, or of the block's own heading.
        public var heading: Int?
        /// The number of the item of an ordered list that the block opens: khoản 2 of an article is item 2 of its list.
        public var ordinal: Int?
    }

    /// A heading with its place in the text.
    public struct Heading: Sendable {
        /// 1 to 6.
        public var level: Int
        /// UTF-8 offsets in `MarkdownContent.text`.
        public var range: Range<Int>
        /// The heading without its markup; line breaks are "\n".
        public var text: String
        /// UTF-8 offset of its first text in the parsed bytes.
        public var sourceOffset: Int
    }

    /// A link or an image as written.
    public struct Link: Sendable {
        /// The address as written, entities and escapes resolved.
        public var destination: String
        /// Whether it is an image.
        public var isImage: Bool
        /// UTF-8 offset near its text in the parsed bytes.
        public var sourceOffset: Int
    }

    /// The running text for finding citations: `text` with every masked byte replaced by U+001A, so that offsets stay.
    public var runningText: [UInt8] {
        var running = text
        for range in maskedRanges {
            for index in range { running[index] = 0x1A }
        }
        return running
    }

    /// The source offset a text offset comes from; that of an entity or an escape for what it stands for.
    public func sourceOffset(of textOffset: Int) -> Int {
        guard let origin = origin(of: textOffset) else { return 0 }
        return origin.replaced == nil ? origin.source + (textOffset - origin.text) : origin.source
    }

    /// The source that a range of the text comes from: entities, escapes and markup inside it are part of it.
    public func sourceRange(of range: Range<Int>) -> Range<Int> {
        let start = sourceOffset(of: range.lowerBound)
        guard !range.isEmpty, let last = origin(of: range.upperBound - 1) else { return start..<start }
        let end = last.source + (last.replaced ?? range.upperBound - last.text)
        return start..<max(start, end)
    }

    /// The stretch that a text offset lies in.
    private func origin(of textOffset: Int) -> SourceCursor.Origin? {
        var low = 0
        var high = origins.count
        while low < high {
            let middle = (low + high) / 2
            if origins[middle].text <= textOffset { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? origins[low - 1] : nil
    }
}
