/// The circles among the relations that front matter states: a document cannot carry out what carries it out.
struct RelationCycles {
    /// One circle for each set of pages that reach one another, as links from its first page round to it.
    let all: [[Link]]

    /// `links` are those of a graph, sorted by source.
    init(_ links: [Link]) {
        var outgoing: [GraphNode: [Link]] = [:]
        for link in links where !link.isInferred && Self.isDirected(link.relation) {
            outgoing[link.source, default: []].append(link)
        }
        let components = Self.components(outgoing)
        all = components.compactMap { Self.circle(in: $0, outgoing) }
    }

    /// Whether the relation leads from a later document to an earlier one, so that a circle is a mistake.
    private static func isDirected(_ relation: Relation) -> Bool { relation != .cites && relation != .coordinates }

    /// Sets of two or more nodes that reach one another (Tarjan's strongly connected components), each sorted; no
    /// recursion, so that a long chain cannot exhaust the stack.
    private static func components(_ outgoing: [GraphNode: [Link]]) -> [[GraphNode]] {
        var order: [GraphNode: Int] = [:]
        var low: [GraphNode: Int] = [:]
        var open: [GraphNode] = []
        var isOpen: Set<GraphNode> = []
        var found: [[GraphNode]] = []
        for root in outgoing.keys.sorted() where order[root] == nil {
            var stack: [(node: GraphNode, next: Int)] = [(root, 0)]
            while let (node, next) = stack.last {
                if next == 0 {
                    order[node] = order.count
                    low[node] = order[node]
                    open.append(node)
                    isOpen.insert(node)
                }
                let steps = outgoing[node] ?? []
                if next < steps.count {
                    stack[stack.count - 1].next += 1
                    let target = steps[next].target
                    if order[target] == nil {
                        stack.append((target, 0))
                    } else if isOpen.contains(target) {
                        low[node] = min(low[node] ?? 0, order[target] ?? 0)
                    }
                    continue
                }
                stack.removeLast()
                if let parent = stack.last?.node { low[parent] = min(low[parent] ?? 0, low[node] ?? 0) }
                guard low[node] == order[node] else { continue }
                var component: [GraphNode] = []
                while let last = open.popLast() {
                    isOpen.remove(last)
                    component.append(last)
                    if last == node { break }
                }
                if component.count > 1 { found.append(component.sorted()) }
            }
        }
        return found
    }

    /// The shortest way from the first node of `component` back to it.
    private static func circle(in component: [GraphNode], _ outgoing: [GraphNode: [Link]]) -> [Link]? {
        guard let first = component.first else { return nil }
        let members = Set(component)
        var arrived: [GraphNode: Link] = [:]
        var queue = [first]
        var next = 0
        while next < queue.count {
            for link in outgoing[queue[next]] ?? [] where members.contains(link.target) && arrived[link.target] == nil {
                arrived[link.target] = link
                queue.append(link.target)
            }
            next += 1
        }
        var way: [Link] = []
        var here = first
        while let link = arrived[here] {
            way.append(link)
            here = link.source
            if here == first { return way.reversed() }
        }
        return nil
    }
}
