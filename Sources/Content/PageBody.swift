import Diagnostics
import OfficialDocuments
import SearchIndex

/// What the text of a page gives: its HTML and everything other pages and indexes need of it.
public struct PageBody: Sendable {
    /// A stretch of finished HTML, or an address that is known only when all pages have been read: which page a document
    /// that the collection lacks gets, or whether a document has the article that is cited.
    public enum Piece: Sendable, Equatable {
        case html(String)
        /// Index into `citations`.
        case address(Int)
    }

    /// A heading of the page with its anchor.
    public struct OutlineEntry: Sendable, Equatable {
        /// 2 to 6.
        public var level: Int
        /// The heading without its markup.
        public var text: String
        /// Its id in the page.
        public var anchor: String

        /// A value with its parts.
        package init(level: Int, text: String, anchor: String) {
            self.level = level
            self.text = text
            self.anchor = anchor
        }
    }

    /// A citation with its answer.
    public struct ResolvedCitation: Sendable {
        /// What was found.
        public var citation: Citation
        /// What it means.
        public var resolution: Resolution
        /// As the author wrote it.
        public var text: String
        /// Where it stands in the source.
        public var location: SourceLocation
        /// The sentence around it.
        public var sentence: Sentence
        /// The anchor of the heading above it.
        public var anchor: String?

        /// A value with its parts.
        package init(
            citation: Citation, resolution: Resolution, text: String, location: SourceLocation, sentence: Sentence,
            anchor: String?
        ) {
            self.citation = citation
            self.resolution = resolution
            self.text = text
            self.location = location
            self.sentence = sentence
            self.anchor = anchor
        }
    }

    /// A link to a page or file of the collection.
    public struct InternalLink: Sendable {
        /// Output path.
        public var target: String
        /// The part behind `#`, if any.
        public var fragment: String?
        /// Where the link stands in the source.
        public var location: SourceLocation

        /// A value with its parts.
        package init(target: String, fragment: String?, location: SourceLocation) {
            self.target = target
            self.fragment = fragment
            self.location = location
        }
    }

    /// A link or an image that leads to nothing the collection has.
    public struct BrokenLink: Sendable {
        /// The address as written.
        public var destination: String
        /// Whether it is an image.
        public var isImage: Bool
        /// Where the link stands in the source.
        public var location: SourceLocation

        /// A value with its parts.
        package init(destination: String, isImage: Bool, location: SourceLocation) {
            self.destination = destination
            self.isImage = isImage
            self.location = location
        }
    }

    /// The rendered text, cut at addresses that are not known yet.
    public var pieces: [Piece] = []
    /// The first heading, for a page whose front matter has no title.
    public var title: String?
    /// The headings that are shown, in order.
    public var outline: [OutlineEntry] = []
    /// Every anchor of the page.
    public var anchors: Set<String> = []
    /// In reading order.
    public var citations: [ResolvedCitation] = []
    /// In reading order.
    public var links: [InternalLink] = []
    /// In reading order.
    public var brokenLinks: [BrokenLink] = []
    /// Addresses of other sites that the text links to, in reading order.
    public var externalLinks: [Located<String>] = []
    /// The first paragraph, for descriptions; plain text.
    public var opening = ""
    /// The visible text, where it was asked for: blocks with an empty line between them.
    public var text: String?
    /// The page's share of the search index; `nil` for a page that is left out of it.
    public var postings: DocumentPostings?
    /// Every problem of the text.
    public var diagnostics: [Diagnostic] = []

    /// A body without text.
    package init() {}
}
