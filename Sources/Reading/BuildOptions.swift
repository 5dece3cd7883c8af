import OfficialDocuments

/// What a command asks of the pipeline.
public struct BuildOptions: Sendable {
    /// Show pages with `draft: true`.
    public var includesDrafts = false
    /// Show pages whose date lies after `today`.
    public var includesFuture = false
    /// Show pages, other than documents, whose `expires` lies before `today`. An expired document is always shown.
    public var includesExpired = false
    /// Whether the errors of content are warnings, so that a foreign tree gives a site.
    public var isLenient = false
    /// Tasks at a time.
    public var jobs = 2
    /// Whether readers may keep the site on their machine, where `site.yaml` lets them; never in a preview.
    public var mayBeKeptOffline = true
    /// Whether the plain text of every page is kept (`PageBody.text`), for exports.
    public var keepsText = false
    /// Takes the place of `base_url` in `site.yaml`.
    public var baseURL: String?
    /// Is told how the reading of texts goes.
    public var progress: StageProgress.Listener?
    /// The day the site is built for; with `nil` no page counts as future or expired.
    public var today: PartialDate?

    /// The defaults: two jobs, nothing unfinished shown.
    public init() {}
}
