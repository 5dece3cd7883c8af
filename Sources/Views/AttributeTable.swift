import Content
import OfficialDocuments
import Reading
import Site
import VietnameseText

/// The table of attributes at the head of a page: the rows that the schema gives to keys of its kind, in its order.
struct AttributeTable {
    let collection: Collection
    let browse: Browse

    /// The rows of a page: each a `label` and `values` with `text` and where there is one `url` or `status`.
    func rows(of index: Int) -> [[String: Any]] {
        let page = collection.pages[index]
        return ContentSchema.keys(for: page.kind).flatMap { key -> [[String: Any]] in
            guard let row = key.row, row.kinds.isEmpty || row.kinds.contains(page.kind) else { return [] }
            return rows(row, of: key, page)
        }
    }

    private func rows(_ row: ContentKey.Row, of key: ContentKey, _ page: Page) -> [[String: Any]] {
        let label = collection.word(row.word)
        switch row.content {
        case .stated: return self.row(label, key.value.shown(page.head), key, page)
        case .number: return self.row(label, collection.catalogue[page.id]?.number?.description)
        case .type: return self.row(label, collection.typeName(of: page), key, page)
        case .standing: return [standing(label, page)]
        case .place: return place(label, page)
        case .results: return results(page)
        }
    }

    private func standing(_ label: String, _ page: Page) -> [String: Any] {
        let status = collection.knownStatus(of: page)
        let text = status?.text ?? collection.word("statusUnknownHere")
        return ["label": label, "values": [["text": text, "status": status?.name ?? false as Any]]]
    }

    /// The place, with what it became part of.
    private func place(_ label: String, _ page: Page) -> [[String: Any]] {
        guard let locality = page.locality, let place = collection.localities[locality] else { return [] }
        var text = place.fullName.capitalisedFirst
        let successors = collection.localities.successors(of: locality).compactMap {
            collection.localities[$0]?.fullName
        }
        if let now = successors.last { text += " (\(collection.word("nowPartOf")) \(now))" }
        return row(label, text, browse.path(of: locality, by: .locality))
    }

    /// Results with their figures, each a row of its own.
    private func results(_ page: Page) -> [[String: Any]] {
        page.head.results.flatMap { result in
            let year = result.year.map { "(\($0))" }
            return row(result.indicator, [result.figure, year].compactMap(\.self).joined(separator: " "))
        }
    }

    /// A row whose value leads to the list of pages that share it, if there is one.
    private func row(_ label: String, _ text: String?, _ key: ContentKey, _ page: Page) -> [[String: Any]] {
        let facet = key.facet(of: page.kind)
        return row(label, text, text.flatMap { text in facet.flatMap { browse.path(of: text, by: $0) } })
    }

    private func row(_ label: String, _ text: String?, _ url: String? = nil) -> [[String: Any]] {
        guard let text else { return [] }
        var value = ["text": text]
        value["url"] = url
        return [["label": label, "values": [value]]]
    }
}
