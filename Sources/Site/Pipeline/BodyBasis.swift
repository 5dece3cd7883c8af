import OfficialDocuments

/// Everything beside its own file that the reading of a text depends on.
struct BodyBasis: Sendable, Equatable {
    var settings: SiteSettings
    /// Mustache sources by name.
    var templates: [String: String]
    var strings: [String: String]
    var records: [DocumentRecord]
    var localities: [Locality]
    var glossary: [Glossary.Entry]
    /// Output path by content path.
    var addresses: [String: String]
}
