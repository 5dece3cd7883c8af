import Diagnostics

/// A site that a browser can look at: what the preview server needs to know of one.
public protocol PreviewSite: Sendable {
    /// The bytes of the file the output would have at `path`, such as `van-ban/index.html` or `assets/site.css`.
    ///
    /// Pages are rendered when they are asked for. `nil` when the output has no such file. `path` is decoded, uses `/`,
    /// does not start with one, and has no empty, `.` or `..` part; it comes from the network all the same, and must be
    /// looked up among the paths of the site, never joined to a folder.
    func bytes(at path: String) async -> [UInt8]?
}

/// What reading the folders of a site gave.
public struct PreviewLoad: Sendable {
    /// The site, or `nil` when there is nothing that could be shown.
    public var site: (any PreviewSite)?
    /// Every problem found; in the order in which they are to be shown.
    public var diagnostics: [Diagnostic]

    /// A site with the problems it has.
    public init(site: (any PreviewSite)?, diagnostics: [Diagnostic]) {
        self.site = site
        self.diagnostics = diagnostics
    }

    /// Whether the site is as its editors want it to be, warnings aside.
    var isGood: Bool { site != nil && !diagnostics.contains { $0.severity == .error } }
}
