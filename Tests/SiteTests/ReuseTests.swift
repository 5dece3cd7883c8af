import Diagnostics
import Foundation
import OfficialDocuments
import TestSupport
import Testing

@testable import Content
@testable import Pipeline
@testable import Reading
@testable import Site
@testable import SiteTemplates
@testable import Views

/// What is taken over from an earlier reading is what a reading from scratch would give.
@Suite struct ReuseTests {
    /// One edit of a collection, as an editor makes them.
    private enum Edit: CaseIterable {
        case text, summary, date, dayOnly, status, title, shortTitle, alias, number, issuer, relation, removal, addition
        case glossary, issuers, sameNumber
        case rename, brokenLink, link, localities, settings, synonyms, removalOfData, template, word, day
    }

    /// What a build is made from.
    private struct Inputs {
        var files: [SourceFile]
        var folder: TemplateFolder
        var options = BuildOptions()
    }

    private func edit(
        _ kind: Edit, _ inputs: inout Inputs, _ generator: inout SeededGenerator, _ count: Int
    ) {
        var files = inputs.files
        defer { inputs.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) } }
        let documents = files.indices.filter { files[$0].path.hasPrefix("van-ban/") && files[$0].isPage }
        let others = files.indices.filter { files[$0].isPage && !files[$0].path.hasPrefix("van-ban/") }
        guard let index = documents.randomElement(using: &generator) else { return }
        func set(_ key: String, _ value: String) {
            var lines = String(decoding: files[index].bytes, as: UTF8.self).components(separatedBy: "\n")
            lines.removeAll { $0.hasPrefix(key + ":") }
            lines.insert("\(key): \(value)", at: 1)
            files[index].bytes = Array(lines.joined(separator: "\n").utf8)
        }
        switch kind {
        case .text:
            guard let other = others.randomElement(using: &generator) else { return }
            files[other].bytes += Array(
                "\n\nThực hiện Chỉ thị 2-CT/TU và Nghị quyết số 5-NQ/TW, lần \(count).\n".utf8)
        case .summary: set("summary", "Tóm tắt lần \(count).")
        case .date: set("date", "20\(10 + count % 10)-02-0\(1 + count % 9)")
        case .dayOnly: set("date", "\(2000 + count % 25)")
        case .status: set("status", ["còn hiệu lực", "hết hiệu lực toàn bộ"][count % 2])
        case .title: set("title", "Về một việc rất dài mà tên có hơn tám âm tiết lần \(count)")
        case .shortTitle: set("title", "Về việc \(count)")
        case .alias: set("aliases", "[\"Nghị quyết lần \(count)\", \"\(1 + count % 9)-NQ/TW\"]")
        case .number: set("number", "\(1 + count % 9)-\(["CT/TU", "NQ/TW"][count % 2])")
        case .issuer: set("issuer", ["Tỉnh ủy Lâm Đồng", "Ban Bí thư"][count % 2])
        case .relation: set("relations", "{implements: [\"\(1 + count % 9)-CT/TU ngày 03/02/2012\"]}")
        case .removal: files.remove(at: index)
        case .addition:
            let text = "---\ntitle: Mới \(count)\nnumber: \(1 + count % 9)-CT/TU\ndate: 2019-02-01\n---\n\nChữ.\n"
            files.append(file("van-ban/moi-\(count).md", text))
        case .glossary:
            files.append(
                file("thuat-ngu/moi-\(count).md", "---\ntitle: Mặt trận \(count)\nabbreviation: MTTQ\n---\n\nChữ.\n"))
        case .issuers: files.append(file("issuers.yaml", "- name: Cơ quan \(count)\n  code: CQX\n"))
        case .sameNumber:
            guard let other = documents.randomElement(using: &generator) else { return }
            var twin = files[other]
            twin.path = "van-ban/sinh-doi-\(count).md"
            twin.displayPath = twin.path
            files.append(twin)
        case .rename:
            files[index].path = "van-ban/ten-khac-\(count).md"
            files[index].displayPath = files[index].path
        case .brokenLink:
            guard let other = others.randomElement(using: &generator) else { return }
            files[other].bytes += Array("\n\n[đi](../van-ban/ten-khac-\(count + 5).md)\n".utf8)
        case .link:
            guard let other = others.randomElement(using: &generator) else { return }
            files[other].bytes += Array("\n\n[đi](../\(files[index].path)#muc)\n".utf8)
        case .localities:
            replace("localities.yaml", "- id: xa-\(count)\n  name: Xã \(count)\n  level: commune\n  parent: lam-dong\n")
        case .settings: replace("site.yaml", "title: Kho \(count)\nraw_html: \(count % 2 == 0)\n")
        case .synonyms: replace("tu-dong-nghia.yaml", "- [dân vận, vận động lần \(count)]\n")
        case .removalOfData: files.removeAll { $0.path.hasSuffix(".yaml") || $0.path.hasPrefix("thuat-ngu/") }
        case .template:
            inputs.folder.templates["inline/citation"] = "<a class=\"lan-\(count)\" href=\"{{url}}\">{{{text}}}</a>"
        case .word: inputs.folder.strings["vi", default: [:]]["footnotes"] = "Chú thích \(count)"
        case .day: inputs.options.today = PartialDate(year: 2010 + count % 15, month: 2, day: 3)
        }
        func replace(_ path: String, _ text: String) {
            files.removeAll { $0.path == path }
            files.append(file(path, text))
        }
    }

    /// Documents that cite one another by number, with a date, in short and by name, some of them not there.
    private func collection() -> [SourceFile] {
        (1...9).flatMap { serial in
            let (next, after) = (serial % 9 + 1, (serial + 3) % 9 + 1)
            let text = """
                Thực hiện Chỉ thị số \(next)-CT/TU và Chỉ thị số \(after)-CT/TU ngày 03/02/201\(after) của Tỉnh ủy Lâm Đồng,
                Nghị quyết số \(next)-NQ/TW, Nghị quyết lần \(after). Theo Chỉ thị \(after), việc ấy đã làm.

                """
            return [
                file(
                    "van-ban/\(serial).md",
                    "---\ntitle: Về việc \(serial)\nnumber: \(serial)-CT/TU\ndate: 201\(serial)-02-03\n---\n\n" + text),
                file("bai-hoc/\(serial).md", "---\ntitle: Bài \(serial)\nsource: \(after)-CT/TU\n---\n\n" + text),
            ]
        }
    }

    private func file(_ path: String, _ text: String) -> SourceFile {
        SourceFile(path: path, displayPath: path, bytes: Array(text.utf8))
    }

    @Test func threeHundredEditsOfEverySort() async throws {
        var generator = SeededGenerator(seed: 1)
        let (folder, _) = try TemplateFolder.read(Goldens.repository.path + "/site-templates")
        var inputs = Inputs(files: collection(), folder: folder)
        inputs.options.jobs = 2
        var last = await SitePipeline(options: inputs.options).run(inputs.files, inputs.folder)
        for count in 0..<300 {
            // Each sort in turn, so that none is left out; what it meets is drawn.
            let kind = Edit.allCases[count % Edit.allCases.count]
            edit(kind, &inputs, &generator, count)
            let pipeline = SitePipeline(options: inputs.options)
            let reused = await pipeline.run(inputs.files, inputs.folder, reusing: last)
            let clean = await pipeline.run(inputs.files, inputs.folder)
            #expect(reused.diagnostics == clean.diagnostics, "\(count): \(kind)")
            #expect(
                reused.site.collection.bodies.map(\.pieces) == clean.site.collection.bodies.map(\.pieces),
                "\(count): \(kind)")
            #expect(reused.site.collection.graphExport == clean.site.collection.graphExport, "\(count): \(kind)")
            if count % 25 == 24 { await compareAll(reused.site, clean.site, "\(count)") }
            last = reused
            // New documents come more often than others go.
            if inputs.files.count > 60 { inputs.files = collection() }
        }
    }

    /// Every file that would be written is the same.
    private func compareAll(_ one: Site, _ other: Site, _ place: String) async {
        let (index, expected) = await (one.searchIndex(jobs: 2), other.searchIndex(jobs: 2))
        #expect(index.map(\.path) == expected.map(\.path) && index.map(\.bytes) == expected.map(\.bytes), "\(place)")
        #expect(one.routes.map(\.path) == other.routes.map(\.path), "\(place)")
        let (renderer, clean) = (PageRenderer(site: one), PageRenderer(site: other))
        for route in one.routes { #expect(renderer.render(route) == clean.render(route), "\(place): \(route.path)") }
    }

    /// Most texts stay when one document's front matter changes: the time from save to screen is theirs.
    private let knowledge = Knowledge()

    @Test func oneDocumentsFrontMatterLeavesOtherTexts() async throws {
        var records: [DocumentRecord] = []
        for serial in 1...3 {
            let number = try #require(DocumentNumber.parse("\(serial)-CT/TU", with: knowledge)?.number)
            records.append(
                DocumentRecord(
                    id: "van-ban/\(serial).md", number: number, type: "CT", title: "Việc \(serial)",
                    location: SourceLocation(path: "van-ban/\(serial).md")))
        }
        var later = records
        later[0].date = PartialDate(year: 2018)
        let names = CitationNames([], with: knowledge)
        let change = CatalogueChange(from: records, to: later, names: names, with: knowledge)
        func concerns(_ text: String) -> Bool {
            let citations = CitationFinder(knowledge).find(in: Array(text.utf8))
            return zip(
                citations,
                CitationResolver(DocumentCatalogue(records, with: knowledge)).resolve(
                    citations, in: Array(text.utf8), on: PageContext(id: "a.md"))
            )
            .contains { change.mayConcern($0, $1) }
        }
        #expect(concerns("Chỉ thị số 01-CT/TU") && concerns("Thực hiện Chỉ thị 1-CT/TU và 2-CT/TU"))
        #expect(!concerns("Chỉ thị số 2-CT/TU và Nghị quyết số 25-NQ/TW"))
        #expect(change.mayConcern(reference: "van-ban/1") && change.mayConcern(reference: "1-CT/TU ngày 01/02/2018"))
        #expect(change.mayConcern(reference: "Nghị quyết dân vận") && !change.mayConcern(reference: "2-CT/TU"))
        var moved = records
        moved[0].location = SourceLocation(path: "van-ban/1.md", line: 9, column: 1)
        let move = CatalogueChange(from: records, to: moved, names: names, with: knowledge)
        #expect(!move.isEmpty && !move.mayConcern(reference: "Nghị quyết dân vận"))
        #expect(CatalogueChange(from: records, to: records, names: names, with: knowledge).isEmpty)
    }
}
