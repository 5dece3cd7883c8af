import Diagnostics
import Digests
import Reading

/// The collection in the form that OpenSearch takes in at `_bulk`: for each row a line that says what to do with it, and a line
/// with the row, each ended by a line feed (OpenSearch, "Bulk API").
///
/// Pages go to the index `sohieu-pages`, citations to `sohieu-citations`, relations to `sohieu-relations`; `indexTemplate` tells how
/// all three are analysed.
public struct BulkExport {
    private let records: CollectionRecords

    /// An export of `collection`, whose texts must have been kept (`BuildOptions.keepsText`).
    public init(_ collection: Collection) { records = CollectionRecords(collection: collection) }

    /// The body of `PUT _index_template/sohieu`: Vietnamese folded as the site's own search folds it, beside the words as written.
    public static var indexTemplate: String { String(decoding: PackageResources.opensearch_json, as: UTF8.self) }

    /// Hands every part to `write`, in a fixed order.
    public func write<Failure: Error>(_ write: (String) throws(Failure) -> Void) throws(Failure) {
        let collection = records.collection
        for index in collection.pages.indices {
            let page = collection.pages[index].id
            try write(pair("pages", page, records.page(index)))
            let citations = records.citations(of: index).enumerated().map { pair("citations", "\(page)#\($0 + 1)", $1) }
            if !citations.isEmpty { try write(citations.joined()) }
        }
        for missing in collection.graph.missing.all {
            try write(pair("pages", collection.address(of: missing) ?? "", records.missing(missing)))
        }
        for (number, link) in collection.graph.links.enumerated() {
            try write(pair("relations", String(number + 1), records.relation(link)))
        }
    }

    /// OpenSearch takes at most so many bytes for an id.
    private static let longestID = 512

    private func pair(_ index: String, _ id: String, _ record: Record) -> String {
        var place = JSONObject()
        place.set("_index", "sohieu-\(index)")
        place.set("_id", id.utf8.count <= Self.longestID ? id : SHA256.digest(of: Array(id.utf8)).description)
        var action = JSONObject()
        action.set("index", place)
        return action.text + "\n" + record.json + "\n"
    }
}
