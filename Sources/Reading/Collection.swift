import Content
import Diagnostics
import OfficialDocuments

/// Every page read and every citation resolved: what the files of the content say, before any list is made of them.
public struct Collection: Sendable {
    /// What `site.yaml` says.
    public let settings: SiteSettings
    /// Interface strings of the site's language, by key.
    public let strings: [String: String]
    /// Every page shown, in the order of content paths.
    public let pages: [Page]
    /// The texts of `pages`, by the same index.
    public let bodies: [PageBody]
    /// Files that are copied as they are.
    public let files: [SourceFile]
    /// Every official document by number and name.
    public let catalogue: DocumentCatalogue
    /// The gazetteer.
    public let localities: Localities
    /// Abbreviations with their pages.
    public let glossary: Glossary
    /// Who has to do with whom.
    public let graph: LinkGraph
    /// Output path by content path.
    public let addresses: [String: String]
    /// Whether each document stands, by content path: asked for by every page that cites it.
    private let standings: [String: Standing]
    /// Index into `pages` by content path.
    private let pageIndices: [String: Int]
    /// Where readers find the documents that the collection lacks.
    package let missing: MissingPlaces
    /// The sections readers enter it by, the program's and those of `site.yaml`, in their order.
    package let sections: [BrowseSection]

    package init(
        settings: SiteSettings,
        strings: [String: String],
        pages: [Page],
        bodies: [PageBody],
        files: [SourceFile],
        catalogue: DocumentCatalogue,
        glossary: Glossary,
        graph: LinkGraph,
        addresses: [String: String]
    ) {
        self.settings = settings
        self.strings = strings
        self.pages = pages
        self.bodies = bodies
        self.files = files
        self.catalogue = catalogue
        localities = catalogue.knowledge.localities
        self.glossary = glossary
        self.graph = graph
        self.addresses = addresses
        standings = Dictionary(catalogue.records.map { ($0.id, graph.standing(of: $0.id)) }) { first, _ in first }
            .compactMapValues(\.self)
        let pageIndices = Dictionary(uniqueKeysWithValues: pages.enumerated().map { ($1.id, $0) })
        self.pageIndices = pageIndices
        missing = MissingPlaces(graph, catalogue, indices: pageIndices)
        sections = (BrowseSection.builtIn + settings.sections).enumerated()
            .sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }.map(\.element)
    }

    /// The day up to which the collection goes, as readers write it.
    package var dataDate: String? { pages.compactMap(\.shownDate).max().map { date($0) } }

    /// Whether the document at a content path stands; `nil` for a page that is none.
    public func standing(of id: String) -> Standing? { standings[id] }

    /// Every address of another site that pages link to or name as a source, with the place; without what a list of
    /// addresses cannot hold.
    public var externalLinks: [(url: String, location: SourceLocation)] {
        zip(pages, bodies).flatMap { page, body in
            body.externalLinks.map { ($0.value, $0.location) }
                + page.head.sources.compactMap(\.url).map { ($0, page.location) }
        }
        .filter { url, _ in
            ["https://", "http://"].contains(where: url.hasPrefix)
                && url.unicodeScalars.allSatisfy { $0.value > 0x20 && $0 != "\"" && $0 != "\\" }
        }
    }

    /// The index of a page by its content path.
    package func index(of path: String) -> Int? { pageIndices[path] }

    /// The page at a content path.
    public func page(_ id: String) -> Page? { pageIndices[id].map { pages[$0] } }

    /// The text of `page`, if this site has read the very same file.
    package func body(unchangedSince page: Page, besides change: CatalogueChange) -> PageBody? {
        guard let index = pageIndices[page.id], pages[index].file == page.file else { return nil }
        let body = bodies[index]
        guard !change.isEmpty else { return body }
        let isConcerned =
            body.citations.contains { change.mayConcern($0.citation, $0.resolution) }
            || page.statedReferences.contains { change.mayConcern(reference: $0.reference.value) }
        return isConcerned ? nil : body
    }

    /// The section a page belongs to: that of its kind, or what `site.yaml` makes of its folder.
    package func section(of page: Page) -> BrowseSection? {
        if let section = BrowseSection.of(page.kind) { return section }
        let folder = page.url.prefix { $0 != "/" }
        return settings.sections.first { $0.folder == folder && page.url.contains("/") }
    }

    /// Words of a section.
    package func words(_ words: BrowseSection.Words) -> String {
        switch words {
        case .key(let key): strings[key] ?? key
        case .text(let text): text
        }
    }

    /// The title of a page: from its front matter, else its first heading, else its name.
    public func title(of index: Int) -> String {
        pages[index].head.title ?? bodies[index].title ?? pages[index].fileTitle
    }

    /// Where readers find a document that the collection lacks: its page, or its row in the list.
    public func address(of missing: MissingDocument) -> String? {
        graph.missing.index(of: missing).map { self.missing.addresses[$0] }
    }

    /// The rendered text of a page, with the addresses of missing documents filled in.
    public func html(of index: Int) -> String {
        let body = bodies[index]
        let root = Permalink.root(from: pages[index].url)
        return body.pieces.map { piece in
            switch piece {
            case .html(let html): html
            case .address(let citation):
                root
                    + (body.citations.indices.contains(citation)
                        ? address(of: body.citations[citation]) : ReservedPaths.search)
            }
        }.joined()
    }

    /// Where a citation leads: to the page that is meant, at the article it names where the page has it, else to the page of
    /// the missing document.
    private func address(of cited: PageBody.ResolvedCitation) -> String {
        guard let target = cited.resolution.target, let index = pageIndices[target] else {
            return cited.resolution.missing.flatMap(address(of:)) ?? ReservedPaths.search
        }
        // "điểm a khoản 2 Điều 5" leads to the khoản, or the Điều, of a page that goes no deeper.
        let anchor = cited.citation.pinpoint?.anchors.first { bodies[index].anchors.contains($0) }
        return pages[index].url + (anchor.map { "#\($0)" } ?? "")
    }
}

extension Collection {
    /// The citations on a page that mean a document which the collection lacks.
    package func mentions(of missing: MissingDocument, on page: Int) -> [PageBody.ResolvedCitation] {
        bodies[page].citations.filter { $0.resolution.missing.flatMap { graph.missing[$0] } == missing }
    }
}
