import Content
import OfficialDocuments
import Reading

/// Who cites what, with the first sentence on each page: made once per site, looked up by every document page.
struct Backlinks: Sendable {
    /// A page that cites, and which of its citations does so first.
    struct Entry: Sendable {
        var page: Int
        var citation: Int
    }

    /// By content path of the document, in the order of pages.
    private var toPages: [String: [Entry]] = [:]
    private var toMissing: [MissingDocument: [Entry]] = [:]

    init(_ collection: Collection) {
        for (index, body) in collection.bodies.enumerated() {
            var seen = Set<String>()
            var seenMissing = Set<MissingDocument>()
            for (number, cited) in body.citations.enumerated() {
                let entry = Entry(page: index, citation: number)
                if let target = cited.resolution.target {
                    if target != collection.pages[index].id, seen.insert(target).inserted {
                        toPages[target, default: []].append(entry)
                    }
                } else if let mention = cited.resolution.missing, let missing = collection.graph.missing[mention],
                    seenMissing.insert(missing).inserted
                {
                    toMissing[missing, default: []].append(entry)
                }
            }
        }
    }

    func to(page id: String) -> [Entry] { toPages[id] ?? [] }

    func to(missing: MissingDocument) -> [Entry] { toMissing[missing] ?? [] }
}
