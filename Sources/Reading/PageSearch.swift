import Content
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
        let type = record?.type.flatMap { catalogue.knowledge.types.type(code: $0)?.words.first }
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
            facets: facets(type, catalogue.knowledge.localities, word),
            date: (head.date ?? head.published)?.iso,
            place: locality.flatMap { catalogue.knowledge.localities[$0]?.name },
            hints: hints(type, catalogue.knowledge.localities, word),
            uncertain: citations.filter {
                $0.citation.kind != .own && $0.resolution.target == nil && $0.resolution.missing == nil
            }.compactMap { $0.citation.number?.description }.uniqued
        )
    }

    /// What the page can be filtered by, as readers read it.
    private func facets(_ type: String?, _ localities: Localities, _ word: (String) -> String) -> [String: [String]] {
        var facets: [String: [String]] = [:]
        func set(_ filter: SearchFilter, _ key: ContentKey?) {
            let values: [String?] =
                switch filter.values {
                case .stated: [key?.value.text(head)]
                case .kind: [kind.rawValue]
                case .type: [type]
                case .places: locality.map { localities.coverers(of: $0).map { localities[$0]?.fullName } } ?? []
                case .year: [(head.date ?? head.published).map { String($0.year) }]
                case .status: [word((head.status ?? .unknown).word)]
                }
            let stated = values.compactMap(\.self).uniqued
            if !stated.isEmpty { facets[filter.name] = stated }
        }
        set(.kind, nil)
        for key in ContentSchema.keys(for: kind) {
            if let filter = key.filter { set(filter, key) }
        }
        return facets
    }

    /// What the page answers to though it need not say so: "Bài học 3", "Chỉ thị", "Na Rì", "Bắc Kạn", "Thái Nguyên".
    private func hints(_ type: String?, _ localities: Localities, _ word: (String) -> String) -> [String] {
        var hints = [type ?? head.form].compactMap(\.self)
        if kind.folder != nil {
            hints.append(
                [word(kind.word), head.ordinal.map(String.init)].compactMap(\.self).joined(separator: " ")
            )
        }
        guard let locality else { return hints }
        hints += localities.coverers(of: locality).compactMap { localities[$0]?.name }
        // A page of Thái Nguyên that is younger than the merger answers to Bắc Kạn too.
        if let date = head.date ?? head.published {
            hints += localities.all.filter { $0.successor == locality && $0.validTo.map { $0 <= date } ?? false }.map(
                \.name)
        }
        return hints.uniqued
    }
}
