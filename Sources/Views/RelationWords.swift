import Content
import OfficialDocuments
import Reading

/// The words for what one page has to do with another: the one place that knows who may be said to do what.
///
/// Relations alone do not tell. A commune's report that speaks of a directive does not carry it out, and an article that
/// looks back is no review unless it says so itself.
struct RelationWords {
    let collection: Collection

    /// Heading over what `source` does something to: "Văn bản được thay thế".
    func active(_ relation: Relation, of source: GraphNode) -> String {
        collection.word("relation-" + key(relation, of: source))
    }

    /// Heading over those that, like `source`, do something to a document: "Được thay thế bởi".
    func passive(_ relation: Relation, by source: GraphNode) -> String {
        let traits = (kind(of: source) ?? .document).traits
        return switch traits.saysOf[relation] ?? traits.says {
        case .relation: collection.word("relation-\(key(relation, of: source))Passive")
        case .word(let word): collection.word(word)
        }
    }

    /// What `source` does to a document in a word or two, behind its title: "thay thế".
    func short(_ relation: Relation, by source: GraphNode) -> String {
        if relation == .reviews, let form = form(of: source) { return form.rawValue }
        return collection.word("relation-\(key(relation, of: source))Short")
    }

    private func key(_ relation: Relation, of source: GraphNode) -> String {
        guard relation == .reviews, let form = form(of: source) else { return relation.rawValue }
        return "\(relation.rawValue)-\(form.word)"
    }

    private func kind(of node: GraphNode) -> PageKind? { node.path.flatMap(collection.page)?.kind }

    private func form(of node: GraphNode) -> ReportForm? {
        guard let page = node.path.flatMap(collection.page), page.kind == .report else { return nil }
        return page.head.reportForm
    }
}

extension LinkGraph {
    /// What `node` does to others, each once with its strongest relation; what is merely cited is left out.
    func ties(from node: GraphNode) -> [Link] { Self.strongest(outgoing(from: node)) { $0.target } }

    /// What others do to `node`, each once with its strongest relation; who merely cites it is left out.
    func ties(to node: GraphNode) -> [Link] { Self.strongest(incoming(to: node)) { $0.source } }

    /// What front matter states outweighs what was read from running text.
    private static func strongest(_ links: [Link], _ other: (Link) -> GraphNode) -> [Link] {
        var order: [GraphNode] = []
        var ties: [GraphNode: Link] = [:]
        for link in links where link.relation != .cites {
            let node = other(link)
            guard let known = ties[node] else {
                order.append(node)
                ties[node] = link
                continue
            }
            if (known.isInferred ? 0 : 1, known.relation) < (link.isInferred ? 0 : 1, link.relation) {
                ties[node] = link
            }
        }
        return order.compactMap { ties[$0] }
    }
}
