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

extension Site {
    /// The files of the search index, by output path; with script twins unless the site leaves them out.
    public func searchIndex(jobs: Int) async -> [SearchFile] {
        var builder = SearchIndexBuilder(
            options: SearchIndexOptions(
                synonyms: glossary.entries.map { [$0.abbreviation, $0.expansion] } + glossary.synonyms,
                typeWords: catalogue.knowledge.types.codesInNumbers,
                kindWords: kindWords,
                places: localities.all.filter { $0.level == .province || isInhabited($0.id) }.map(\.name).uniqued,
                writesTwins: settings.writesTwins
            )
        )
        for body in bodies {
            if let postings = body.postings { builder.add(postings) }
        }
        for document in browsedDocuments + missingDocuments { builder.add(DocumentPostings(analysing: document)) }
        for document in numberedDocuments { builder.add(document) }
        return await builder.finish(jobs: jobs)
    }

    /// What readers call the kinds of pages: the words of the interface, and the forms that models state.
    private var kindWords: [String: String] {
        let forms = pages.filter { $0.kind == .model }.compactMap(\.head.form)
        let kinds = PageKind.allCases.filter { $0.folder != nil }.map { (word($0.word), $0.rawValue) }
        return Dictionary(forms.map { ($0, PageKind.model.rawValue) } + kinds) { _, last in last }
    }

    private func isInhabited(_ locality: Locality.ID) -> Bool { browse.path(of: locality, by: .locality) != nil }

    /// The lists that readers ask for by name: places, issuers, topics.
    private var browsedDocuments: [SearchDocument] {
        let places = localities.all.compactMap { place in
            browse.path(of: place.id, by: .locality).map { path in
                SearchDocument(
                    url: path, title: place.fullName.capitalisedFirst, aliases: [place.name] + place.otherNames,
                    facets: ["kind": ["place"]],
                    hints: localities.coverers(of: place.id).compactMap { localities[$0]?.name })
            }
        }
        let lists = [(Facet.issuer, "issuer"), (.topic, "topic")].flatMap { facet, kind in
            browse.ways(by: facet).map { SearchDocument(url: $0.path, title: $0.label, facets: ["kind": [kind]]) }
        }
        return places + lists
    }

    /// The documents that the collection lacks, each by what is known of it.
    private var missingDocuments: [SearchDocument] {
        graph.missing.all.compactMap { missing in
            guard let url = address(of: missing) else { return nil }
            let type = missing.number.type.flatMap {
                catalogue.knowledge.types.type(code: $0)?.words.first?.capitalisedFirst
            }
            let place = missing.place.map { localities[$0]?.name ?? $0 }
            return SearchDocument(
                url: url, title: [type, missing.number.description].compactMap(\.self).joined(separator: " "),
                number: missing.number.description, facets: ["kind": ["missing"]], date: missing.date?.iso,
                place: place,
                hints: missing.place.map(placeNames) ?? [])
        }
    }

    /// What each number can mean: documents of the collection, also by the numbers among their aliases, and those it lacks.
    private var numberedDocuments: [NumberedDocument] {
        let own = pages.flatMap { page -> [NumberedDocument] in
            guard page.kind == .document else { return [] }
            let number = catalogue[page.id]?.number?.description
            let aliases = page.head.aliases.map(\.value).filter {
                $0.utf8.count <= 40 && $0.contains(where: \.isNumber)
            }
            let citing = graph.incoming(to: .page(page.id)).compactMap { $0.source.path.flatMap(self.page)?.url }
            return ([number].compactMap(\.self) + aliases).uniqued.map {
                NumberedDocument(
                    number: $0, url: page.url, date: page.head.date?.iso,
                    places: page.locality.map(placeNames) ?? [], citing: citing)
            }
        }
        let missing = graph.missing.all.enumerated().compactMap { index, missing in
            address(of: missing).map { url in
                NumberedDocument(
                    number: missing.number.description, url: url, date: missing.date?.iso,
                    places: missing.place.map(placeNames) ?? [], citing: browse.citers[index].map { pages[$0].url })
            }
        }
        return own + missing
    }

    /// A place and what covers it, by name; a place the gazetteer lacks by its own words.
    private func placeNames(_ place: String) -> [String] {
        localities[place] == nil ? [place] : localities.coverers(of: place).compactMap { localities[$0]?.name }
    }
}

extension Array where Element: Hashable {
    /// The elements without later repetitions.
    var uniqued: [Element] {
        var seen = Set<Element>()
        return filter { seen.insert($0).inserted }
    }
}
