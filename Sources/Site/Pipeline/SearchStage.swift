import Markdown
import OfficialDocuments
import SearchIndex

extension Page {
    /// The page as the search index sees it, or `nil` when it is a draft or asks to be left out.
    func searchDocument(
        title: String,
        content: MarkdownContent,
        anchors: StructureAnchors,
        citations: [PageBody.ResolvedCitation],
        in catalogue: DocumentCatalogue,
        word: (String) -> String
    ) -> SearchDocument? {
        guard !head.isDraft, !head.isHidden else { return nil }
        let record = catalogue[id]
        return SearchDocument(
            url: url,
            title: title,
            number: record?.number?.description,
            aliases: (kind == .document ? head.aliases.map(\.value) : []) + [head.abbreviation].compactMap(\.self),
            summary: head.summary ?? "",
            headings: zip(content.headings, anchors.headings)
                .map { SearchDocument.Heading(text: $0.text, anchor: $1) },
            body: content.blocks.filter { $0.kind != .heading }.map { block in
                SearchDocument.Paragraph(
                    text: String(decoding: content.text[block.range], as: UTF8.self),
                    heading: block.heading
                )
            },
            facets: facets(record, catalogue.localities, word),
            date: (head.date ?? head.published)?.iso,
            cites: citations.filter { $0.citation.kind != .own }.compactMap { $0.citation.number?.description }.uniqued
        )
    }

    /// What the page can be filtered by, as readers read it.
    private func facets(
        _ record: DocumentRecord?, _ localities: Localities, _ word: (String) -> String
    ) -> [String: [String]] {
        var facets: [String: [String]] = [:]
        func set(_ name: String, _ values: [String?]) {
            let values = values.compactMap(\.self).uniqued
            if !values.isEmpty { facets[name] = values }
        }
        set("kind", [kind.rawValue])
        set("type", [record?.type.flatMap { DocumentTypes.standard.type(code: $0)?.words.first }])
        set("issuer", [head.issuer])
        set("locality", locality.map { localities.coverers(of: $0).map { localities[$0]?.fullName } } ?? [])
        set("year", [(head.date ?? head.published).map { String($0.year) }])
        set("field", [head.field])
        set("form", [head.form])
        set("stage", [head.stage])
        set("theme", [head.theme])
        set("status", kind == .document ? [word((head.status ?? .unknown).word)] : [])
        return facets
    }
}

extension Site {
    /// The files of the search index, by output path; with script twins unless the site leaves them out.
    public func searchIndex(jobs: Int) async -> [SearchFile] {
        let pairs = glossary.entries.map { ($0.abbreviation, $0.expansion) }
        var builder = SearchIndexBuilder(
            options: SearchIndexOptions(
                abbreviations: Dictionary(pairs) { first, _ in first },
                typeWords: DocumentTypes.standard.codesInNumbers,
                writesTwins: settings.writesTwins
            )
        )
        for body in bodies {
            if let postings = body.postings { builder.add(postings) }
        }
        return await builder.finish(jobs: jobs)
    }
}

extension Array where Element: Hashable {
    /// The elements without later repetitions.
    var uniqued: [Element] {
        var seen = Set<Element>()
        return filter { seen.insert($0).inserted }
    }
}
