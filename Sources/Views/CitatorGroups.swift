import Content
import OfficialDocuments
import Reading
import VietnameseText

/// The citator beside a page: what it rests on, what came of it, who cites it, as headed lists.
struct CitatorGroups {
    let collection: Collection
    let backlinks: Backlinks
    let cascade: Cascade
    let kinship: Kinship

    /// Entries shown before the rest is folded away.
    private static let shown = 3
    /// Citing sentences on a page at most, where the search page can show the others.
    private static let quoted = 10

    private var items: LinkItem { LinkItem(collection: collection) }
    private var words: RelationWords { RelationWords(collection: collection) }

    /// The groups of an official document, in the order in which readers ask.
    func groups(ofDocument index: Int) -> [[String: Any]] {
        let id = collection.pages[index].id
        let outgoing = collection.graph.outgoing(from: .page(id))
        let incoming = collection.graph.incoming(to: .page(id))
        let below = cascade.down(from: id)
        let descendants = below.flattened.dropFirst().compactMap(\.path).compactMap(collection.index(of:))
        func all(_ kind: PageKind) -> [[String: Any]] {
            descendants.filter { collection.pages[$0].kind == kind }.map { items.item($0) }
        }
        let around = [
            basis(outgoing.filter { $0.relation.traits.isGround }, above: cascade.up(from: id)),
            list(
                "thay-doi", "changes",
                outgoing.filter { $0.relation.changesItsTarget }.compactMap { changed($0, isActive: true) }),
            list(
                "bi-thay-doi", "changedBy",
                incoming.filter { $0.relation.changesItsTarget }.compactMap { changed($0, isActive: false) }),
        ]
        let after = [
            list("bai-hoc-rut-ra", "lessonsDrawn", all(.lesson), shown: 6),
            list("mo-hinh-tieu-bieu", "modelsBasedOn", all(.model)),
            citing(backlinks.to(page: id), number: items.number(of: collection.pages[index])),
        ]
        return around.compactMap(\.self) + trees(below) + after.compactMap(\.self)
    }

    /// The groups of any other page: what it was drawn from or reviews, what was drawn from it, who is like it.
    func groups(ofPage index: Int) -> [[String: Any]] {
        let page = collection.pages[index]
        let outgoing = collection.graph.outgoing(from: .page(page.id))
        let incoming = collection.graph.incoming(to: .page(page.id))
        func drawn(_ kind: PageKind) -> [[String: Any]] {
            incoming.compactMap { $0.source.path.flatMap(collection.index(of:)) }.uniqued
                .filter { collection.pages[$0].kind == kind }.map { items.item($0) }
        }
        let ties = collection.graph.ties(from: .page(page.id))
        let tied = Set(ties.map(\.target))
        let cited = outgoing.filter { $0.relation == .cites && !tied.contains($0.target) }.map(\.target)
        let near = [
            list("bai-hoc-rut-ra", "lessonsDrawn", drawn(.lesson), shown: 10),
            list("cung-nhom", "sameTheme", others(kinship.sharing(theme: page.head.theme, as: page.kind), than: index)),
            list(
                "cung-linh-vuc", "sameField",
                others(kinship.sharing(field: page.head.field, as: page.kind), than: index)),
            list("van-ban-vien-dan", "cites", cited.uniqued.compactMap(items.item)),
            citing(backlinks.to(page: page.id), number: nil),
        ]
        return origins(ties) + near.compactMap(\.self)
    }

    /// What a page reviews, rests on, was drawn from: a list for each thing it does.
    private func origins(_ ties: [Link]) -> [[String: Any]] {
        let headings = ties.map { words.active($0.relation, of: $0.source) }
        return headings.uniqued.compactMap { heading in
            let entries = zip(ties, headings).filter { $1 == heading }.compactMap { tie, _ -> [String: Any]? in
                guard var item = items.item(tie.target) else { return nil }
                note(inferred: tie.isInferred, in: &item)
                return item
            }
            return list(Self.id(of: heading), heading: heading, entries)
        }
    }

    /// Who cites a document that the collection lacks.
    func groups(of missing: MissingDocument) -> [[String: Any]] {
        [citing(backlinks.to(missing: missing), number: missing.number.description, shown: Self.quoted)].compactMap(
            \.self)
    }

    // MARK: Parts

    /// Who cites, each with its sentence. A document that half the collection cites shows the strongest; the search
    /// page lists them all, since it puts the pages that cite a number behind the document itself.
    private func citing(_ entries: [Backlinks.Entry], number: String?, shown: Int = Self.shown) -> [String: Any]? {
        let hasAll = number != nil && entries.count > Self.quoted + 1
        let quotes = collection.byStrength(entries).prefix(hasAll ? Self.quoted : entries.count).map { entry in
            items.item(entry.page, quote: collection.bodies[entry.page].citations[entry.citation].sentence)
        }
        guard var group = list("vien-dan", "citedIn", quotes, shown: shown) else { return nil }
        group["count"] = entries.count
        if hasAll, let number {
            group["all"] = [
                "url": "\(ReservedPaths.search)?q=\(number.percentEncoded)", "label": collection.word("searchCiting"),
            ]
        }
        return group
    }

    /// A document that this one changes or is changed by, with the relation in words.
    private func changed(_ link: Link, isActive: Bool) -> [String: Any]? {
        guard var item = items.item(isActive ? link.target : link.source) else { return nil }
        let relation =
            isActive
            ? words.short(link.relation, by: link.source).capitalisedFirst
            : words.passive(link.relation, by: link.source)
        item["meta"] = [relation, item["meta"] as? String].compactMap(\.self).joined(separator: " · ")
        return item
    }

    /// A dozen pages like this one; those of other places first, since they are what a reader does not know yet.
    private func others(_ pages: [Int], than index: Int) -> [[String: Any]] {
        let here = collection.pages[index].locality
        let others = pages.filter { $0 != index }.prefix(60)
        let elsewhere = others.filter { collection.pages[$0].locality != here }
        return (elsewhere + others.filter { collection.pages[$0].locality == here }).prefix(12).map { items.item($0) }
    }

    private func list(_ id: String, _ word: String, _ entries: [[String: Any]], shown: Int = Self.shown) -> [String:
        Any]?
    {
        list(id, heading: collection.word(word), entries, shown: shown)
    }

    private func list(_ id: String, heading: String, _ entries: [[String: Any]], shown: Int = Self.shown) -> [String:
        Any]?
    {
        guard !entries.isEmpty else { return nil }
        // Folding away a single entry would hide more than it tidies.
        let first = entries.count <= shown + 1 ? entries.count : shown
        var group: [String: Any] = [
            "id": id, "heading": heading, "count": entries.count,
            "list": ["items": Array(entries[..<first])],
        ]
        if first < entries.count {
            let label = collection.word("showMore").replacing("%", with: String(entries.count - first))
            group["more"] = ["label": label, "items": Array(entries[first...])] as [String: Any]
        }
        return group
    }

    /// What a document rests on; under each what that one carries out in turn, up to Central.
    private func basis(_ links: [Link], above: CascadeTree) -> [String: Any]? {
        let higher = Set(above.children.flatMap { $0.flattened.dropFirst() })
        let steps = Dictionary(above.children.map { ($0.node, $0) }) { first, _ in first }
        var seen = higher
        let entries = links.filter { seen.insert($0.target).inserted }.compactMap { link -> [String: Any]? in
            guard var item = items.item(link.target) else { return nil }
            note(inferred: link.isInferred, in: &item)
            setChildren((steps[link.target]?.children ?? []).compactMap(higherNode), of: &item)
            return item
        }
        guard !higher.isEmpty else { return list("can-cu", "basedOn", entries) }
        return group("can-cu", heading: collection.word("basedOn"), count: entries.count + higher.count, nodes: entries)
    }

    /// Documents and reports below a document, from Central to commune: a tree for each thing that they do.
    private func trees(_ root: CascadeTree) -> [[String: Any]] {
        // What carries the document out comes before what looks at it.
        let all = root.children.filter { isInTree($0.node) }
        let children = all.filter { !isReport($0.node) } + all.filter { isReport($0.node) }
        let headings = children.map { words.passive($0.relation ?? .cites, by: $0.node) }
        return headings.uniqued.compactMap { heading in
            let members = zip(children, headings).filter { $1 == heading }.map(\.0)
            let nodes = members.compactMap { node($0, isTop: true) }
            guard !nodes.isEmpty else { return nil }
            let count = members.reduce(0) { $0 + self.count($1, of: heading) }
            var group = group(Self.id(of: heading), heading: heading, count: count, nodes: nodes)
            group["shown"] = members.flatMap(\.flattened).count { isInTree($0) }
            return group
        }
    }

    /// How many of a tree do what the heading says: below what carries a document out there may stand its review.
    private func count(_ tree: CascadeTree, of heading: String) -> Int {
        let isMeant = isInTree(tree.node) && words.passive(tree.relation ?? .cites, by: tree.node) == heading
        return tree.children.reduce(isMeant ? 1 : 0) { $0 + count($1, of: heading) }
    }

    /// An id that no heading of the text has: those have hyphens.
    private static func id(of heading: String) -> String { Slug.make(heading).replacing("-", with: "_") }

    private func group(_ id: String, heading: String, count: Int, nodes: [[String: Any]]) -> [String: Any] {
        ["id": id, "heading": heading, "count": count, "tree": ["nodes": nodes]]
    }

    private func higherNode(_ tree: CascadeTree) -> [String: Any]? {
        guard var item = items.item(tree.node) else { return nil }
        note(inferred: tree.isInferred, in: &item)
        setChildren(tree.children.compactMap(higherNode), of: &item)
        return item
    }

    /// Present on every node: a missing key would be looked up on the parent, without end.
    private func setChildren(_ nodes: [[String: Any]], of item: inout [String: Any]) {
        item["children"] = nodes.isEmpty ? false as Any : ["nodes": nodes] as Any
        if item["meta"] == nil { item["meta"] = false as Any }
    }

    /// A relation that nobody stated in front matter says that it was read from the text.
    private func note(inferred: Bool, in item: inout [String: Any]) {
        guard inferred else { return }
        item["meta"] = [item["meta"] as? String, collection.word("inferredRelation")].compactMap(\.self).joined(
            separator: " · ")
    }

    private func isReport(_ node: GraphNode) -> Bool { node.path.flatMap(collection.page)?.kind == .report }

    private func isInTree(_ node: GraphNode) -> Bool {
        guard let path = node.path else { return true }
        return collection.page(path)?.kind.traits.isInTree ?? false
    }

    /// - Parameter isTop: What ties it to the document is said by the heading above.
    private func node(_ tree: CascadeTree, isTop: Bool = false) -> [String: Any]? {
        guard isInTree(tree.node), var item = items.item(tree.node) else { return nil }
        let relation = isTop ? nil : tree.relation.map { words.short($0, by: tree.node) }
        let meta = [relation, item["meta"] as? String].compactMap(\.self).joined(separator: " · ")
        item["meta"] = meta.isEmpty ? nil : meta
        note(inferred: tree.isInferred, in: &item)
        setChildren(tree.children.compactMap { node($0) }, of: &item)
        return item
    }
}
