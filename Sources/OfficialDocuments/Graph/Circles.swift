/// The parts of a directed graph whose nodes all reach one another.
enum Circles {
    /// Sets of nodes that reach one another (Tarjan's strongly connected components), each sorted, in the order in which
    /// they are found from the smallest node on: sets of two or more, and nodes with a step to themselves. No recursion,
    /// so that a long chain cannot exhaust the stack.
    static func find<Node: Hashable & Comparable>(_ steps: [Node: [Node]]) -> [[Node]] {
        var order: [Node: Int] = [:]
        var low: [Node: Int] = [:]
        var open: [Node] = []
        var isOpen: Set<Node> = []
        var found: [[Node]] = []
        for root in steps.keys.sorted() where order[root] == nil {
            var stack: [(node: Node, next: Int)] = [(root, 0)]
            while let (node, next) = stack.last {
                if next == 0 {
                    order[node] = order.count
                    low[node] = order[node]
                    open.append(node)
                    isOpen.insert(node)
                }
                let targets = steps[node] ?? []
                if next < targets.count {
                    stack[stack.count - 1].next += 1
                    let target = targets[next]
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
                var component: [Node] = []
                while let last = open.popLast() {
                    isOpen.remove(last)
                    component.append(last)
                    if last == node { break }
                }
                if component.count > 1 || targets.contains(node) { found.append(component.sorted()) }
            }
        }
        return found
    }
}
