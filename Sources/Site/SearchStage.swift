import Content
import OfficialDocuments
import Reading
import SearchIndex
import VietnameseText

extension Site {
    /// The files of the search index, by output path; with script twins unless the site leaves them out.
    public func searchIndex(jobs: Int) async -> [SearchFile] {
        var builder = SearchIndexBuilder(
            options: SearchIndexOptions(
                synonyms: collection.glossary.entries.map { [$0.abbreviation, $0.expansion] }
                    + collection.glossary.synonyms,
                typeWords: collection.catalogue.knowledge.types.codesInNumbers,
                kindWords: kindWords,
                places: collection.localities.all.filter { $0.level == .province || isInhabited($0.id) }.map(\.name)
                    .uniqued,
                writesTwins: collection.settings.writesTwins
            )
        )
        for body in collection.bodies {
            if let postings = body.postings { builder.add(postings) }
        }
        for document in browsedDocuments + missingDocuments { builder.add(DocumentPostings(analysing: document)) }
        for document in numberedDocuments { builder.add(document) }
        return await builder.finish(jobs: jobs)
    }

    /// What readers call the kinds of pages: the words of the interface, the forms that models state, and the names under which
    /// models are registered ("mô hình dân vận khéo"), of which only what follows says which one is meant.
    private var kindWords: [String: String] {
        let forms =
            collection.pages.filter { $0.kind == .model }.compactMap(\.head.form)
            + collection.word("searchModelNames").split(separator: ",").map { $0.drop { $0 == " " }.lowercased() }
        let kinds = PageKind.allCases.filter { $0.folder != nil }.map {
            (collection.word($0.word), $0.rawValue)
        }
        return Dictionary(forms.map { ($0, PageKind.model.rawValue) } + kinds) { _, last in last }
    }

    private func isInhabited(_ locality: Locality.ID) -> Bool { browse.path(of: locality, by: .locality) != nil }

    /// The lists that readers ask for by name: places, issuers, topics.
    private var browsedDocuments: [SearchDocument] {
        let places = collection.localities.all.compactMap { place in
            browse.path(of: place.id, by: .locality).map { path in
                SearchDocument(
                    url: path, title: place.fullName.capitalisedFirst, aliases: [place.name] + place.otherNames,
                    facets: ["kind": ["place"]],
                    hints: collection.localities.coverers(of: place.id).compactMap { collection.localities[$0]?.name })
            }
        }
        let lists = [(Facet.issuer, "issuer"), (.topic, "topic")].flatMap { facet, kind in
            browse.ways(by: facet).map { SearchDocument(url: $0.path, title: $0.label, facets: ["kind": [kind]]) }
        }
        return places + lists
    }

    /// The documents that the collection lacks, each by what is known of it.
    private var missingDocuments: [SearchDocument] {
        collection.graph.missing.all.compactMap { missing in
            guard let url = collection.address(of: missing) else { return nil }
            let type = missing.number.type.flatMap {
                collection.catalogue.knowledge.types.type(code: $0)?.words.first?.capitalisedFirst
            }
            let place = missing.place.map { collection.localities[$0]?.name ?? $0 }
            return SearchDocument(
                url: url, title: [type, missing.number.description].compactMap(\.self).joined(separator: " "),
                number: missing.number.description, facets: ["kind": ["missing"]], date: missing.date?.iso,
                place: place,
                hints: missing.place.map(placeNames) ?? [])
        }
    }

    /// What each number can mean: documents of the collection, also by the numbers among their aliases, and those it lacks.
    private var numberedDocuments: [NumberedDocument] {
        let own = collection.pages.flatMap { page -> [NumberedDocument] in
            guard page.kind == .document else { return [] }
            let number = collection.catalogue[page.id]?.number?.description
            let aliases = page.head.aliases.map(\.value).filter {
                $0.utf8.count <= 40 && $0.contains(where: \.isNumber)
            }
            let citing = collection.graph.incoming(to: .page(page.id)).compactMap {
                $0.source.path.flatMap(collection.page)?.url
            }
            return ([number].compactMap(\.self) + aliases).uniqued.map {
                NumberedDocument(
                    number: $0, url: page.url, date: page.head.date?.iso,
                    places: page.locality.map(placeNames) ?? [], citing: citing)
            }
        }
        let missing = collection.graph.missing.all.enumerated().compactMap { index, missing in
            collection.address(of: missing).map { url in
                NumberedDocument(
                    number: missing.number.description, url: url, date: missing.date?.iso,
                    places: missing.place.map(placeNames) ?? [],
                    citing: collection.missing.citers[index].map { collection.pages[$0].url })
            }
        }
        return own + missing
    }

    /// A place and what covers it, by name; a place the gazetteer lacks by its own words.
    private func placeNames(_ place: String) -> [String] {
        collection.localities[place] == nil
            ? [place] : collection.localities.coverers(of: place).compactMap { collection.localities[$0]?.name }
    }
}
