import OfficialDocuments

/// The relation diagram (lược đồ) of a document: what it rests on above, what came of it below, laid out at build time.
///
/// Sizes are SVG user units. The template draws; this only places.
struct Diagram {
    let site: Site

    private static let box = (width: 190, height: 54)
    private static let gap = (column: 20, row: 66)
    private static let columns = 3
    /// Letters that fit on the first line of a box, which is bold, and on the second.
    private static let letters = (bold: 21, plain: 25)

    /// The context of `partials/diagram`, or `nil` for a document with no relations.
    func context(of index: Int) -> [String: Any]? {
        let id = site.pages[index].id
        let above = related(site.graph.outgoing(from: .page(id)).map { ($0.relation, $0.target, "") })
        let below = related(site.graph.incoming(to: .page(id)).map { ($0.relation, $0.source, "Passive") })
        guard !above.isEmpty || !below.isEmpty else { return nil }
        var boxes: [[String: Any]] = []
        var edges: [[String: Any]] = []
        let width = Self.columns * (Self.box.width + Self.gap.column) - Self.gap.column
        let rowsAbove = Self.rows(above)
        let rowsBelow = Self.rows(below)
        let centre = (x: (width - Self.box.width) / 2, y: rowsAbove.count * (Self.box.height + Self.gap.row) + 1)
        for (row, entries) in rowsAbove.enumerated() {
            let y = row * (Self.box.height + Self.gap.row) + 1
            place(entries, y: y, width: width, into: &boxes) { x, entry in
                let bend = centre.y - Self.gap.row / 2
                edges.append(edge(entry, "M\(x) \(y + Self.box.height)V\(bend)H\(width / 2)V\(centre.y)"))
            }
        }
        boxes.append(
            box(centre.x, centre.y, [name(index), LinkItem(site: site).place(of: site.pages[index]) ?? ""], url: nil))
        let bottom = centre.y + Self.box.height
        for (row, entries) in rowsBelow.enumerated() {
            let y = bottom + Self.gap.row + row * (Self.box.height + Self.gap.row)
            place(entries, y: y, width: width, into: &boxes) { x, entry in
                let bend = bottom + Self.gap.row / 2
                edges.append(edge(entry, "M\(width / 2) \(bottom)V\(bend)H\(x)V\(y)"))
            }
        }
        let height = bottom + rowsBelow.count * (Self.box.height + Self.gap.row) + 1
        return [
            "width": width, "height": height, "boxes": boxes, "edges": edges,
            "labels": labels(above, below, centre.y, bottom, width),
            "rows": list((rowsAbove + rowsBelow).flatMap(\.self)),
        ]
    }

    private struct Entry {
        var relation: Relation
        /// The relation in the reader's words, from this document's side.
        var words: String
        var node: GraphNode
        var lines: [String]
        var url: String
        var label: String
    }

    /// Related documents, reports and models, each once with its strongest relation; at most two rows of a side.
    private func related(_ links: [(relation: Relation, other: GraphNode, side: String)]) -> [Entry] {
        var seen = Set<GraphNode>()
        var entries: [Entry] = []
        for link in links.sorted(by: { ($1.relation, $0.other) < ($0.relation, $1.other) })
        where link.relation != .cites {
            guard seen.insert(link.other).inserted, let item = LinkItem(site: site).item(link.other),
                let label = item["label"] as? String, let url = item["url"] as? String
            else { continue }
            let number = item["number"] as? String
            entries.append(
                Entry(
                    relation: link.relation,
                    words: site.word("relation-\(link.relation.rawValue)\(link.side)"),
                    node: link.other,
                    lines: [number ?? label, number == nil ? item["meta"] as? String ?? "" : label],
                    url: url,
                    label: [number, label].compactMap(\.self).joined(separator: " ")
                )
            )
        }
        return entries.sorted { ($0.relation, $0.node) < ($1.relation, $1.node) }
    }

    private static func rows(_ entries: [Entry]) -> [[Entry]] {
        let shown = Array(entries.prefix(2 * columns))
        return stride(from: 0, to: shown.count, by: columns).map { Array(shown[$0..<min($0 + columns, shown.count)]) }
    }

    /// Places a row of boxes in the middle and hands the x of each one's middle to `connect`.
    private func place(
        _ entries: [Entry], y: Int, width: Int, into boxes: inout [[String: Any]], connect: (Int, Entry) -> Void
    ) {
        let total = entries.count * (Self.box.width + Self.gap.column) - Self.gap.column
        for (column, entry) in entries.enumerated() {
            let x = (width - total) / 2 + column * (Self.box.width + Self.gap.column)
            boxes.append(box(x, y, entry.lines, url: entry.url))
            connect(x + Self.box.width / 2, entry)
        }
    }

    private func box(_ x: Int, _ y: Int, _ lines: [String], url: String?) -> [String: Any] {
        var box: [String: Any] = [
            "x": x, "y": y, "width": Self.box.width, "height": Self.box.height,
            "lines": lines.enumerated().map { row, text in
                [
                    "style": row == 0 ? "strong" : "plain", "x": x + 10, "y": y + 22 + row * 19,
                    "text": Self.shortened(text, to: row == 0 ? Self.letters.bold : Self.letters.plain),
                ] as [String: Any]
            },
        ]
        if let url { box["url"] = url } else { box["isCentre"] = true }
        return box
    }

    private func edge(_ entry: Entry, _ path: String) -> [String: Any] {
        ["relation": entry.relation.rawValue, "path": path]
    }

    /// One label a side: the relation, where all of a side share it.
    private func labels(_ above: [Entry], _ below: [Entry], _ top: Int, _ bottom: Int, _ width: Int) -> [[String: Any]]
    {
        func label(_ entries: [Entry], y: Int) -> [String: Any]? {
            let words = entries.map(\.words).uniqued
            guard words.count <= 2, !words.isEmpty else { return nil }
            return ["x": width / 2 + 8, "y": y, "text": words.joined(separator: ", ").lowercased()]
        }
        return [label(above, y: top - Self.gap.row / 2 - 6), label(below, y: bottom + Self.gap.row / 2 - 6)].compactMap(
            \.self)
    }

    private func list(_ entries: [Entry]) -> [[String: Any]] {
        entries.map(\.words).uniqued.map { words in
            [
                "relation": words,
                "items": entries.filter { $0.words == words }.map { ["url": $0.url, "label": $0.label] },
            ]
        }
    }

    private func name(_ index: Int) -> String {
        LinkItem(site: site).number(of: site.pages[index]) ?? site.title(of: index)
    }

    private static func shortened(_ text: String, to letters: Int) -> String {
        text.count <= letters ? text : text.prefix(letters - 1).trimmingSuffix { $0 == " " } + "…"
    }
}

extension Substring {
    fileprivate func trimmingSuffix(while condition: (Character) -> Bool) -> String {
        var rest = self
        while let last = rest.last, condition(last) { rest.removeLast() }
        return String(rest)
    }
}
