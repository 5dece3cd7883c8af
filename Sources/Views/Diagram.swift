import Content
import OfficialDocuments
import Reading

/// The relation diagram (lược đồ) of a document: on one side what it rests on and changes, on the other what carries it
/// out, reviews it, was learnt and shown. A group a relation, and in each box the second step.
///
/// Every pair of boxes is a link of the graph, and whatever a group has no room for is counted in it.
struct Diagram {
    let collection: Collection

    /// Boxes of a group, and entries of a step within a box, at most.
    private static let most = (boxes: 8, steps: 6)

    private enum Side { case above, below }

    /// The context of `partials/diagram`, or `nil` for a document with no relations.
    func context(of index: Int) -> [String: Any]? {
        let node = GraphNode.page(collection.pages[index].id)
        let sides = [Side.above, .below].map { groups(of: node, on: $0, beside: nil) }
        guard sides.contains(where: { !$0.isEmpty }) else { return nil }
        let rest = ReservedPaths.search + "?q=" + (number(index) ?? collection.title(of: index)).percentEncoded
        func context(_ groups: [Group]) -> Any {
            groups.isEmpty
                ? false : ["groups": groups.map { entry($0, most: Self.most.boxes, rest: rest, hasSteps: true) }]
        }
        var centre = LinkItem(collection: collection).item(index)
        for key in ["number", "meta"] where centre[key] == nil { centre[key] = false }
        return ["centre": centre, "above": context(sides[0]), "below": context(sides[1])]
    }

    private struct Group {
        var heading: String
        var boxes: [Box]
    }

    private struct Box {
        var link: Link
        var node: GraphNode
        var side: Side
        var item: [String: Any]
    }

    /// What `node` is tied to on a side, in groups of one heading, but for `centre`, from which a second step came.
    private func groups(of node: GraphNode, on side: Side, beside centre: GraphNode?) -> [Group] {
        let words = RelationWords(collection: collection)
        var groups: [Group] = []
        let links =
            side == .above
            ? collection.graph.ties(from: node).map { ($0, $0.target) }
            : collection.graph.ties(to: node).map { ($0, $0.source) }
        for (link, other) in links.sorted(by: { rank($0.0, $0.1) < rank($1.0, $1.1) }) {
            guard other != centre, let item = LinkItem(collection: collection).item(other) else { continue }
            let heading =
                side == .above
                ? words.active(link.relation, of: link.source) : words.passive(link.relation, by: link.source)
            let box = Box(link: link, node: other, side: side, item: item)
            if let group = groups.firstIndex(where: { $0.heading == heading }) {
                groups[group].boxes.append(box)
            } else {
                groups.append(Group(heading: heading, boxes: [box]))
            }
        }
        return groups
    }

    private func rank(_ link: Link, _ other: GraphNode) -> (Int, Int, GraphNode) {
        let kind = other.path.flatMap(collection.page)?.kind ?? .document
        return (kind.traits.rank, link.relation.traits.order, other)
    }

    // MARK: Context

    private func entry(_ group: Group, most: Int, rest: String, hasSteps: Bool) -> [String: Any] {
        let left = group.boxes.count - most
        let more: [String: Any] = [
            "url": rest, "label": collection.word("diagramMore").replacing("%", with: String(left)), "count": left,
        ]
        return [
            "heading": group.heading, "count": group.boxes.count,
            "items": group.boxes.prefix(most).map { entry($0, hasSteps: hasSteps) },
            "more": left > 0 ? more as Any : false,
        ]
    }

    /// Every key is always there: one that is missing would be looked for in the box around it.
    private func entry(_ box: Box, hasSteps: Bool) -> [String: Any] {
        var item = box.item
        item["relation"] = box.link.relation.rawValue
        let isRead = box.link.isInferred ? collection.word("inferredRelation") : nil
        let meta = [item["meta"] as? String, isRead].compactMap(\.self)
        item["meta"] = meta.isEmpty ? false as Any : meta.joined(separator: " · ")
        item["number"] = item["number"] ?? false
        let centre = box.side == .above ? box.link.source : box.link.target
        let steps = hasSteps ? groups(of: box.node, on: box.side, beside: centre) : []
        let url = item["url"] as? String ?? ""
        item["steps"] =
            steps.isEmpty
            ? false : ["groups": steps.map { entry($0, most: Self.most.steps, rest: url, hasSteps: false) }] as Any
        return item
    }

    private func number(_ index: Int) -> String? {
        LinkItem(collection: collection).number(of: collection.pages[index])
    }
}
