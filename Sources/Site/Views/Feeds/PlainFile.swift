import Diagnostics

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
    static func register(of kind: PageKind) -> PlainFile? {
        switch kind {
        case .document: .documents
        case .model: .models
        default: nil
        }
    }

    /// Output path.
    public var path: String { rawValue }

    /// Whether the site has what the file needs.
    func isWanted(by site: Site) -> Bool {
        switch self {
        case .sitemap: site.settings.baseURL != nil
        case .robots: true
        case .manifest: site.settings.isKeptOffline
        case .security: site.settings.securityContact != nil
        case .theme: ThemeView(look: site.settings.look).isWanted
        case .documents: site.pages.contains { $0.kind == .document }
        case .models: site.pages.contains { $0.kind == .model }
        }
    }

    /// The template and its context.
    func view(of site: Site) -> (template: String, context: [String: Any]) {
        switch self {
        case .sitemap:
            let urls = site.routes.filter { site.isFound($0) }.compactMap { route -> [String: Any]? in
                guard let url = site.absolute(route.path) else { return nil }
                guard case .page(let index) = route.target, let updated = site.pages[index].head.updated else {
                    return ["url": url, "updated": false]
                }
                return ["url": url, "updated": updated.iso]
            }
            return ("feeds/sitemap", ["urls": Array(urls.prefix(Self.limit))])
        case .robots:
            return ("feeds/robots", ["sitemap": site.absolute(Self.sitemap.path) ?? false as Any])
        case .manifest:
            let title = site.settings.title
            return (
                "feeds/manifest",
                [
                    "name": JSONObject.quoted(title),
                    "shortName": JSONObject.quoted(site.settings.shortTitle ?? title),
                    "description": JSONObject.quoted(site.settings.description),
                    "language": site.settings.language, "assets": site.assets.keys,
                ]
            )
        case .documents: return ("feeds/table", ["text": RegisterTable(site: site).text(of: .document)])
        case .models: return ("feeds/table", ["text": RegisterTable(site: site).text(of: .model)])
        case .theme: return ("theme", ThemeView(look: site.settings.look).context { site.addresses[$0] })
        case .security:
            let contact = site.settings.securityContact ?? ""
            let isMail = contact.contains("@") && !contact.contains(":")
            return (
                "feeds/security",
                [
                    "contact": isMail ? "mailto:" + contact : contact, "language": site.settings.language,
                    "expires": site.settings.securityExpires.map { $0.iso + "T00:00:00+07:00" } ?? false as Any,
                    "canonical": site.absolute(path) ?? false as Any,
                ]
            )
        }
    }

    /// Addresses a sitemap may hold (sitemaps.org, protocol 0.9).
    private static let limit = 50_000
}

extension Site {
    /// Whether search engines are told of a page: of every page that is no draft, and of the lists.
    fileprivate func isFound(_ route: Route) -> Bool {
        switch route.target {
        case .page(let index): !pages[index].head.isDraft
        case .list: true
        case .missing, .search, .offline, .notFound, .feed, .redirect, .file: false
        }
    }
}
