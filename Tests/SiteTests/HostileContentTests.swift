import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Content
@testable import Pipeline
@testable import Reading
@testable import Site
@testable import SiteTemplates
@testable import Views

/// Pages and templates that chance has damaged, and fields that want to be more than text; always the same ones.
@Suite struct HostileContentTests {
    private static let page = """
        ---
        title: "Chỉ thị về công tác dân vận"
        number: 24-CT/TU
        date: 27/02/2018
        relations:
          implements: [25-NQ/TW ngày 03/6/2013]
        sources:
          - {title: Bài, portal: Cổng, date: 2018}
        ---

        ## Điều 5. Trách nhiệm

        1. Theo **Nghị quyết** số 25-NQ/TW ngày 03/6/2013[^1] và [bài](index.md#muc).

        | A | B |
        |---|---|
        | `24-CT/TU` | <b>ô</b> |

        [^1]: Chú thích.
        """

    /// One to four bytes changed, taken out, put in or moved about.
    private func damaged(_ text: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        var text = text
        let signs = Array("\n\t\0 -:[]{}#|>&*!'\"%@`~<^\\\r{}".utf8) + [0xC3, 0xE1, 0xFF, 0xEF]
        for _ in 0...Int.random(in: 0..<4, using: &random) {
            guard !text.isEmpty else { return text }
            let place = Int.random(in: 0..<text.count, using: &random)
            let sign = signs[Int.random(in: 0..<signs.count, using: &random)]
            switch Int.random(in: 0..<5, using: &random) {
            case 0: text[place] = sign
            case 1: text.remove(at: place)
            case 2: text.insert(sign, at: place)
            case 3: text.insert(contentsOf: Array(repeating: sign, count: 40), at: place)
            default: text = Array(text[place...] + text[..<place])
            }
        }
        return text
    }

    private func run(_ files: [String: [UInt8]], _ templates: TemplateFolder) async throws -> SitePipeline.Outcome {
        let folder = try TemporaryFolder()
        for (path, bytes) in files { try folder.write(bytes, to: path) }
        let (sources, _) = try await ContentFolder(path: folder.path).read(jobs: 2)
        var options = BuildOptions()
        options.isLenient = true
        return await SitePipeline(options: options).run(sources, templates)
    }

    private func templates() throws -> TemplateFolder {
        try TemplateFolder.read(Goldens.repository.path + "/site-templates").0
    }

    /// `HOSTILE=20` multiplies the number of pages and templates.
    private static let scale = Int(ProcessInfo.processInfo.environment["HOSTILE"] ?? "") ?? 1

    @Test func damagedPagesGiveASiteAndPlacesThatExist() async throws {
        var random = SeededGenerator(seed: 9)
        var files: [String: [UInt8]] = ["index.md": Array("# Trang chủ\n".utf8)]
        for number in 0..<400 * Self.scale {
            files["\(["van-ban", "bao-cao", "ghi-chu"][number % 3])/\(number).md"] = damaged(
                Array(Self.page.utf8), &random)
        }
        let outcome = try await run(files, templates())
        #expect(!outcome.hasErrors)
        let renderer = PageRenderer(site: outcome.site)
        #expect(outcome.site.routes.allSatisfy { !renderer.render($0).isEmpty })
        for problem in outcome.diagnostics {
            let name = files.keys.first { problem.location.path.hasSuffix("/" + $0) }
            guard let name, let bytes = files[name] else { continue }
            let text = CleanText(bytes, path: name).bytes
            let count = text.count { $0 == 0x0A } + 1
            #expect((1...count).contains(problem.location.line), "\(name): \(problem.location.line) \(problem.id)")
        }
    }

    @Test func damagedTemplatesAreToldOrRender() async throws {
        var random = SeededGenerator(seed: 10)
        let whole = try templates()
        let names = whole.templates.keys.sorted()
        for _ in 0..<40 * Self.scale {
            var folder = whole
            let name = names[Int.random(in: 0..<names.count, using: &random)]
            let bytes = damaged(Array((whole.templates[name] ?? "").utf8), &random)
            folder.templates[name] = String(decoding: bytes, as: UTF8.self)
            let outcome = try await run(["index.md": Array("# Trang chủ\n\nTheo 25-NQ/TW.\n".utf8)], folder)
            if outcome.hasErrors { continue }
            let renderer = PageRenderer(site: outcome.site)
            for route in outcome.site.routes { _ = renderer.render(route) }
        }
    }

    @Test func noFieldBecomesMarkup() async throws {
        let attacks = [
            "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'-alert(1)-'", "{{title}}{{{body}}}",
            "</title><script>alert(1)</script>", "]]><script>alert(1)</script>", "<!--<script>", "\u{202E}abc\u{0}",
        ]
        var files: [String: [UInt8]] = [:]
        for (number, attack) in attacks.enumerated() {
            let value = "\"" + attack.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
            for kind in PageKind.allCases {
                var lines = ["---"]
                for key in ContentSchema.keys(for: kind) {
                    switch key.shape {
                    case .text, .reference, .locality: lines.append("\(key.name): \(value)")
                    case .texts, .references: lines.append("\(key.name): [\(value)]")
                    case .records(let members, _) where key.name != "attachments":
                        let entries = members.filter { $0.name != "date" }.map { "\($0.name): \(value)" }
                        lines.append("\(key.name): [{\(entries.joined(separator: ", "))}]")
                    default: continue
                    }
                }
                lines += ["---", "", attack, ""]
                files["\(kind.folder ?? "trang")/\(number).md"] = Array(lines.joined(separator: "\n").utf8)
            }
        }
        let site = try await run(files, templates()).site
        let renderer = PageRenderer(site: site)
        // A table to download is no markup: what it says stands in it as written.
        for route in site.routes where !route.path.hasSuffix(".csv") {
            let html = String(decoding: renderer.render(route), as: UTF8.self)
            #expect(!html.contains("<script>alert") && !html.contains("<img src=x"), "\(route.path)")
        }
    }
}
