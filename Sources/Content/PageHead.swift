import Diagnostics
import OfficialDocuments

/// What a page's front matter says, typed.
///
/// One value for all kinds: which key belongs to which kind is the schema's business (`ContentSchema`).
public struct PageHead: Sendable {
    /// `title`; `nil` where the first heading is to be taken.
    public var title: String?
    /// The day a document was issued, or the day of the page.
    public var date: PartialDate?
    /// One or two sentences.
    public var summary: String?
    /// Free tags.
    public var tags: [String] = []
    /// Subjects the page belongs to.
    public var topics: [String] = []
    /// Shown in the preview only.
    public var isDraft = false
    /// Left out of the search index.
    public var isHidden = false
    /// For documents, names people use; for all other pages, former addresses.
    public var aliases: [Located<String>] = []
    /// Addresses that pages of any kind had before.
    public var formerAddresses: [Located<String>] = []
    /// The articles its facts come from.
    public var sources: [SourceArticle] = []

    // Official documents
    /// Số, ký hiệu, as written.
    public var number: Located<String>?
    /// The words for the type, where the number does not say.
    public var type: Located<String>?
    /// Cơ quan ban hành, as written.
    public var issuer: String?
    /// Id or name of the place.
    public var locality: Located<String>?
    /// First day in force.
    public var effective: PartialDate?
    /// Last day in force; for other pages the last day they are shown.
    public var expires: PartialDate?
    /// Whether it stands, as stated.
    public var status: DocumentStatus?
    /// The term of the congress: 11 for khóa XI.
    public var term: Int?
    /// What it has to do with other documents, as stated.
    public var relations: [StatedRelation] = []
    /// Files that belong to it.
    public var attachments: [Attachment] = []

    // Lessons, models and reports
    /// What a lesson was drawn from: a document reference or a content path.
    public var source: Located<String>?
    /// Which lesson of its review it is, from 1.
    public var ordinal: Int?
    /// The theme under which lessons of different places stand side by side.
    public var theme: String?
    /// The years it speaks of, as written.
    public var period: String?
    /// What a model is by its own account.
    public var modelForm: ModelForm?
    /// What a report is by its own account.
    public var reportForm: ReportForm?
    /// Who carries a model.
    public var holder: ModelHolder?
    /// Lĩnh vực.
    public var field: String?
    /// When it was registered, as written.
    public var registered: String?
    /// When it was recognised, as written.
    public var recognised: String?
    /// How far a model has come.
    public var stage: ModelStage?
    /// Results with their figures.
    public var results: [ModelResult] = []
    /// Who wrote it.
    public var author: String?
    /// Who published it.
    public var publisher: String?
    /// The day it was published.
    public var published: PartialDate?
    /// The day the page itself was last revised, of any kind of page.
    public var updated: PartialDate?

    // Terms
    /// What a term abbreviates to: `CTDV`.
    public var abbreviation: String?
    /// What an abbreviation stands for.
    public var expansion: String?

    /// Texts that pages show and nothing else asks for by name, by key.
    public var others: [String: String] = [:]

    /// A head that says nothing.
    public init() {}

    /// What a model or a report is by its own account, in words.
    public var form: String? { modelForm?.rawValue ?? reportForm?.rawValue }

    /// Whether a document that has no number can still be told from others: by its type and its title.
    public var isIdentifiedWithoutNumber: Bool { type != nil }

    /// The article a page takes its facts from.
    public struct SourceArticle: Sendable, Equatable {
        /// Title of the article.
        public var title: String
        /// The portal that published it.
        public var portal: String?
        /// Its address, where known.
        public var url: String?
        /// The day it was published.
        public var date: PartialDate?
    }

    /// A relation stated in front matter: the key and the reference as written.
    public struct StatedRelation: Sendable {
        /// What the page does to the document.
        public var relation: Relation
        /// The document, written as in running text, or a content path.
        public var reference: Located<String>

        /// A value with its parts.
        package init(relation: Relation, reference: Located<String>) {
            self.relation = relation
            self.reference = reference
        }
    }

    /// A file that belongs to a document.
    public struct Attachment: Sendable {
        /// What readers see; the file name when there is none.
        public var title: String?
        /// Relative to the page, as written.
        public var path: Located<String>
    }

    /// A result with its figure.
    public struct ModelResult: Sendable, Equatable {
        /// What was counted.
        public var indicator: String
        /// The figure as written: "trên 90%".
        public var value: String
        /// Its unit, if it is not part of the figure.
        public var unit: String?
        /// The year or the years it was reached in, as written.
        public var year: String?

        /// Figure and unit as readers see them: "trên 26.000 m²", "99%".
        package var figure: String {
            guard let unit, !unit.isEmpty else { return value }
            return unit == "%" ? value + unit : "\(value) \(unit)"
        }

        /// Whether it is a number of models that is stated as a whole and stands for no single one.
        package var countsModels: Bool {
            let unit = unit?.lowercased() ?? ""
            return unit.hasPrefix("mô hình") || unit.hasPrefix("điển hình")
        }

        /// A value with its parts.
        package init(indicator: String, value: String, unit: String? = nil, year: String? = nil) {
            self.indicator = indicator
            self.value = value
            self.unit = unit
            self.year = year
        }
    }
}

// MARK: Records of front matter

extension PageHead.SourceArticle: ContentRecord {
    static let mayBeText = true
    static let members: [RecordMember<Self>] = [
        .text("title", \.title, "tên bài"), .text("portal", \.portal, "nơi đăng"),
        .text("url", \.url, "địa chỉ"), .date("date", \.date, "ngày đăng"),
    ]
    var isComplete: Bool { true }

    init(text: String, at location: SourceLocation) { title = text }
}

extension PageHead.ModelResult: ContentRecord {
    static let mayBeText = false
    static let members: [RecordMember<Self>] = [
        .text("indicator", \.indicator, "chỉ tiêu"), .text("value", \.value, "con số"),
        .text("unit", \.unit, "đơn vị"), .text("year", \.year, "năm"),
    ]
    var isComplete: Bool { true }

    init(text: String, at location: SourceLocation) { self.init(indicator: text, value: "") }
}

extension PageHead.Attachment: ContentRecord {
    static let mayBeText = true
    static let members: [RecordMember<Self>] = [
        .text("title", \.title, "tên tệp"), .text("path", \.path, "đường dẫn"),
    ]
    var isComplete: Bool { !path.value.isEmpty }

    init(text: String, at location: SourceLocation) { self.init(path: Located(text, at: location)) }
}
