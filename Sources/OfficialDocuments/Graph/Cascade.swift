/// How a document comes down from the centre to the commune, and what it came from.
public struct Cascade: Sendable {
    private let graph: LinkGraph
    private let localities: Localities
    /// Depth at which a tree is cut off: real ones have five or six levels, and a chain of any length must not
    /// exhaust the stack.
    private static let deepest = 32

    /// Cascades over `graph`; the level of a page is that of its place.
    public init(_ graph: LinkGraph, localities: Localities) {
        self.graph = graph
        self.localities = localities
    }

    /// What carries out, guides, reviews or was drawn from the page at `path`, and what does so with those.
    ///
    /// A page that can be reached in several ways stands once, at the end of the longest: a report that reviews a
    /// province's programme stands below it, even if it names the resolution the programme carries out.
    public func down(from path: String) -> CascadeTree {
        tree(from: .page(path)) { node in graph.incoming(to: node).map { ($0, $0.source) } }
    }

    /// What the page at `path` carries out, guides, reviews or was drawn from, up to the documents of the centre.
    public func up(from path: String) -> CascadeTree {
        tree(from: .page(path)) { node in graph.outgoing(from: node).map { ($0, $0.target) } }
    }

    /// The level of the place a page or document comes from.
    public func level(of node: GraphNode) -> CascadeTree.Level {
        let place: Locality.ID?
        switch node {
        case .page(let path): place = graph.pages[path]?.locality
        case .missing(let document): place = document.place
        }
        guard let place else { return .central }
        // A place the gazetteer lacks is named with the word for its kind: "huyện đơn dương".
        let named = AdministrativeUnit.read(PhraseWord.words(of: place), at: 0)?.unit.levels.first
        switch localities[place]?.level ?? named ?? .district {
        case .province: return .province
        case .district: return .district
        case .commune: return .commune
        }
    }

    // MARK: Building

    private typealias Step = (link: Link, next: GraphNode)

    private func tree(from root: GraphNode, steps: (GraphNode) -> [Step]) -> CascadeTree {
        var children: [GraphNode: [Step]] = [:]
        let depths = longestWays(from: root, steps: steps, children: &children)
        var placed: Set<GraphNode> = [root]
        func build(_ node: GraphNode, _ link: Link?, depth: Int) -> CascadeTree {
            let below = (children[node] ?? [])
                .filter { depths[$0.next] == depth + 1 && depth < Self.deepest }
                .sorted { precedes($0.next, $1.next) }
            var trees: [CascadeTree] = []
            for step in below where placed.insert(step.next).inserted {
                trees.append(build(step.next, step.link, depth: depth + 1))
            }
            return CascadeTree(
                node: node,
                relation: link?.relation,
                isInferred: link?.isInferred ?? false,
                level: level(of: node),
                children: trees
            )
        }
        return build(root, nil, depth: 0)
    }

    /// How far below `root` each node stands on the longest way to it; a way never passes a node twice. Fills `children` with the steps of each node that carry a cascade.
    private func longestWays(
        from root: GraphNode,
        steps: (GraphNode) -> [Step],
        children: inout [GraphNode: [Step]]
    ) -> [GraphNode: Int] {
        // Depth-first order without the steps that close a circle; then the longest ways in one pass over it.
        var finished: [GraphNode] = []
        var state: [GraphNode: Bool] = [root: false]
        var stack: [(node: GraphNode, next: Int)] = [(root, 0)]
        var forward: [GraphNode: [Step]] = [root: cascading(steps(root))]
        while let (node, next) = stack.last {
            let all = forward[node] ?? []
            guard next < all.count else {
                state[node] = true
                finished.append(node)
                stack.removeLast()
                continue
            }
            stack[stack.count - 1].next += 1
            let step = all[next]
            switch state[step.next] {
            case nil:
                state[step.next] = false
                forward[step.next] = cascading(steps(step.next))
                children[node, default: []].append(step)
                stack.append((step.next, 0))
            case .some(true): children[node, default: []].append(step)
            case .some(false): break
            }
        }
        var depths: [GraphNode: Int] = [root: 0]
        for node in finished.reversed() {
            guard let depth = depths[node] else { continue }
            for step in children[node] ?? [] { depths[step.next] = max(depths[step.next] ?? 0, depth + 1) }
        }
        return depths
    }

    /// The steps along relations that hand a document down, the strongest to each node.
    private func cascading(_ steps: [Step]) -> [Step] {
        var kept: [Step] = []
        for step in steps where carries(step.link) {
            if let last = kept.last, last.next == step.next {
                if last.link.isInferred && !step.link.isInferred { kept[kept.count - 1] = step }
            } else {
                kept.append(step)
            }
        }
        return kept
    }

    /// A document is based on many laws it does not carry out; a model or lesson is based on what it carries out.
    private func carries(_ link: Link) -> Bool {
        switch link.relation {
        case .implements, .guides, .reviews, .drawnFrom: true
        case .basedOn: link.source.path.map { graph.pages[$0]?.document == nil } ?? false
        case .cites, .amends, .replaces, .repeals, .corrects, .consolidates, .coordinates: false
        }
    }

    private func precedes(_ left: GraphNode, _ right: GraphNode) -> Bool {
        func order(_ node: GraphNode) -> (String, String) {
            let place = node.path.flatMap { graph.pages[$0]?.locality } ?? ""
            return (place, graph.date(of: node)?.iso ?? "")
        }
        let mine = level(of: left)
        let theirs = level(of: right)
        if mine != theirs { return mine < theirs }
        return order(left) == order(right) ? left < right : order(left) < order(right)
    }
}
