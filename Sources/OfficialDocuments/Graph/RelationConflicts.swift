import Diagnostics

/// Relations that cannot hold together: each of two documents replaces the other, one both amends and replaces another,
/// or a document that is said to be in force has been replaced.
struct RelationConflicts {
    /// In no particular order.
    private(set) var all: [Diagnostic] = []
    private let graph: LinkGraph
    private let knowledge: Knowledge

    /// `links` are those of `graph`.
    init(_ graph: LinkGraph, _ links: [Link], with knowledge: Knowledge) {
        self.knowledge = knowledge
        self.graph = graph
        var changes: [Pair: [Link]] = [:]
        for link in links where link.relation.changesItsTarget {
            changes[Pair(link.source, link.target), default: []].append(link)
        }
        for link in links where link.relation.changesItsTarget {
            for other in changes[Pair(link.target, link.source)] ?? [] where link.source < link.target {
                if !link.isInferred || !other.isInferred { all.append(opposed(link, other)) }
            }
        }
        for link in links where link.relation.endsItsTarget {
            for other in changes[Pair(link.source, link.target)] ?? [] where other.relation == .amends {
                if !link.isInferred || !other.isInferred { all.append(both(link, other)) }
            }
            if let problem = stillInForce(link) { all.append(problem) }
        }
    }

    private struct Pair: Hashable {
        var source: GraphNode
        var target: GraphNode

        init(_ source: GraphNode, _ target: GraphNode) {
            self.source = source
            self.target = target
        }
    }

    private func opposed(_ link: Link, _ other: Link) -> Diagnostic {
        conflict(
            [link, other].compactMap(\.location),
            Message(
                vi: "hai văn bản cùng sửa đổi, thay thế hoặc bãi bỏ nhau: \(name(link.source)) và \(name(link.target))",
                en: "two documents amend, replace or repeal each other: \(name(link.source)) and \(name(link.target))"
            )
        )
    }

    private func both(_ link: Link, _ other: Link) -> Diagnostic {
        conflict(
            [link, other].compactMap(\.location),
            Message(
                vi: "\(name(link.source)) vừa sửa đổi vừa thay thế hoặc bãi bỏ \(name(link.target))",
                en: "\(name(link.source)) both amends and replaces or repeals \(name(link.target))"
            )
        )
    }

    private func stillInForce(_ link: Link) -> Diagnostic? {
        guard !link.isInferred, let target = link.target.path.flatMap({ graph.pages[$0]?.document }),
            target.status == .inForce
        else { return nil }
        let source = link.source.path.flatMap { graph.pages[$0]?.document }
        if source?.status == .notYetInForce || source?.status == .suspended { return nil }
        return conflict(
            [link.location, target.location].compactMap { $0 },
            Message(
                vi: "\(name(link.source)) thay thế hoặc bãi bỏ \(name(link.target)), nhưng trang ấy ghi còn hiệu lực",
                en: "\(name(link.source)) replaces or repeals \(name(link.target)), whose page says it is in force"
            )
        )
    }

    private func conflict(_ places: [SourceLocation], _ message: Message) -> Diagnostic {
        let places = places.sorted()
        return Diagnostic(
            id: "relation-conflict",
            severity: .warning,
            location: places.first ?? SourceLocation(path: ""),
            message: message,
            suggestion: Message(vi: "Sửa một trong hai nơi", en: "Correct one of the two places"),
            related: Array(places.dropFirst())
        )
    }

    private func name(_ node: GraphNode) -> String {
        switch node {
        case .page(let path):
            graph.pages[path]?.document.map { "“\(Reference.text(for: $0, with: knowledge))”" } ?? path
        case .missing(let document): "“\(document.number)”"
        }
    }
}
