import OfficialDocuments

/// What a page's front matter says, typed.
///
/// One value for all kinds: which key belongs to which kind is the schema's business (`ContentSchema`).
public struct PageHead: Sendable {
    public var title: String?
    public var date: PartialDate?
    public var summary: String?
    public var tags: [String] = []
    public var topics: [String] = []
    public var isDraft = false
    /// Left out of the search index.
    public var isHidden = false
    /// For documents, names people use; for all other pages, former addresses.
    public var aliases: [Located<String>] = []
    public var sources: [SourceArticle] = []

    // Official documents
    public var number: Located<String>?
    public var type: Located<String>?
    public var issuer: String?
    public var locality: Located<String>?
    public var effective: PartialDate?
    public var expires: PartialDate?
    public var status: DocumentStatus?
    public var signer: String?
    /// The term of the congress: 11 for khóa XI.
    public var term: Int?
    public var relations: [StatedRelation] = []
    public var attachments: [Attachment] = []

    // Lessons, models and reports
    /// What a lesson was drawn from: a document reference or a content path.
    public var source: Located<String>?
    public var ordinal: Int?
    public var theme: String?
    public var period: String?
    public var form: String?
    public var holder: String?
    public var field: String?
    public var registered: String?
    public var recognised: String?
    public var stage: String?
    public var results: [ModelResult] = []
    public var level: String?
    public var author: String?
    public var publisher: String?
    public var published: PartialDate?

    // Terms
    public var abbreviation: String?
    public var expansion: String?

    public init() {}

    /// Whether a document that has no number can still be told from others: by its type and its title.
    public var isIdentifiedWithoutNumber: Bool { type != nil }

    /// The article a page takes its facts from.
    public struct SourceArticle: Sendable, Equatable {
        public var title: String
        public var portal: String?
        public var url: String?
        public var date: PartialDate?
    }

    /// A relation stated in front matter: the key and the reference as written.
    public struct StatedRelation: Sendable {
        public var relation: Relation
        public var reference: Located<String>
    }

    /// A file that belongs to a document.
    public struct Attachment: Sendable {
        public var title: String?
        /// Relative to the page, as written.
        public var path: Located<String>
    }

    /// A result with its figure.
    public struct ModelResult: Sendable, Equatable {
        public var indicator: String
        public var value: String
        public var unit: String?
    }
}
