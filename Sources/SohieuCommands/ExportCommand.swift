import ArgumentParser
import Export
import Foundation
import Pipeline
import Reading

/// `sohieu export`: the collection for other programs.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: .spoken(vi: "Xuất kho cho chương trình khác.", en: "Exports the collection for other programs."),
        discussion: .spoken(
            vi: """
                Ví dụ:
                  sohieu export > mang-luoi.json                     mạng lưới văn bản
                  sohieu export --format sql > kho.sql               cả kho cho PostgreSQL, kèm hàm tìm kiếm
                  sohieu export --format ndjson > kho.ndjson         cả kho cho OpenSearch, dạng của _bulk
                  sohieu export --format mapping > chi-muc.json      thiết lập chỉ mục: PUT _index_template/sohieu
                """,
            en: """
                Examples:
                  sohieu export > network.json                       the network of documents
                  sohieu export --format sql > all.sql               everything for PostgreSQL, with functions that search
                  sohieu export --format ndjson > all.ndjson         everything for OpenSearch, in the form of _bulk
                  sohieu export --format mapping > index.json        settings of its index: PUT _index_template/sohieu
                """))

    /// Forms of the export.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case json, sql, ndjson, mapping
    }

    @OptionGroup var content: ContentOptions

    @Option(help: .spoken(vi: "Dạng xuất: json, sql, ndjson hoặc mapping.", en: "Form: json, sql, ndjson or mapping."))
    var format = Format.json

    func run() async throws {
        let console = content.languageOption.console
        func write(_ text: String) throws(Failure) { try console.out(raw: text) }
        if format == .mapping { return try write(BulkExport.indexTemplate) }
        let (outcome, _) = try await content.load(keepingText: format != .json)
        switch format {
        case .json, .mapping: try write(outcome.site.collection.graphExport)
        case .sql: try PostgreSQLExport(outcome.site.collection).write(write)
        case .ndjson: try BulkExport(outcome.site.collection).write(write)
        }
    }
}
