import Content
import OfficialDocuments
import Reading
import Site
import VietnameseText

/// An entry of a list, as its layout shows it. Every key is always there: one that is missing would be looked for in
/// everything around it.
struct RowView {
    let collection: Collection
    let browse: Browse

    func item(_ member: Int, in layout: BrowseList.Layout) -> [String: Any] {
        switch layout {
        case .documents: document(member)
        case .models: model(member)
        case .entries, .comparison, .matrix, .places: entry(member)
        case .missing: missing(member)
        }
    }

    private func document(_ index: Int) -> [String: Any] {
        let page = collection.pages[index]
        let status = collection.knownStatus(of: page)
        let place = page.locality.map { collection.placeName($0) } ?? page.head.issuer
        return [
            "number": LinkItem(collection: collection).number(of: page) ?? false as Any, "url": page.url,
            "label": collection.title(of: index),
            "iso": page.head.date?.iso ?? false as Any, "date": page.head.date?.vietnamese ?? "", "place": place ?? "",
            "covering": covering(page), "type": collection.typeName(of: page) ?? "",
            "status": status?.name ?? false as Any, "statusText": status?.text ?? "",
        ]
    }

    private func model(_ index: Int) -> [String: Any] {
        let page = collection.pages[index]
        let head = page.head
        return [
            "url": page.url, "label": collection.title(of: index), "form": head.form?.capitalisedFirst ?? "",
            "field": head.field ?? "", "place": page.locality.map { collection.placeName($0) } ?? "",
            "covering": covering(page),
            "results": head.results.map { result in
                let note = [result.indicator, result.year].compactMap(\.self).filter { !$0.isEmpty }
                return ["figure": result.figure, "note": note.joined(separator: ", ")]
            },
            "period": head.recognised ?? head.registered ?? head.period ?? "",
            "stage": head.stage?.rawValue.capitalisedFirst ?? "",
        ]
    }

    /// The places that a page's own lies in or became part of, by which readers look for it too.
    private func covering(_ page: Page) -> Any {
        guard let locality = page.locality else { return false }
        let others = collection.localities.coverers(of: locality).filter { $0 != locality }.map(collection.placeName)
        return others.isEmpty ? false : others.joined(separator: "|")
    }

    private func entry(_ index: Int) -> [String: Any] {
        let page = collection.pages[index]
        var meta: [String] = []
        if let ordinal = page.head.ordinal {
            meta.append("\(collection.word(page.kind.word)) \(ordinal)")
        }
        if let abbreviation = page.head.abbreviation { meta.append(abbreviation) }
        if let form = page.head.form { meta.append(form.capitalisedFirst) }
        if let locality = page.locality { meta.append(collection.placeName(locality)) }
        if let date = page.shownDate { meta.append(collection.date(date)) }
        return [
            "url": page.url, "label": collection.title(of: index),
            "number": LinkItem(collection: collection).number(of: page) ?? false as Any,
            "meta": meta.isEmpty ? false as Any : meta.joined(separator: " · "),
            "summary": page.head.summary ?? false as Any,
        ]
    }

    /// A document that the collection lacks, with the first pages that cite it; one that has no page of its own with all that
    /// the page that cites it says.
    private func missing(_ index: Int) -> [String: Any] {
        let document = collection.graph.missing.all[index]
        let citers = collection.missing.citers[index]
        let shown = citers.prefix(3)
        let page = collection.missing.pages[index]
        let mentions = page == nil ? citers.flatMap { collection.mentions(of: document, on: $0) } : []
        let said = [mentions.compactMap(\.citation.title).first, mentions.compactMap(\.citation.issuerPhrase).first]
        let stated = said.compactMap { $0?.capitalisedFirst }.joined(separator: " · ")
        let type = collection.catalogue.knowledge.types.name(of: document.number.type, in: document.number)
        return [
            "id": page == nil ? collection.graph.missing.slug(of: document) ?? false as Any : false,
            "number": document.number.description, "url": page ?? false as Any, "type": type?.capitalisedFirst ?? "",
            "stated": stated.isEmpty ? false : stated as Any,
            "quote": mentions.first.map { $0.sentence.context } ?? false as Any,
            "place": document.place.map { collection.localities[$0] == nil ? $0 : collection.placeName($0) } ?? "",
            "date": document.date?.vietnamese ?? "", "iso": document.date?.iso ?? false as Any, "count": citers.count,
            "citers": shown.map { ["url": collection.pages[$0].url, "label": collection.title(of: $0)] },
            "more": citers.count > shown.count ? citers.count - shown.count : false as Any,
        ]
    }
}
