/// The small files that other programs look for at fixed places.
public enum PlainFile: String, Sendable, CaseIterable {
    /// For search engines; needs `base_url`, since it may hold absolute addresses only (sitemaps.org, protocol 0.9).
    case sitemap = "sitemap.xml"
    /// For search engines; that of `SourceFile.rootFolder`, where there is one, takes its place.
    case robots = "robots.txt"
    /// For browsers that put the site among the programs of a machine (W3C, Web Application Manifest).
    case manifest = "manifest.webmanifest"
    /// RFC 9116; written when `security_contact` is set.
    case security = ".well-known/security.txt"

    /// The colours and fonts that `site.yaml` states.
    case theme = "theme.css"

    /// The registers for spreadsheets.
    case documents = "van-ban/danh-sach.csv"
    case models = "mo-hinh/danh-sach.csv"

    /// The register of a kind of page that has one.
    package static func register(of kind: PageKind) -> PlainFile? {
        switch kind {
        case .document: .documents
        case .model: .models
        default: nil
        }
    }

    /// Output path.
    public var path: String { rawValue }

    /// Whether the site has what the file needs.
    package func isWanted(by settings: SiteSettings, with pages: [Page]) -> Bool {
        switch self {
        case .sitemap: settings.baseURL != nil
        case .robots: true
        case .manifest: settings.isKeptOffline
        case .security: settings.securityContact != nil
        case .theme: settings.look.hasStylesheet
        case .documents: pages.contains { $0.kind == .document }
        case .models: pages.contains { $0.kind == .model }
        }
    }
}
