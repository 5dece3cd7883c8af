import Content
import OfficialDocuments
import Reading
import VietnameseText

/// What is known of a document that the collection lacks, and what the sentences that cite it say of it.
struct MissingView {
    let collection: Collection
    let backlinks: Backlinks

    /// Its number, with the date where one is stated: "25-NQ/TW ngày 22/8/2026".
    func title(of missing: MissingDocument) -> String {
        [missing.number.description, missing.date.map { collection.date($0) }].compactMap(\.self).joined(separator: " ")
    }

    func rows(of missing: MissingDocument) -> [[String: Any]] {
        let type = collection.catalogue.knowledge.types.name(of: missing.number.type, in: missing.number)?
            .capitalisedFirst
        let place = missing.place.map { collection.localities[$0]?.fullName ?? $0 }?.capitalisedFirst
        let values = [
            ("attributeType", type), ("attributePlace", place),
            ("missingTitle", stated(of: missing) { $0.title }?.capitalisedFirst),
            ("missingIssuer", stated(of: missing) { $0.issuerPhrase }?.capitalisedFirst),
        ]
        return values.compactMap { key, value in
            value.map { ["label": collection.word(key), "values": [["text": $0]]] }
        }
    }

    /// Documents of the collection with the same number, which it may be taken for.
    func namesakes(of missing: MissingDocument) -> [[String: Any]] {
        let items = collection.catalogue.documents(numbered: missing.number).compactMap { collection.index(of: $0.id) }
            .map { LinkItem(collection: collection).item($0) }
        guard !items.isEmpty else { return [] }
        return [
            ["id": "cung_so", "heading": collection.word("sameNumber"), "count": items.count, "list": ["items": items]]
        ]
    }

    /// What most of the citing sentences say; of several said as often, the one that is read first.
    private func stated(of missing: MissingDocument, _ part: (Citation) -> String?) -> String? {
        var counts: [(text: String, count: Int)] = []
        for entry in backlinks.to(missing: missing) {
            for cited in collection.mentions(of: missing, on: entry.page) {
                guard let text = part(cited.citation) else { continue }
                if let known = counts.firstIndex(where: { $0.text.lowercased() == text.lowercased() }) {
                    counts[known].count += 1
                } else {
                    counts.append((text, 1))
                }
            }
        }
        let most = counts.map(\.count).max()
        return counts.first { $0.count == most }?.text
    }
}
