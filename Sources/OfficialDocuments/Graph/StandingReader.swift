extension LinkGraph {
    /// Whether the document whose page is `path` stands; `nil` for a page that is no document.
    ///
    /// What the page states goes first. Otherwise a document replaced or repealed by another in force no longer stands;
    /// a replacement that does not stand yet changes nothing, one that has been replaced in its turn still does.
    public func standing(of path: String) -> Standing? {
        guard let document = pages[path]?.document else { return nil }
        let successor = successor(of: path)
        let isDerived = document.status == .unknown && successor != nil
        return Standing(
            status: isDerived ? .expired : document.status,
            isDerived: isDerived,
            successor: successor,
            current: successor.flatMap { lastSuccessor(after: $0, from: path) }
        )
    }

    /// The document that put an end to the one at `path`: a replacement before a repeal, the latest of several.
    func successor(of path: String) -> GraphNode? {
        let ends = incoming(to: .page(path)).filter { $0.relation.endsItsTarget && isEffective($0, on: path) }
        return ends.max { left, right in
            let mine = (left.relation == .replaces ? 1 : 0, date(of: left.source)?.iso ?? "")
            let theirs = (right.relation == .replaces ? 1 : 0, date(of: right.source)?.iso ?? "")
            return mine == theirs ? right.source < left.source : mine < theirs
        }?.source
    }

    /// The end of the chain of successors behind `first`; `nil` if that is `first` itself.
    private func lastSuccessor(after first: GraphNode, from path: String) -> GraphNode? {
        var seen: Set<GraphNode> = [.page(path), first]
        var last = first
        while let here = last.path, let next = successor(of: here), seen.insert(next).inserted { last = next }
        return last == first ? nil : last
    }

    /// Whether a link that ends the document at `path` counts. One that was only read from running text counts when
    /// the dates bear it out.
    private func isEffective(_ link: Link, on path: String) -> Bool {
        let source = link.source.path.flatMap { pages[$0]?.document }
        switch source?.status {
        case .notYetInForce, .suspended: return false
        case .inForce, .partlyExpired, .expired, .unknown, nil: break
        }
        guard link.isInferred else { return true }
        guard let theirs = date(of: link.source), let mine = pages[path]?.document?.date else { return false }
        return theirs > mine
    }

    /// When the document at `node` was issued.
    func date(of node: GraphNode) -> PartialDate? {
        switch node {
        case .page(let path): pages[path]?.document?.date ?? pages[path]?.date
        case .missing(let document): document.date
        }
    }
}
