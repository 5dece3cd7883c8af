import Diagnostics

/// What only the whole graph can tell: `cites-superseded`, `cites-later-document`, `relation-cycle`,
/// `relation-conflict` and `uncited-document`.
public struct GraphCheck: Sendable {
    private let graph: LinkGraph
    private let knowledge: Knowledge

    /// Checks `graph`, whose documents were read with `knowledge`.
    public init(_ graph: LinkGraph, with knowledge: Knowledge) {
        self.graph = graph
        self.knowledge = knowledge
    }

    /// Every problem, in reading order.
    public var diagnostics: [Diagnostic] {
        let links = graph.links
        return
            (superseded(links) + later(links) + RelationCycles(links).all.map(cycle)
            + RelationConflicts(graph, links, with: knowledge).all
            + uncited).sorted()
    }

    // MARK: Superseded documents

    /// A citation of what no longer stands; a note where the page was written while it stood.
    private func superseded(_ links: [Link]) -> [Diagnostic] {
        var standings: [String: Standing] = [:]
        var problems: [Diagnostic] = []
        var last: (source: GraphNode, target: GraphNode)?
        for link in links where !link.relation.changesItsTarget {
            guard let target = link.target.path, let document = graph.pages[target]?.document else { continue }
            let standing = standings[target] ?? graph.standing(of: target) ?? Standing(status: document.status)
            standings[target] = standing
            guard standing.isSuperseded || standing.status == .expired, link.source != standing.successor else {
                continue
            }
            // One warning for a page and a document, however the page is tied to it.
            if let last, last == (link.source, link.target) { continue }
            last = (link.source, link.target)
            problems.append(superseded(link, document, standing))
        }
        return problems
    }

    private func superseded(_ link: Link, _ document: DocumentRecord, _ standing: Standing) -> Diagnostic {
        let cited = Reference.text(for: document, with: knowledge)
        let ended = standing.successor.flatMap(graph.date)
        let written = graph.date(of: link.source)
        let wasStanding = ended.map { ended in written.map { $0 < ended } ?? false } ?? false
        let current = (standing.current ?? standing.successor).map(name)
        return Diagnostic(
            id: "cites-superseded",
            severity: wasStanding ? .note : .warning,
            location: place(of: link),
            message: current.map {
                Message(
                    vi: "“\(cited)” đã được thay thế hoặc bãi bỏ bởi “\($0)”",
                    en: "“\(cited)” has been replaced or repealed by “\($0)”"
                )
            } ?? Message(vi: "“\(cited)” đã hết hiệu lực", en: "“\(cited)” is no longer in force"),
            suggestion: current.map {
                Message(vi: "Dẫn “\($0)” nếu nói về quy định hiện hành", en: "Cite “\($0)” for what holds today")
            },
            related: [document.location]
        )
    }

    // MARK: Dates

    /// A link to what was issued later. The text on a document's own page is its editor's, who may look ahead: a note. A
    /// Markdown link says which page is meant, and nothing about when.
    private func later(_ links: [Link]) -> [Diagnostic] {
        var problems: [Diagnostic] = []
        var last: (source: GraphNode, target: GraphNode)?
        for link in links {
            guard let target = link.target.path.flatMap({ graph.pages[$0]?.document }), let source = link.source.path,
                let issued = target.date, let written = graph.date(of: link.source), issued > written,
                !issued.agrees(with: written), !link.isInferred || link.sentence != nil
            else { continue }
            if let last, last == (link.source, link.target) { continue }
            last = (link.source, link.target)
            let isEditors = graph.pages[source]?.document != nil && link.isInferred
            problems.append(
                Diagnostic(
                    id: "cites-later-document",
                    severity: isEditors ? .note : .warning,
                    location: place(of: link),
                    message: Message(
                        vi:
                            "“\(Reference.text(for: target, with: knowledge))” có ngày \(issued.vietnamese), sau ngày của trang dẫn nó (\(written.vietnamese))",
                        en:
                            "“\(Reference.text(for: target, with: knowledge))” is dated \(issued.vietnamese), after the page that cites it (\(written.vietnamese))"
                    ),
                    suggestion: Message(vi: "Kiểm tra hai ngày ấy", en: "Check both dates"),
                    related: [target.location]
                )
            )
        }
        return problems
    }

    // MARK: Circles and lonely documents

    private func cycle(_ links: [Link]) -> Diagnostic {
        let steps = links.map { "\(name(of: $0.source)) (\($0.relation.rawValue))" } + [name(of: links[0].source)]
        let path = steps.joined(separator: " → ")
        let places = links.map(place(of:)).sorted()
        return Diagnostic(
            id: "relation-cycle",
            severity: .warning,
            location: places[0],
            message: Message(vi: "quan hệ đi thành vòng: \(path)", en: "the relations go round in a circle: \(path)"),
            suggestion: Message(vi: "Bỏ hoặc đảo chiều một quan hệ", en: "Remove or turn round one of them"),
            related: Array(places.dropFirst())
        )
    }

    private var uncited: [Diagnostic] {
        graph.nodes.compactMap { node in
            guard let document = node.path.flatMap({ graph.pages[$0]?.document }), graph.incoming(to: node).isEmpty
            else {
                return nil
            }
            return Diagnostic(
                id: "uncited-document",
                severity: .note,
                location: document.location,
                message: Message(
                    vi: "chưa trang nào dẫn “\(Reference.text(for: document, with: knowledge))”",
                    en: "no page cites “\(Reference.text(for: document, with: knowledge))”"
                )
            )
        }
    }

    private func place(of link: Link) -> SourceLocation {
        link.location ?? SourceLocation(path: link.source.path ?? link.target.path ?? "")
    }

    private func name(of node: GraphNode) -> String {
        switch node {
        case .page(let path): graph.pages[path]?.document.map { Reference.text(for: $0, with: knowledge) } ?? path
        case .missing(let document): document.number.description
        }
    }
}
