/// Tells which document of the catalogue each citation of a page means.
///
/// Law: a citation links only if exactly one document can be meant.
public struct CitationResolver: Sendable {
    /// What citations are looked up in.
    public let catalogue: DocumentCatalogue

    private let finder: CitationFinder
    private let names: CitationNames

    /// A resolver over `catalogue`, which reads references in front matter with the catalogue's knowledge.
    public init(_ catalogue: DocumentCatalogue) {
        self.catalogue = catalogue
        finder = CitationFinder(catalogue.knowledge)
        names = CitationNames(catalogue)
    }

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
        var resolver = PageResolver(catalogue: catalogue, text: text, page: page, references: references)
        return citations.map { citation in
            let range = citation.range.clamped(to: text.indices)
            return resolver.resolve(citation, name: citation.kind == .name ? Array(text[range]) : [])
        }
    }

    /// What a reference in front matter means: a number with date or issuer, an alias or title, or the content path of a
    /// page ("van-ban/24-ct-tu-lam-dong.md"). The document whose page states it is never meant.
    public func resolve(reference: String, on page: PageContext) -> Resolution {
        for id in [reference, "\(reference).md"] where catalogue[id] != nil {
            return Resolution(outcome: .resolved(id))
        }
        let text = Array(reference.utf8)
        var resolver = PageResolver(catalogue: catalogue, text: text, page: page, isReference: true)
        let found = finder.find(in: text, names: names)
        var citation =
            found.first { $0.kind != .name } ?? found.first ?? Citation(range: text.indices, kind: .name, number: nil)
        // "Số: 24-CT/TU" is the head of a document in running text, and any number here.
        if citation.kind == .own { citation.kind = .full }
        return resolver.resolve(citation, name: Array(text[citation.range.clamped(to: text.indices)]))
    }
}
