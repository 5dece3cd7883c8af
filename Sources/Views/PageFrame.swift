import Content
import Reading
import Site
import SiteTemplates
import Templating

/// What every page has around it: addresses, words, header, footer, breadcrumbs.
///
/// Header and footer depend only on how deep a page lies and in which section, so each is rendered once per pair.
struct PageFrame: Sendable {
    private let site: Site
    private var collection: Collection { site.collection }
    /// The sections that have pages: `url`, `label`.
    let navigation: [[String: String]]
    /// What the site says about itself in every page.
    private let common: [String: TemplateValue]
    private let headers: [Place: TemplateValue]
    private let footers: [String: TemplateValue]

    /// A link of the menu or of the foot; the way to it is that from the root, unless it leads elsewhere.
    private struct MenuLink {
        var url: String
        var label: String
        var isElsewhere = false

        func context(from root: String) -> [String: Any] {
            ["href": isElsewhere ? url : root + url, "label": label]
        }
    }

    /// Depth and section of a page.
    private struct Place: Hashable, Sendable {
        var root: String
        var section: String
    }

    init(_ site: Site, paths: [String]) {
        self.site = site
        let collection = site.collection
        let common = Self.common(site)
        self.common = common
        var headers: [Place: TemplateValue] = [:]
        var footers: [String: TemplateValue] = [:]
        let known = Set(paths)
        navigation = collection.sections.filter { $0.isInMenu && known.contains($0.path) }
            .map { ["url": $0.path, "label": collection.words($0.name)] }
        func links(_ stated: [SiteLook.Link]) -> [MenuLink] {
            stated.compactMap { link in
                collection.url(of: link, among: known).map {
                    MenuLink(url: $0.url, label: link.label, isElsewhere: $0.isElsewhere)
                }
            }
        }
        let look = collection.settings.look
        let menu =
            look.menu.map(links) ?? navigation.map { MenuLink(url: $0["url"] ?? "", label: $0["label"] ?? "") }
        let foot =
            [
                ("gioi-thieu.html", "about"), (ReservedPaths.offline, "offlineTitle"),
                ("chua-co/index.html", "missingDocuments"), ("atom.xml", "feed"),
            ]
            .filter { known.contains($0.0) }.map { MenuLink(url: $0.0, label: collection.word($0.1)) }
            + links(look.footerLinks)
        for path in paths {
            let place = Self.place(of: path, in: site.collection)
            guard headers[place] == nil else { continue }
            var context: [String: Any] = common
            context["root"] = place.root
            context["nav"] = menu.map { link in
                let isCurrent = !place.section.isEmpty && link.url == "\(place.section)/index.html"
                return link.context(from: place.root).merging(["isCurrent": isCurrent]) { $1 }
            }
            context["footerNav"] = foot.map { $0.context(from: place.root) }
            headers[place] = site.templates.bytes("partials/header", context).map(TemplateValue.markup)
            if footers[place.root] == nil {
                footers[place.root] = site.templates.bytes("partials/footer", context).map(TemplateValue.markup)
            }
        }
        self.headers = headers
        self.footers = footers
    }

    /// What every template has in scope, for the page at `path`.
    ///
    /// - Parameter number: Of an official document; tabs, trails and lists of pages begin with it.
    func context(path: String, title: String, kind: String, number: String? = nil) -> [String: Any] {
        let place = Self.place(of: path, in: site.collection)
        var context: [String: Any] = common
        context["root"] = place.root
        context["kind"] = kind
        context["title"] = title
        let parts = [number, title, collection.settings.title].compactMap(\.self)
        context["headTitle"] = path == "index.html" ? collection.settings.title : parts.joined(separator: " – ")
        context["header"] = headers[place]
        context["footer"] = footers[place.root]
        context["openGraphType"] = path == "index.html" ? "website" : "article"
        context["canonical"] = collection.absolute(path)
        context["feeds"] = FeedView(collection: collection, browse: site.browse).links(ofList: nil)
        let crumbs = breadcrumbs(path: path, title: number ?? title)
        if crumbs.count > 1 { context["breadcrumbs"] = ["items": crumbs] }
        return context
    }

    private static func place(of path: String, in collection: Collection) -> Place {
        let section = path.split(separator: "/").first.map(String.init) ?? ""
        return Place(
            root: Permalink.root(from: path),
            section: collection.sections.contains { $0.isInMenu && $0.folder == section } ? section : "")
    }

    private static func common(_ site: Site) -> [String: TemplateValue] {
        let collection = site.collection
        return TemplateValue.object([
            "language": collection.settings.language, "strings": collection.strings, "site": about(collection),
            "assets": site.assets.keys, "parameters": collection.settings.parameters,
            "theme": collection.settings.look.hasStylesheet ? PlainFile.theme.path : false as Any,
            "worker": collection.settings.isKeptOffline ? ReservedPaths.worker : false as Any,
        ])
    }

    private static func about(_ collection: Collection) -> [String: Any] {
        let look = collection.settings.look
        var about: [String: Any] = ["title": collection.settings.title, "lines": look.footer]
        about["words"] = look.header
        about["logo"] = look.logo.flatMap { collection.addresses[$0.value] }
        if !collection.settings.description.isEmpty { about["description"] = collection.settings.description }
        about["organisation"] = collection.settings.organisation
        about["dataDate"] = collection.dataDate
        return about
    }

    /// Home, the folder's index, the page.
    private func breadcrumbs(path: String, title: String) -> [[String: Any]] {
        guard path != "index.html" else { return [] }
        var crumbs: [[String: Any]] = [["url": "index.html", "label": collection.word("home")]]
        if let section = path.split(separator: "/").first.flatMap({ folder in
            collection.sections.first { $0.folder == folder }
        }),
            path != section.path
        {
            crumbs.append(["url": section.path, "label": collection.words(section.name)])
        }
        return crumbs + [["label": title]]
    }
}
