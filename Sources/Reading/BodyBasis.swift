import Content
import OfficialDocuments

/// Everything that the reading of every text depends on, beside its own file and what its citations may mean
/// (`CatalogueChange`).
struct BodyBasis: Sendable, Equatable {
    var settings: SiteSettings
    /// Mustache sources by name.
    var templates: [String: String]
    var strings: [String: String]
    /// The names of documents that are looked for in every text.
    var names: [String]
    var issuers: [Issuer]
    var localities: [Locality]
    var glossary: [Glossary.Entry]
    /// Output path by content path.
    var addresses: [String: String]
}
