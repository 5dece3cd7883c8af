/// What a citation by name names.
public enum NamedDocument: Hashable, Sendable {
    /// An alias of the collection, as `CitationNames.key(_:)` folds it.
    case alias(String)
    /// "Nghị quyết Hội nghị Trung ương 7 (khóa XI)": the plenum; its term is the citation's `term`.
    case plenum(Int)
    /// "Nghị quyết Đại hội XII", of the national congress or, with an issuer phrase, of a Party committee's.
    case congress(Int)
    /// A law, code, ordinance or constitution by its title, as `CitationNames.key(_:)` folds it; the year is the citation's `date`.
    case law(String)
    /// A title in quotation marks behind a type word; the citation's `title` holds it as written.
    case title
}
