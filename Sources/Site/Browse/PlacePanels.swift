import OfficialDocuments
import Reading
import VietnameseText

/// What lies where, and what became of it: the ways between the pages of places.
struct PlacePanels {
    private let collection: Collection
    private let groups: [Locality.ID: FacetGroup]
    private var parts: [Locality.ID: [Locality.ID]] = [:]
    private var predecessors: [Locality.ID: [Locality.ID]] = [:]

    /// - Parameter groups: The places that occur, with those that cover them.
    init(collection: Collection, groups: [FacetGroup]) {
        self.collection = collection
        self.groups = Dictionary(groups.map { ($0.key, $0) }) { first, _ in first }
        for place in collection.localities.all {
            if let parent = place.parent, self.groups[place.id] != nil { parts[parent, default: []].append(place.id) }
            if let successor = place.successor { predecessors[successor, default: []].append(place.id) }
        }
    }

    /// A panel for each province that stands today, with the places that lie in it or became part of it.
    var byProvince: [BrowseList.Panel] {
        var members: [Locality.ID: [Locality.ID]] = [:]
        for id in groups.keys { members[today(id), default: []].append(id) }
        return members.keys.map { (Collation.key(name($0)), $0) }
            .sorted { left, right in
                left.0 == right.0 ? left.1 < right.1 : left.0.lexicographicallyPrecedes(right.0)
            }
            .map { _, province in
                let below = (members[province] ?? []).filter { $0 != province }
                let way = way(to: province)
                return BrowseList.Panel(
                    heading: way.label, path: way.path, count: way.count, ways: sorted(below).map(way(to:)))
            }
    }

    /// What the place became, lies in, was made of and holds: a reader of the new province finds the old ones.
    func around(_ id: Locality.ID) -> [BrowseList.Panel] {
        let place = collection.localities[id]
        func panel(_ word: String, _ places: [Locality.ID]) -> BrowseList.Panel? {
            places.isEmpty ? nil : BrowseList.Panel(heading: collection.word(word), ways: places.map(way(to:)))
        }
        return [
            panel("placeNow", collection.localities.successors(of: id)),
            panel("placeIn", place?.parent.map { [$0] } ?? []),
            panel("placeFormer", sorted(predecessors[id] ?? [])),
            panel("placeHolds", sorted(parts[id] ?? [])),
        ].compactMap(\.self)
    }

    /// The province that `id` belongs to today: the end of every step up and onwards.
    private func today(_ id: Locality.ID) -> Locality.ID {
        let covering = collection.localities.coverers(of: id)
        return covering.last {
            collection.localities[$0]?.level == .province && collection.localities[$0]?.validTo == nil
        }
            ?? covering.last ?? id
    }

    private func name(_ id: Locality.ID) -> String { collection.localities[id]?.name ?? id }

    /// Provinces before districts before communes, each in Vietnamese order.
    private func sorted(_ places: [Locality.ID]) -> [Locality.ID] {
        let keyed = places.map {
            (level: collection.localities[$0]?.level ?? .commune, name: Collation.key(name($0)), id: $0)
        }
        return keyed.sorted { left, right in
            if left.level != right.level { return left.level < right.level }
            return left.name == right.name ? left.id < right.id : left.name.lexicographicallyPrecedes(right.name)
        }.map(\.id)
    }

    /// The way to a place's list; a place of which no page tells has no address.
    private func way(to id: Locality.ID) -> BrowseList.Way {
        let group = groups[id]
        guard let place = collection.localities[id] else {
            return BrowseList.Way(label: id, path: group?.path ?? "", count: 0)
        }
        var label = place.fullName.capitalisedFirst
        if let end = place.validTo { label += " (\(collection.word("placeUntil")) \(end.vietnamese))" }
        return BrowseList.Way(label: label, path: group?.path ?? "", count: group?.pages.count ?? 0)
    }
}
