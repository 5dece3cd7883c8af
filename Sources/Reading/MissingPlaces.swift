import Content
import OfficialDocuments

/// Where readers find the documents that the collection lacks: each value by its place in `LinkGraph.missing.all`.
///
/// One that several pages cite has a page, which brings their sentences together; so has one whose number documents of the
/// collection bear, which it may be taken for. Any other is told of as a whole in its row of the list.
package struct MissingPlaces: Sendable {
    /// The pages that cite it.
    package let citers: [[Int]]
    /// Its page; `nil` for one that stands in the list alone.
    package let pages: [String?]
    /// The address of its page, or of its row: `chua-co/trang-2.html#25-nq-tw`.
    package let addresses: [String]
    /// All of them as the list has them: those that are cited most first.
    package let order: [Int]

    /// - Parameter indices: Places of the pages that are shown, by content path.
    init(_ graph: LinkGraph, _ catalogue: DocumentCatalogue, indices: [String: Int]) {
        let all = graph.missing.all
        let folder = BrowseSection.missing.folder
        let slugs = all.map { graph.missing.slug(of: $0) ?? $0.slug }
        let citers = all.map { missing in
            graph.incoming(to: .missing(missing)).compactMap { $0.source.path.flatMap { indices[$0] } }.uniqued
        }
        let order = citers.indices.sorted { (citers[$1].count, $0) < (citers[$0].count, $1) }
        let pages = all.indices.map { index in
            let hasPage = citers[index].count > 1 || !catalogue.documents(numbered: all[index].number).isEmpty
            return hasPage ? "\(folder)/\(slugs[index]).html" : nil
        }
        var addresses = pages.map { $0 ?? "" }
        let size = ListLayout.missing.pageSize ?? max(1, all.count)
        for (position, index) in order.enumerated() where pages[index] == nil {
            let page = Permalink.page(position / size + 1, of: BrowseSection.missing.path)
            addresses[index] = "\(page)#\(slugs[index])"
        }
        (self.citers, self.pages, self.addresses, self.order) = (citers, pages, addresses, order)
    }
}
