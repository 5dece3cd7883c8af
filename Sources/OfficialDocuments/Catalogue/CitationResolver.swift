/// Tells which document of the catalogue each citation of a page means.
///
/// Law: a citation links only if exactly one document can be meant.
public struct CitationResolver: Sendable {
    /// What citations are looked up in.
    public let catalogue: DocumentCatalogue

    /// A resolver over `catalogue`.
    public init(_ catalogue: DocumentCatalogue) { self.catalogue = catalogue }

    /// The resolution of each of `citations`, which are those of one page in reading order.
    ///
    /// - Parameters:
    ///   - text: the text the citations were found in (UTF-8).
    ///   - page: what the citing page says about itself.
    public func resolve(_ citations: [Citation], in text: [UInt8], on page: PageContext) -> [Resolution] {
        citations.map { _ in Resolution(outcome: .missing) }
    }

    /// What a reference in front matter means: a number with date or issuer, an alias, or the content path of a page.
    public func resolve(reference: String, on page: PageContext) -> Resolution {
        Resolution(outcome: .missing)
    }
}
