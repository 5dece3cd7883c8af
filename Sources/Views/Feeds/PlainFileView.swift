import Content
import Diagnostics
import OfficialDocuments
import Reading
import Site
import SiteTemplates

/// The small files that other programs look for at fixed places, as templates show them.
struct PlainFileView {
    let site: Site

    private var collection: Collection { site.collection }

    /// The template and its context.
    func view(of file: PlainFile) -> (template: String, context: [String: Any]) {
        switch file {
        case .sitemap:
            let urls = site.routes.filter { isFound($0) }.compactMap { route -> [String: Any]? in
                guard let url = collection.absolute(route.path) else { return nil }
                guard case .page(let index) = route.target, let updated = collection.pages[index].head.updated else {
                    return ["url": url, "updated": false]
                }
                return ["url": url, "updated": updated.iso]
            }
            return ("feeds/sitemap", ["urls": Array(urls.prefix(Self.limit))])
        case .robots:
            return ("feeds/robots", ["sitemap": collection.absolute(PlainFile.sitemap.path) ?? false as Any])
        case .manifest:
            let title = collection.settings.title
            return (
                "feeds/manifest",
                [
                    "name": JSONObject.quoted(title),
                    "shortName": JSONObject.quoted(collection.settings.shortTitle ?? title),
                    "description": JSONObject.quoted(collection.settings.description),
                    "language": collection.settings.language, "assets": site.assets.keys,
                ]
            )
        case .documents: return ("feeds/table", ["text": RegisterTable(collection: collection).text(of: .document)])
        case .models: return ("feeds/table", ["text": RegisterTable(collection: collection).text(of: .model)])
        case .theme: return ("theme", ThemeView(look: collection.settings.look).context { collection.addresses[$0] })
        case .security:
            let contact = collection.settings.securityContact ?? ""
            let isMail = contact.contains("@") && !contact.contains(":")
            return (
                "feeds/security",
                [
                    "contact": isMail ? "mailto:" + contact : contact, "language": collection.settings.language,
                    "expires": collection.settings.securityExpires.map { $0.iso + "T00:00:00+07:00" } ?? false as Any,
                    "canonical": collection.absolute(file.path) ?? false as Any,
                ]
            )
        }
    }

    /// Addresses a sitemap may hold (sitemaps.org, protocol 0.9).
    private static let limit = 50_000

    /// Whether search engines are told of a page: of every page that is no draft, and of the lists.
    private func isFound(_ route: Route) -> Bool {
        switch route.target {
        case .page(let index): !collection.pages[index].head.isDraft
        case .list: true
        case .missing, .search, .offline, .notFound, .feed, .redirect, .file: false
        }
    }
}
