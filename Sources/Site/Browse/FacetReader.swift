import Content
import OfficialDocuments
import Reading
import VietnameseText

/// Reads the values of a page for a facet.
package struct FacetReader {
    let collection: Collection

    /// A value as a page states it.
    struct Value {
        /// What it is told apart by, before spelling is evened out.
        var raw: String
        var label: String
        /// Place in the order of a facet that is ranked.
        var rank = 0
    }

    /// The values of a page; several for places (what covers them) and topics.
    func values(of index: Int, for facet: Facet) -> [Value] {
        let page = collection.pages[index]
        switch facet.values {
        case .stated(let key): return value(self.key(key, of: page)?.value.shown(page.head))
        case .ranked(let key): return ranked(self.key(key, of: page), page)
        case .type: return value(collection.typeName(of: page))
        case .year(let year): return self.year(year(page.head))
        case .standing:
            let status = collection.standing(of: page.id)?.status ?? page.head.status ?? .unknown
            return value(collection.status(status).text, rank: DocumentStatus.allCases.firstIndex(of: status) ?? 0)
        case .level: return level(of: page)
        case .places: return places(of: page)
        case .source: return source(of: page)
        case .topics: return (page.head.topics + page.head.tags).map { Value(raw: $0, label: $0.capitalisedFirst) }
        }
    }

    private func key(_ name: String, of page: Page) -> ContentKey? { ContentSchema.key(name, of: page.kind) }

    private func ranked(_ key: ContentKey?, _ page: Page) -> [Value] {
        guard let key, case .choice(let accepted) = key.shape else { return [] }
        let text = key.value.text(page.head)
        return value(key.value.shown(page.head), rank: accepted.firstIndex { $0.text == text } ?? accepted.count)
    }

    private func value(_ label: String?, rank: Int = 0) -> [Value] {
        label.map { [Value(raw: $0, label: $0, rank: rank)] } ?? []
    }

    /// The last year first.
    private func year(_ year: Int?) -> [Value] { value(year.map(String.init), rank: -(year ?? 0)) }

    private func level(of page: Page) -> [Value] {
        if let level = page.locality.flatMap({ collection.localities[$0]?.level }) {
            let rank = (Locality.Level.allCases.firstIndex(of: level) ?? 0) + 1
            return value(collection.word("level-" + level.rawValue), rank: rank)
        }
        // A number that every place has one of, on a page that names no place, tells no level.
        let code = collection.catalogue[page.id]?.number?.issuer
        let isLocal = code.flatMap { collection.catalogue.knowledge.issuers.issuer(code: $0) }?.isLocal ?? false
        return isLocal ? [] : value(collection.word("level-central"))
    }

    private func places(of page: Page) -> [Value] {
        guard let locality = page.locality else { return [] }
        return collection.localities.coverers(of: locality).compactMap { id in
            collection.localities[id].map { Value(raw: id, label: $0.fullName.capitalisedFirst) }
        }
    }

    /// The page or document a lesson was drawn from, by its title.
    private func source(of page: Page) -> [Value] {
        let link = collection.graph.outgoing(from: .page(page.id)).first { $0.relation == .drawnFrom }
        guard let path = link?.target.path, let index = collection.index(of: path) else { return [] }
        return [Value(raw: path, label: collection.title(of: index))]
    }
}
