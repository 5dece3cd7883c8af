/// How a document comes down from the centre to the commune, and what it came from.
///
/// Made once per graph: the links that hand a document down are gathered by node, and every node gets its rank among
/// its neighbours, so that a tree is built from numbers alone.
public struct Cascade: Sendable {
    /// A link that hands a document on, to the node at `node` of the graph.
    private struct Step: Sendable {
        var node: Int
        var relation: Relation
        var isInferred: Bool
    }

    private let nodes: [GraphNode]
    private let indices: [GraphNode: Int]
    private let levels: [CascadeTree.Level]
    /// Place of each node in the order of level, place, date and path.
    private let ranks: [Int]
    private let below: [[Step]]
    private let above: [[Step]]

    /// Depth at which a tree is cut off: real ones have five or six levels, and a chain of any length must not
    /// exhaust the stack.
    private static let deepest = 32
    /// Nodes a tree holds at most, the nearest to its root: nobody reads a longer one on a page.
    private static let largest = 48

    /// Cascades over `graph`; the level of a page is that of its place.
    public init(_ graph: LinkGraph, localities: Localities) {
        nodes = graph.nodes
        var indices: [GraphNode: Int] = [:]
        for (index, node) in nodes.enumerated() { indices[node] = index }
        self.indices = indices
        let places = nodes.map { Self.place(of: $0, in: graph) }
        var levelOfPlace: [Locality.ID: CascadeTree.Level] = [:]
        levels = places.map { place in
            guard let place else { return .central }
            if let known = levelOfPlace[place] { return known }
            let level = Self.level(of: place, in: localities)
            levelOfPlace[place] = level
            return level
        }
        ranks = Self.ranks(nodes, places, levels, in: graph)
        (below, above) = Self.steps(graph, indices, ranks)
    }

    /// What carries out, guides, reviews or was drawn from the page at `path`, and what does so with those.
    ///
    /// A page that can be reached in several ways stands once, at the end of the longest: a report that reviews a
    /// province's programme stands below it, even if it names the resolution the programme carries out.
    public func down(from path: String) -> CascadeTree { tree(from: .page(path), along: below) }

    /// What the page at `path` carries out, guides, reviews or was drawn from, up to the documents of the centre.
    public func up(from path: String) -> CascadeTree { tree(from: .page(path), along: above) }

    /// The level of the place a page or document comes from.
    public func level(of node: GraphNode) -> CascadeTree.Level { indices[node].map { levels[$0] } ?? .central }

    // MARK: Building a tree

    private func tree(from root: GraphNode, along steps: [[Step]]) -> CascadeTree {
        guard let start = indices[root] else { return CascadeTree(node: root, level: .central) }
        let members = nearest(to: start, along: steps)
        let depths = longestWays(from: start, among: members, along: steps)
        var placed: Set<Int> = [start]
        func build(_ index: Int, _ step: Step?, depth: Int) -> CascadeTree {
            var children: [CascadeTree] = []
            if depth < Self.deepest {
                for step in steps[index] where depths[step.node] == depth + 1 && placed.insert(step.node).inserted {
                    children.append(build(step.node, step, depth: depth + 1))
                }
            }
            return CascadeTree(
                node: nodes[index],
                relation: step?.relation,
                isInferred: step?.isInferred ?? false,
                level: levels[index],
                children: children
            )
        }
        return build(start, nil, depth: 0)
    }

    /// The nodes a tree from `start` holds, found in widening circles.
    private func nearest(to start: Int, along steps: [[Step]]) -> Set<Int> {
        var members: Set<Int> = [start]
        var queue = [start]
        var next = 0
        while next < queue.count {
            for step in steps[queue[next]] where members.count < Self.largest && members.insert(step.node).inserted {
                queue.append(step.node)
            }
            next += 1
        }
        return members
    }

    /// How far from `start` each member stands on the longest way to it; a way never passes a node twice.
    private func longestWays(from start: Int, among members: Set<Int>, along steps: [[Step]]) -> [Int: Int] {
        // Depth-first order without the steps that close a circle; then the longest ways in one pass over it.
        var finished: [Int] = []
        var state: [Int: Bool] = [start: false]
        var kept: [Int: [Int]] = [:]
        var stack: [(node: Int, next: Int)] = [(start, 0)]
        while let (node, next) = stack.last {
            guard next < steps[node].count else {
                state[node] = true
                finished.append(node)
                stack.removeLast()
                continue
            }
            stack[stack.count - 1].next += 1
            let child = steps[node][next].node
            guard members.contains(child) else { continue }
            switch state[child] {
            case nil:
                state[child] = false
                kept[node, default: []].append(child)
                stack.append((child, 0))
            case .some(true): kept[node, default: []].append(child)
            case .some(false): break
            }
        }
        var depths: [Int: Int] = [start: 0]
        for node in finished.reversed() {
            guard let depth = depths[node] else { continue }
            for child in kept[node] ?? [] { depths[child] = max(depths[child] ?? 0, depth + 1) }
        }
        return depths
    }

    // MARK: Reading the graph

    /// The steps from each node down and up along relations that hand a document on, the strongest to each node.
    private static func steps(_ graph: LinkGraph, _ indices: [GraphNode: Int], _ ranks: [Int]) -> ([[Step]], [[Step]]) {
        var below = [[Step]](repeating: [], count: ranks.count)
        var above = below
        for link in graph.links where carries(link, in: graph) {
            guard let source = indices[link.source], let target = indices[link.target] else { continue }
            add(Step(node: source, relation: link.relation, isInferred: link.isInferred), to: &below[target])
            add(Step(node: target, relation: link.relation, isInferred: link.isInferred), to: &above[source])
        }
        for index in ranks.indices {
            below[index].sort { ranks[$0.node] < ranks[$1.node] }
            above[index].sort { ranks[$0.node] < ranks[$1.node] }
        }
        return (below, above)
    }

    /// Links come sorted by their ends, so those between the same two nodes follow one another.
    private static func add(_ step: Step, to steps: inout [Step]) {
        guard let last = steps.last, last.node == step.node else { return steps.append(step) }
        if last.isInferred && !step.isInferred { steps[steps.count - 1] = step }
    }

    private static func carries(_ link: Link, in graph: LinkGraph) -> Bool {
        switch link.relation.traits.carrying {
        case .always: true
        case .unlessDocument: link.source.path.map { graph.pages[$0]?.document == nil } ?? false
        case .never: false
        }
    }

    private static func place(of node: GraphNode, in graph: LinkGraph) -> Locality.ID? {
        switch node {
        case .page(let path): graph.pages[path]?.locality
        case .missing(let document): document.place
        }
    }

    /// The level of a place; one that the gazetteer lacks is named with the word for its kind: "huyện đơn dương".
    private static func level(of place: Locality.ID, in localities: Localities) -> CascadeTree.Level {
        let named = AdministrativeUnit.read(PhraseWord.words(of: place), at: 0)?.unit.levels.first
        switch localities[place]?.level ?? named ?? .district {
        case .province: return .province
        case .district: return .district
        case .commune: return .commune
        }
    }

    private static func ranks(
        _ nodes: [GraphNode],
        _ places: [Locality.ID?],
        _ levels: [CascadeTree.Level],
        in graph: LinkGraph
    ) -> [Int] {
        let keys = nodes.indices.map { (places[$0] ?? "", graph.date(of: nodes[$0])?.iso ?? "") }
        // Nodes are sorted, so their positions decide between equals.
        let order = nodes.indices.sorted { left, right in
            if levels[left] != levels[right] { return levels[left] < levels[right] }
            return keys[left] == keys[right] ? left < right : keys[left] < keys[right]
        }
        var ranks = [Int](repeating: 0, count: nodes.count)
        for (rank, index) in order.enumerated() { ranks[index] = rank }
        return ranks
    }
}
