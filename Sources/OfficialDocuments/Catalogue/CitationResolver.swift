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
    ///   - citations: what the finder found in `text`.
    ///   - text: the text the citations were found in (UTF-8).
    ///   - page: what the citing page says about itself.
    ///   - references: documents that the page's front matter ties it to; a bare number in the text means these first.
    public func resolve(
        _ citations: [Citation],
        in text: [UInt8],
        on page: PageContext,
        references: [DocumentRecord.ID] = []
    ) -> [Resolution] {
        var resolver = PageResolver(catalogue: catalogue, page: page, references: references)
        return citations.map { citation in
            let range = citation.range.clamped(to: text.indices)
            return resolver.resolve(citation, name: citation.kind == .name ? Array(text[range]) : [])
        }
    }

    /// What a reference in front matter means: a number with date or issuer, an alias, or the content path of a page.
    public func resolve(reference: String, on page: PageContext) -> Resolution {
        Resolution(outcome: .missing)
    }
}
