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

/// A site made of a few texts, as the pipeline makes it.
struct SmallSite {
    let site: Site
    /// `path:line:col: severity: message [id]`, in English.
    let problems: [String]
    private let renderer: PageRenderer

    /// - Parameter texts: Content path → text of the file.
    init(_ texts: [String: String], baseURL: String? = nil) async throws {
        let folder = try TemporaryFolder()
        for (path, text) in texts { try folder.write(Array(text.utf8), to: path) }
        let (files, _) = try await ContentFolder(path: folder.path).read(jobs: 1)
        let (templates, _) = try TemplateFolder.read(Goldens.repository.path + "/site-templates")
        var options = BuildOptions()
        options.baseURL = baseURL
        let outcome = await SitePipeline(options: options).run(files, templates)
        site = outcome.site
        let text = DiagnosticPrinter(format: .short, language: .english).text(for: outcome.diagnostics)
        problems = text.replacing(folder.path + "/", with: "").split(separator: "\n").map(String.init)
        renderer = PageRenderer(site: site)
    }

    /// The file of the output at `path`.
    func text(at path: String) throws -> String {
        String(decoding: renderer.render(try #require(site.routes.first { $0.path == path }, "\(path)")), as: UTF8.self)
    }

    /// The list whose first page is at `path`.
    func list(_ path: String) throws -> BrowseList {
        try #require(site.browse.lists.first { $0.path == path }, "\(path)")
    }

    /// The titles of a list, group by group.
    func titles(_ path: String) throws -> [[String]] {
        try list(path).groups.map { $0.members.map { site.collection.title(of: $0) } }
    }

    /// A document page with the keys given.
    static func document(_ number: String, _ title: String, _ keys: String...) -> String {
        (["---", "title: \(title)", "number: \(number)"] + keys + ["---", "", "Chữ.", ""]).joined(separator: "\n")
    }

    /// Any other page with the keys given.
    static func page(_ title: String, _ keys: String...) -> String {
        (["---", "title: \(title)"] + keys + ["---", "", "Chữ.", ""]).joined(separator: "\n")
    }
}
