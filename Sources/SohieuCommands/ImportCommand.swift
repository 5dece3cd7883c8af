import ArgumentParser
import Content
import Diagnostics
import Foundation
import Import
import OfficialDocuments
import Pipeline
import Reading
import Site

/// `sohieu import`: what an office has becomes drafts of pages.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: .spoken(
            vi: "Nhập tệp Word, trang web đã lưu, ghi chú hoặc sổ mô hình thành bản nháp.",
            en: "Imports Word files, saved pages, notes or registers of models as drafts."),
        discussion: .spoken(
            vi: """
                Đọc được .docx, .odt, .rtf (cần Pandoc), .html, .md và .csv. Mỗi tệp thành một trang nháp; bản gốc được giữ \
                cạnh trang. Điều gì chưa chắc đều được liệt kê và ghi ngay cạnh khóa. Không tệp nào bị ghi đè; tệp đã nhập \
                rồi thì báo lại.

                Ví dụ:
                  sohieu import cong-van-den/*.docx
                  sohieu import --dry-run quyet-dinh.docx
                """,
            en: """
                Reads .docx, .odt, .rtf (by Pandoc), .html, .md and .csv. Every file becomes a draft; the original is kept \
                beside it. What is unsure is listed and noted beside its key. Nothing is overwritten; a file that was \
                imported before is told.

                Examples:
                  sohieu import letters/*.docx
                  sohieu import --dry-run decision.docx
                """))

    @Argument(help: .spoken(vi: "Các tệp cần nhập.", en: "Files to import."))
    var files: [String]

    @Flag(
        name: .customLong("dry-run"),
        help: .spoken(vi: "Chỉ in trang sẽ được tạo, không ghi gì.", en: "Only prints the pages; writes nothing."))
    var isDryRun = false

    @OptionGroup var content: ContentOptions

    func run() async throws {
        let console = content.languageOption.console
        var content = content
        content.drafts = true
        let collection = try await content.load().outcome.site.collection
        let reader = FileImport(
            knowledge: collection.catalogue.knowledge, pages: Self.names(collection))
        var desk = ImportDesk(content: content.source)
        var imported: [String] = []
        var failures = 0
        for file in files {
            do {
                imported += try read(file, with: reader, &desk, console)
            } catch let refusal as ImportFailure {
                failures += 1
                console.note(Message(vi: "✗ \(refusal.message.vietnamese)", en: "✗ \(refusal.message.english)"))
            }
        }
        if !imported.isEmpty { try await report(imported, in: content, console) }
        if failures > 0 { throw ExitCode.contentErrors }
    }

    /// Imports one file; the content paths of its pages. Throws `ImportFailure` for the file, `Failure` for the output.
    private func read(
        _ file: String, with reader: FileImport, _ desk: inout ImportDesk, _ console: Console
    ) throws -> [String] {
        let bytes = try bytes(of: file)
        if let page = desk.page(importedFrom: bytes) {
            console.note(
                Message(
                    vi: "= \(file): đã nhập trước đây, trang \(content.source)/\(page)",
                    en: "= \(file): imported before, as \(content.source)/\(page)"))
            return []
        }
        var pages: [String] = []
        for draft in try reader.read(file, bytes: bytes) {
            if isDryRun {
                try console.out(draft.text)
            } else {
                let placed = try desk.put(draft, original: bytes)
                pages.append(placed.page)
                try console.out("\(content.source)/\(placed.page)")
                if let namesake = placed.namesake {
                    console.note(
                        Message(
                            vi: "    đã có \(namesake), nên trang mới mang tên khác: có phải cùng một văn bản?",
                            en: "    \(namesake) exists, so the new page has another name: the same document?"))
                }
            }
            for doubt in draft.doubts {
                console.note(Message(vi: "    ? \(doubt.vietnamese)", en: "    ? \(doubt.english)"))
            }
        }
        return pages
    }

    private func bytes(of file: String) throws(ImportFailure) -> [UInt8] {
        do throws(Failure) {
            return try InputText.read(file)
        } catch {
            throw ImportFailure(error.message)
        }
    }

    // MARK: What the citator says

    private func report(_ pages: [String], in content: ContentOptions, _ console: Console) async throws {
        let outcome = try await content.load().outcome
        let collection = outcome.site.collection
        for path in pages {
            guard let index = collection.pages.firstIndex(where: { $0.id == path }) else { continue }
            let citations = collection.bodies[index].citations.filter { $0.citation.kind != .own }
            var (missing, ambiguous): ([String], [String]) = ([], [])
            for citation in citations {
                let name = citation.citation.number?.description ?? citation.text
                switch citation.resolution.outcome {
                case .resolved: break
                case .ambiguous: if !ambiguous.contains(name) { ambiguous.append(name) }
                case .missing: if !missing.contains(name) { missing.append(name) }
                }
            }
            let resolved = citations.count { $0.resolution.target != nil }
            console.note(
                Message(
                    vi: "\(content.source)/\(path): \(citations.count) viện dẫn, \(resolved) có trang"
                        + Self.list("; chưa có trong kho: ", missing) + Self.list("; chưa rõ văn bản nào: ", ambiguous),
                    en: "\(content.source)/\(path): \(citations.count) citations, \(resolved) have a page"
                        + Self.list("; not in the collection: ", missing) + Self.list("; ambiguous: ", ambiguous)))
        }
        let own = Set(pages.map { content.source + "/" + $0 })
        let problems = outcome.diagnostics.filter { own.contains($0.location.path) && $0.severity == .error }
        _ = try ReportingOptions.parse([]).report(problems, to: console)
    }

    private static func list(_ lead: String, _ names: [String]) -> String {
        guard !names.isEmpty else { return "" }
        return lead + names.prefix(12).joined(separator: ", ") + (names.count > 12 ? ", …" : "")
    }

    /// What notes may call the pages of the site.
    private static func names(_ collection: Collection) -> PageNames {
        var names = PageNames()
        for page in collection.pages {
            names.add(page.id, path: page.id)
            if let title = page.head.title { names.add(title, path: page.id) }
        }
        return names
    }
}
