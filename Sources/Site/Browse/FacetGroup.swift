import Content
import OfficialDocuments
import Reading
import VietnameseText

/// The pages that share a value of a facet, with the address of their list.
struct FacetGroup: Sendable {
    /// What tells the value from others: case and the place of tone marks do not matter.
    var key: String
    /// As first written.
    var label: String
    var rank: Int
    /// Indices into `Collection.pages`, in the order of the shelf.
    var pages: [Int]
    /// Output path of their list.
    var path = ""
    /// Index of the page of the collection that introduces the list.
    var introduction: Int?

    /// Groups the pages of `shelf` by `facet`: every page is read once. In the order of the facet.
    static func gather(_ facet: Facet, from shelf: [Int], of collection: Collection) -> [FacetGroup] {
        let reader = FacetReader(collection: collection)
        var groups: [FacetGroup] = []
        var byRaw: [String: Int] = [:]
        var byKey: [String: Int] = [:]
        for index in shelf where facet.kind == nil || collection.pages[index].kind == facet.kind {
            for value in reader.values(of: index, for: facet) where !value.raw.isEmpty {
                let group: Int
                if let known = byRaw[value.raw] {
                    group = known
                } else {
                    let key = identity(value.raw, of: facet)
                    group = byKey[key] ?? groups.count
                    byKey[key] = group
                    byRaw[value.raw] = group
                    if group == groups.count {
                        groups.append(FacetGroup(key: key, label: value.label, rank: value.rank, pages: []))
                    }
                }
                // A page may name a topic twice, as topic and as tag.
                if groups[group].pages.last != index { groups[group].pages.append(index) }
            }
        }
        return sorted(groups, by: facet.order) { group in
            // A place is looked for by its name and not by the word for its kind.
            facet.hasIDs ? collection.localities[group.key]?.name ?? group.label : group.label
        }
    }

    /// What two spellings of one value have in common; places and sources are told apart by their ids as they are.
    static func identity(_ text: String, of facet: Facet) -> String {
        if facet.hasIDs { return text }
        return String(decoding: Normalisation.canonicalise(Array(text.lowercased().utf8)), as: UTF8.self)
    }

    private static func sorted(
        _ groups: [FacetGroup], by order: Facet.Order, name: (FacetGroup) -> String
    ) -> [FacetGroup] {
        let keys = groups.map { Collation.key(name($0)) }
        let ranks = order == .rank ? groups.map(\.rank) : groups.map { _ in 0 }
        return groups.indices.sorted { left, right in
            if ranks[left] != ranks[right] { return ranks[left] < ranks[right] }
            if keys[left] != keys[right] { return keys[left].lexicographicallyPrecedes(keys[right]) }
            return groups[left].key < groups[right].key
        }.map { groups[$0] }
    }
}
