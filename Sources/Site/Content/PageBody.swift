import Diagnostics
import OfficialDocuments
import SearchIndex

/// What the text of a page gives: its HTML and everything other pages and indexes need of it.
public struct PageBody: Sendable {
    /// A stretch of finished HTML, or the address of a document that the collection lacks: which page that is, is
    /// known only when all pages have been read.
    public enum Piece: Sendable, Equatable {
        case html(String)
        /// Index into `citations`.
        case missingURL(Int)
    }

    /// A heading of the page with its anchor.
    public struct OutlineEntry: Sendable, Equatable {
        /// 2 to 6.
        public var level: Int
        public var text: String
        public var anchor: String
    }

    /// A citation with its answer.
    public struct ResolvedCitation: Sendable {
        public var citation: Citation
        public var resolution: Resolution
        /// As the author wrote it.
        public var text: String
        public var location: SourceLocation
        public var sentence: Sentence
        /// The anchor of the heading above it.
        public var anchor: String?
    }

    /// A link to a page or file of the collection.
    public struct InternalLink: Sendable {
        /// Output path.
        public var target: String
        public var fragment: String?
        public var location: SourceLocation
    }

    public var pieces: [Piece] = []
    public var title: String?
    public var outline: [OutlineEntry] = []
    /// Every anchor of the page.
    public var anchors: Set<String> = []
    public var citations: [ResolvedCitation] = []
    public var links: [InternalLink] = []
    /// The first paragraph, for descriptions; plain text.
    public var opening = ""
    /// The page's share of the search index; `nil` for a page that is left out of it.
    public var postings: DocumentPostings?
    public var diagnostics: [Diagnostic] = []
}
