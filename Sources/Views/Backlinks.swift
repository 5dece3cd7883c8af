import Content
import OfficialDocuments
import Reading

/// Who cites what, and how strongly: made once per site, looked up by every document page.
struct Backlinks: Sendable {
    /// A page that cites, and its citation that says most.
    struct Entry: Sendable {
        var page: Int
        /// The first that says what the page has to do with the document; the first at all where none does.
        var citation: Int
        /// Whether that citation says so.
        var isRelated: Bool
        /// How often the page cites the document.
        var count = 1
    }

    /// By content path of the document, in the order of pages.
    private var toPages: [String: [Entry]] = [:]
    private var toMissing: [MissingDocument: [Entry]] = [:]

    init(_ collection: Collection) {
        for (index, body) in collection.bodies.enumerated() {
            for (number, cited) in body.citations.enumerated() {
                let relation = cited.citation.relation?.relation
                let entry = Entry(page: index, citation: number, isRelated: relation != nil && relation != .cites)
                if let target = cited.resolution.target {
                    if target != collection.pages[index].id { Self.add(entry, to: &toPages[target, default: []]) }
                } else if let mention = cited.resolution.missing, let missing = collection.graph.missing[mention] {
                    Self.add(entry, to: &toMissing[missing, default: []])
                }
            }
        }
    }

    /// The citations of a page come one after the other.
    private static func add(_ entry: Entry, to entries: inout [Entry]) {
        guard let last = entries.indices.last, entries[last].page == entry.page else {
            entries.append(entry)
            return
        }
        entries[last].count += 1
        guard entry.isRelated, !entries[last].isRelated else { return }
        entries[last].citation = entry.citation
        entries[last].isRelated = true
    }

    func to(page id: String) -> [Entry] { toPages[id] ?? [] }

    func to(missing: MissingDocument) -> [Entry] { toMissing[missing] ?? [] }
}

extension Collection {
    /// The entries that say most first: those that say what they have to do with the document, those that cite it more often,
    /// the younger ones.
    func byStrength(_ entries: [Backlinks.Entry]) -> [Backlinks.Entry] {
        entries.enumerated().sorted { left, right in
            let (one, other) = (left.element, right.element)
            if one.isRelated != other.isRelated { return one.isRelated }
            if one.count != other.count { return one.count > other.count }
            let dates = [one, other].map { pages[$0.page].shownDate?.iso ?? "" }
            return dates[0] == dates[1] ? left.offset < right.offset : dates[0] > dates[1]
        }.map(\.element)
    }
}
