import Content
import OfficialDocuments
import Reading
import VietnameseText

/// How pages and documents are shown in lists: the one place that words a link.
struct LinkItem {
    let collection: Collection

    /// A page as an item of a list: `url`, `label`, and where there are any `number`, `meta`, `quote`.
    func item(_ index: Int, quote: Sentence? = nil, showsNumber: Bool = true) -> [String: Any] {
        let page = collection.pages[index]
        var item: [String: Any] = ["url": page.url, "label": collection.title(of: index)]
        if showsNumber, let number = number(of: page) { item["number"] = number }
        let meta = [place(of: page)?.capitalisedFirst, page.shownDate.map { collection.date($0) }].compactMap(\.self)
            .joined(
                separator: " · ")
        if !meta.isEmpty { item["meta"] = meta }
        if let quote { item["quote"] = quote.context }
        return item
    }

    /// A node of the graph as an item; `nil` for a page that is not shown.
    func item(_ node: GraphNode) -> [String: Any]? {
        switch node {
        case .page(let path): collection.index(of: path).map { item($0) }
        case .missing(let missing): item(missing)
        }
    }

    /// A document that the collection lacks.
    func item(_ missing: MissingDocument) -> [String: Any]? {
        guard let url = collection.address(of: missing) else { return nil }
        var meta = [collection.word("notInCollection")]
        if let place = missing.place { meta.append((collection.localities[place]?.fullName ?? place).capitalisedFirst) }
        if let date = missing.date { meta.append(collection.date(date)) }
        return [
            "url": url, "label": missing.number.description, "meta": meta.joined(separator: " · "), "isMissing": true,
        ]
    }

    /// The canonical number of a document page.
    func number(of page: Page) -> String? { collection.catalogue[page.id]?.number?.description }

    func place(of page: Page) -> String? {
        page.locality.flatMap { collection.localities[$0]?.fullName }
            ?? (page.kind == .document ? page.head.issuer : nil)
    }
}

extension Sentence {
    /// The sentence as templates know it.
    var context: [String: String] { ["before": before, "mark": mark, "after": after] }
}
