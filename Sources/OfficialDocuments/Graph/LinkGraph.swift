import Diagnostics

/// Who cites, implements, amends, replaces whom: pages and missing documents, and the links among them.
///
/// Only the active side is kept; `incoming(to:)` is the passive one. Does not depend on the order of the pages.
public struct LinkGraph: Sendable {
    /// Every page, sorted by path, then every missing document, sorted.
    public let nodes: [GraphNode]
    /// The documents that are cited and not in the collection.
    public let missing: MissingDocuments
    /// What each page says about itself, by path.
    public let pages: [String: PageContext]
    private let indices: [GraphNode: Int]
    /// Sorted by source, target, relation.
    private let edges: [Edge]
    /// Edges of node n lie at `firstOutgoing[n]..<firstOutgoing[n + 1]`.
    private let firstOutgoing: [Int]
    /// Positions in `edges`, sorted by target, then by source and relation.
    private let byTarget: [Int]
    private let firstIncoming: [Int]

    /// Puts together what the pages state. A page that states something about itself states nothing.
    public init(_ pages: [PageLinks]) {
        missing = MissingDocuments(
            pages.lazy.flatMap(\.links).compactMap { if case .missing(let mention) = $0.other { mention } else { nil } }
        )
        var paths = Set(pages.map(\.page.id))
        for case .page(let path) in pages.lazy.flatMap(\.links).map(\.other) { paths.insert(path) }
        let nodes = paths.sorted().map(GraphNode.page) + missing.all.map(GraphNode.missing)
        var indices: [GraphNode: Int] = [:]
        for (index, node) in nodes.enumerated() { indices[node] = index }
        let edges = Self.edges(of: pages, indices: indices, missing: missing, firstMissing: paths.count)
        let byTarget = edges.indices.sorted { (edges[$0].target, $0) < (edges[$1].target, $1) }
        firstOutgoing = Self.starts(edges.map(\.source), count: nodes.count)
        firstIncoming = Self.starts(byTarget.map { edges[$0].target }, count: nodes.count)
        self.nodes = nodes
        self.indices = indices
        self.edges = edges
        self.byTarget = byTarget
        self.pages = Dictionary(pages.map { ($0.page.id, $0.page) }, uniquingKeysWith: { first, _ in first })
    }

    /// Every link, sorted by source, target and relation.
    public var links: [Link] { edges.map(link) }

    /// What `node` has to do with others, sorted by target and relation.
    public func outgoing(from node: GraphNode) -> [Link] {
        guard let index = indices[node] else { return [] }
        return edges[firstOutgoing[index]..<firstOutgoing[index + 1]].map(link)
    }

    /// What others have to do with `node`, sorted by source and relation: the passive side.
    public func incoming(to node: GraphNode) -> [Link] {
        guard let index = indices[node] else { return [] }
        return byTarget[firstIncoming[index]..<firstIncoming[index + 1]].map { link(edges[$0]) }
    }

    private func link(_ edge: Edge) -> Link {
        Link(
            source: nodes[edge.source],
            target: nodes[edge.target],
            relation: edge.relation,
            isInferred: edge.isInferred,
            location: edge.location,
            sentence: edge.sentence,
            count: edge.count
        )
    }

    /// A link between positions in `nodes`.
    private struct Edge: Sendable {
        var source: Int
        var target: Int
        var relation: Relation
        var isInferred: Bool
        var location: SourceLocation?
        var sentence: String?
        var count: Int

        /// Takes in another statement of the same link. What front matter states is stated there.
        mutating func add(_ other: Edge) {
            count += other.count
            if isInferred == other.isInferred {
                if let theirs = other.location, location.map({ theirs < $0 }) ?? true {
                    location = theirs
                    if let said = other.sentence { sentence = said }
                }
            } else if isInferred {
                isInferred = false
                location = other.location ?? location
            }
            sentence = sentence ?? other.sentence
        }
    }

    private static func edges(
        of pages: [PageLinks],
        indices: [GraphNode: Int],
        missing: MissingDocuments,
        firstMissing: Int
    ) -> [Edge] {
        var edges: [Edge] = []
        for page in pages.sorted(by: { $0.page.id < $1.page.id }) {
            guard let here = indices[.page(page.page.id)] else { continue }
            for stated in page.links {
                let index: Int?
                switch stated.other {
                case .page: index = indices[stated.other]
                case .missing(let mention): index = missing.index(of: mention).map { firstMissing + $0 }
                }
                guard let there = index, there != here else { continue }
                edges.append(
                    Edge(
                        source: stated.isPassive ? there : here,
                        target: stated.isPassive ? here : there,
                        relation: stated.relation,
                        isInferred: stated.isInferred,
                        location: stated.location,
                        sentence: stated.sentence,
                        count: 1
                    )
                )
            }
        }
        func key(_ edge: Edge) -> (Int, Int, Relation) { (edge.source, edge.target, edge.relation) }
        let order = edges.indices.sorted { left, right in
            key(edges[left]) == key(edges[right]) ? left < right : key(edges[left]) < key(edges[right])
        }
        var merged: [Edge] = []
        for index in order {
            if let last = merged.last, key(last) == key(edges[index]) {
                merged[merged.count - 1].add(edges[index])
            } else {
                merged.append(edges[index])
            }
        }
        return merged
    }

    /// For ascending `values` below `count`: where each value starts, and the end.
    private static func starts(_ values: [Int], count: Int) -> [Int] {
        var starts = Array(repeating: 0, count: count + 1)
        for value in values { starts[value + 1] += 1 }
        for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
        return starts
    }
}
