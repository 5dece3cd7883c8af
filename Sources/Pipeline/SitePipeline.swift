import Content
import Diagnostics
import Reading
import Site
import SiteTemplates
import Views

/// The one way through the house: files → collection → lists → site.
///
/// A function from values to a value; the edges that read and write are `ContentFolder`, `TemplateFolder` and `SiteWriter`.
public struct SitePipeline: Sendable {
    /// What the command asks for.
    public let options: BuildOptions

    /// A pipeline with its options.
    public init(options: BuildOptions) {
        self.options = options
    }

    /// What a run gives: the site and every problem found on the way, in reading order.
    public struct Outcome: Sendable {
        /// Everything the pages may show.
        public var site: Site
        /// Every problem, in reading order.
        public var diagnostics: [Diagnostic]
        /// How long each stage took.
        public var timings: Timings
        /// What was read, for the next run.
        fileprivate let reading: CollectionReader.Outcome

        /// Whether the content has errors.
        public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
    }

    /// Runs every stage up to the site.
    ///
    /// - Parameter last: an earlier outcome; a text is taken over from it when neither its file nor anything it is read
    ///   against has changed.
    public func run(_ files: [SourceFile], _ folder: TemplateFolder, reusing last: Outcome? = nil) async -> Outcome {
        let (templates, templateProblems) = Templates.compile(folder)
        let reading = await CollectionReader(options: options).read(files, folder, templates, reusing: last?.reading)
        let site = Site(
            reading.collection, templates: templates,
            assets: PublishedAssets(folder.assets, templates, strings: reading.collection.strings))
        var diagnostics = reading.diagnostics + templateProblems
        diagnostics += Templates.missing(PageRenderer.templates, from: folder)
        let settingsPath = files.first { $0.path == "site.yaml" }?.displayPath ?? "site.yaml"
        diagnostics += LookCheck(site: site, path: settingsPath).diagnostics
        diagnostics += site.browse.redirects.diagnostics + OutputClashes.diagnostics(site)
        if options.isLenient {
            let contentPaths = Set(files.filter { !$0.path.hasSuffix(".yaml") }.map(\.displayPath))
            diagnostics = diagnostics.map { problem in
                !problem.keepsFilesApart && contentPaths.contains(problem.location.path) ? problem.asRemark : problem
            }
        }
        return Outcome(site: site, diagnostics: diagnostics.sorted(), timings: reading.timings, reading: reading)
    }
}
