import Reading

/// The collection as a script for `psql`: the schema `sohieu` with its tables, the rows, and functions that search them.
public struct PostgreSQLExport {
    private let records: CollectionRecords

    /// An export of `collection`, whose texts must have been kept (`BuildOptions.keepsText`).
    public init(_ collection: Collection) { records = CollectionRecords(collection: collection) }

    /// Hands every part to `write`, in a fixed order.
    public func write<Failure: Error>(_ write: (String) throws(Failure) -> Void) throws(Failure) {
        let collection = records.collection
        try write(String(decoding: PackageResources.postgresql_tables_sql, as: UTF8.self))
        try write("COPY pages FROM stdin;\n")
        for index in collection.pages.indices { try write(records.page(index).copyLine) }
        for missing in collection.graph.missing.all { try write(records.missing(missing).copyLine) }
        try write("\\.\n\nCOPY citations FROM stdin;\n")
        for index in collection.pages.indices {
            for citation in records.citations(of: index) { try write(citation.copyLine) }
        }
        try write("\\.\n\nCOPY relations FROM stdin;\n")
        for link in collection.graph.links { try write(records.relation(link).copyLine) }
        try write("\\.\n\n")
        try write(String(decoding: PackageResources.postgresql_search_sql, as: UTF8.self))
    }
}
