import Content
import Diagnostics
import Pipeline
import Preview
import Reading
import SearchIndex
import Site
import SiteTemplates
import Views

/// The collection while it is being edited: read again on every change, with the texts that did not change reused.
actor PreviewWorkspace {
    private let content: ContentOptions
    private var last: SitePipeline.Outcome?

    init(content: ContentOptions) {
        self.content = content
    }

    func load() async -> PreviewLoad {
        do {
            let (outcome, _) = try await content.load(reusing: last, forPreview: true)
            last = outcome
            return PreviewLoad(
                site: PreviewedSite(outcome.site, jobs: try content.buildOptions.jobs),
                diagnostics: outcome.diagnostics)
        } catch let failure as Failure {
            return PreviewLoad(site: nil, diagnostics: [unreadable(failure.message)])
        } catch {
            return PreviewLoad(site: nil, diagnostics: [unreadable(Message(vi: "\(error)", en: "\(error)"))])
        }
    }

    private func unreadable(_ message: Message) -> Diagnostic {
        Diagnostic(
            id: "unreadable", severity: .error, location: SourceLocation(path: content.source), message: message)
    }
}

/// A site whose pages are rendered when a browser asks for them, and whose index is made at the first search.
private actor PreviewedSite: PreviewSite {
    private let site: Site
    private let renderer: PageRenderer
    private let routes: [String: Route]
    private let assets: [String: [UInt8]]
    private let files: [String: SourceFile]
    private let jobs: Int
    private var index: [String: [UInt8]]?

    init(_ site: Site, jobs: Int) {
        self.site = site
        self.jobs = jobs
        renderer = PageRenderer(site: site)
        routes = Dictionary(site.routes.map { ($0.path, $0) }) { first, _ in first }
        self.assets = Dictionary(site.assets.files.map { (site.assets.paths[$0] ?? $0, $1) }) { first, _ in first }
        files = Dictionary(site.collection.files.map { (site.collection.addresses[$0.path] ?? $0.path, $0) }) {
            first, _ in first
        }
    }

    func bytes(at path: String) async -> [UInt8]? {
        if let route = routes[path] { return renderer.render(route) }
        if let asset = assets[path] { return asset }
        if let file = files[path] { return try? InputText.read(file.location) }
        guard path.hasPrefix("search/") else { return nil }
        if index == nil {
            let (site, jobs) = (site, jobs)
            guard let files = await Background.result({ await site.searchIndex(jobs: jobs) }) else { return nil }
            index = Dictionary(files.map { ($0.path, $0.bytes) }) { first, _ in first }
        }
        return index?[path]
    }
}
