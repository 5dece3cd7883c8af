/// The circles among the relations that front matter states: a document cannot carry out what carries it out.
struct RelationCycles {
    /// One circle for each set of pages that reach one another, as links from its first page round to it.
    let all: [[Link]]

    /// `links` are those of a graph, sorted by source.
    init(_ links: [Link]) {
        var outgoing: [GraphNode: [Link]] = [:]
        for link in links where !link.isInferred && link.relation.traits.isDirected {
            outgoing[link.source, default: []].append(link)
        }
        let components = Circles.find(outgoing.mapValues { $0.map(\.target) }).filter { $0.count > 1 }
        all = components.compactMap { Self.circle(in: $0, outgoing) }
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
