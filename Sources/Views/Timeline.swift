import Content
import OfficialDocuments
import Reading

/// What happened when, around a document: its own dates and those of everything tied to it.
struct Timeline {
    let collection: Collection

    /// Events of other pages at most. What this document itself names comes first, then what came soonest after it.
    private static let shown = 8

    /// The dated events of a document page, oldest first; empty when there is nothing beside its own date.
    func items(of index: Int) -> [[String: Any]] {
        let page = collection.pages[index]
        let links =
            collection.graph.outgoing(from: .page(page.id)).map { ($0.target, $0) }
            + collection.graph.incoming(to: .page(page.id)).map { ($0.source, $0) }
        var others: [(isNamed: Bool, date: PartialDate, item: [String: Any])] = []
        var seen = Set<GraphNode>()
        for (other, link) in links where link.relation != .cites {
            guard seen.insert(other).inserted, let path = other.path, let index = collection.index(of: path),
                collection.pages[index].kind.traits.isNews, let date = collection.pages[index].shownDate
            else { continue }
            let number = LinkItem(collection: collection).number(of: collection.pages[index])
            let label = [number, collection.title(of: index)].compactMap(\.self).joined(separator: " ")
            others.append((link.source.path == page.id, date, ["label": label, "url": collection.pages[index].url]))
        }
        guard !others.isEmpty else { return [] }
        var events = others.sorted { ($1.isNamed ? 1 : 0, $0.date) < ($0.isNamed ? 1 : 0, $1.date) }
            .prefix(Self.shown).map { (date: $0.date, item: $0.item) }
        for (date, key) in [
            (page.head.date, "issuedHere"), (page.head.effective, "effectiveHere"), (page.head.expires, "expiredHere"),
        ] {
            if let date { events.append((date, ["label": collection.word(key), "isCurrent": true])) }
        }
        return events.sorted { ($0.date, $0.item["url"] as? String ?? "") < ($1.date, $1.item["url"] as? String ?? "") }
            .map { $0.item.merging(["iso": $0.date.iso, "date": $0.date.vietnamese]) { first, _ in first } }
    }
}
