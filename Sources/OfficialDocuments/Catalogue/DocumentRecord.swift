import Diagnostics

/// What the catalogue knows about one document of the collection.
public struct DocumentRecord: Hashable, Sendable, Identifiable {
    /// The content path of the document's page, such as `van-ban/24-ct-tu-lam-dong.md`.
    public var id: String
    /// `nil` for a document that has no number (a congress resolution).
    public var number: DocumentNumber?
    /// Canonical type code, from the number or, where the number does not say, from `type`.
    public var type: String?
    /// As the page gives it, without the number.
    public var title: String
    /// As written in front matter: "Ban Thường vụ Tỉnh ủy Lâm Đồng".
    public var issuer: String?
    /// Id of a locality in the gazetteer.
    public var locality: String?
    /// The day it was issued, as far as it is known.
    public var date: PartialDate?
    /// The day from which it no longer stands, where that is stated.
    public var expires: PartialDate?
    /// The term of the congress, where it is stated: 11 for khóa XI.
    public var term: Int?
    /// Names people use for it: "Nghị quyết Trung ương 7 khóa XI về công tác dân vận".
    public var aliases: [String]
    /// As stated in front matter; `unknown` if nothing is stated.
    public var status: DocumentStatus
    /// Where the page says so (its `number` key), for diagnostics.
    public var location: SourceLocation

    /// Takes the parts as they are.
    public init(
        id: String,
        number: DocumentNumber?,
        type: String?,
        title: String,
        issuer: String? = nil,
        locality: String? = nil,
        date: PartialDate? = nil,
        expires: PartialDate? = nil,
        term: Int? = nil,
        aliases: [String] = [],
        status: DocumentStatus = .unknown,
        location: SourceLocation
    ) {
        self.id = id
        self.number = number
        self.type = type
        self.title = title
        self.issuer = issuer
        self.locality = locality
        self.date = date
        self.expires = expires
        self.term = term
        self.aliases = aliases
        self.status = status
        self.location = location
    }
}

/// Whether a document stands, in the words of the national database of legal documents.
public enum DocumentStatus: String, Sendable, CaseIterable {
    case inForce = "còn hiệu lực"
    case partlyExpired = "hết hiệu lực một phần"
    case expired = "hết hiệu lực toàn bộ"
    case notYetInForce = "chưa có hiệu lực"
    case suspended = "ngưng hiệu lực"
    /// The honest default for Party documents.
    case unknown = "không xác định"
}
