import Content
import Diagnostics
import OfficialDocuments

extension Collection {
    /// The whole graph as JSON: `{"nodes":[…],"edges":[…]}`, a node or edge a line.
    ///
    /// A node has `id`, `kind`, `title`, `url`, and where known `number`, `date`, `locality`; a document that the
    /// collection lacks has the kind `missing`. An edge has `source`, `target`, `relation`, `inferred`, `count`, and where
    /// it is stated: `path`, `line`, `column`, `sentence`.
    public var graphExport: String {
        var lines: [String] = []
        for (index, page) in pages.enumerated() {
            var node = JSONObject()
            node.set("id", page.id)
            node.set("kind", page.kind.rawValue)
            node.set("title", title(of: index))
            node.set("number", catalogue[page.id]?.number?.description)
            node.set("date", (page.head.date ?? page.head.published)?.iso)
            node.set("locality", page.locality)
            node.set("url", page.url)
            lines.append(node.text)
        }
        for missing in graph.missing.all {
            var node = JSONObject()
            node.set("id", address(of: missing))
            node.set("kind", "missing")
            node.set("number", missing.number.description)
            node.set("date", missing.date?.iso)
            node.set("locality", missing.place)
            node.set("url", address(of: missing))
            lines.append(node.text)
        }
        let edges = graph.links.map { link in
            var edge = JSONObject()
            edge.set("source", id(of: link.source))
            edge.set("target", id(of: link.target))
            edge.set("relation", link.relation.rawValue)
            edge.set("inferred", link.isInferred)
            edge.set("count", link.count)
            edge.set("path", link.location?.path)
            edge.set("line", link.location?.line)
            edge.set("column", link.location?.column)
            edge.set("sentence", link.sentence)
            return edge.text
        }
        return "{\"nodes\":[\n" + lines.joined(separator: ",\n") + "\n],\"edges\":[\n" + edges.joined(separator: ",\n")
            + "\n]}\n"
    }

    private func id(of node: GraphNode) -> String? {
        switch node {
        case .page(let path): path
        case .missing(let missing): address(of: missing)
        }
    }
}
