import Content
import OfficialDocuments
import Reading
import Site
import SiteTemplates

/// Renders any route of a site: chooses the template and gives it its context.
public struct PageRenderer: Sendable {
    private let site: Site
    private let frame: PageFrame
    private let backlinks: Backlinks
    private let cascade: Cascade
    private let kinship: Kinship

    private var collection: Collection { site.collection }
    private var browse: Browse { site.browse }

    /// Gathers what many pages need, once.
    public init(site: Site) {
        self.site = site
        frame = PageFrame(site, paths: site.routes.map(\.path))
        backlinks = Backlinks(site.collection)
        cascade = Cascade(site.collection.graph, localities: site.collection.localities)
        kinship = Kinship(site.collection)
    }

    /// The templates that pages need, beside those they include.
    package static let templates =
        [
            "home", "missing", "not-found", "offline", "offline-worker", "search", "layout", "theme",
            PublishedAssets.words, "feeds/atom", "feeds/manifest", "feeds/redirect", "feeds/robots", "feeds/security",
            "feeds/sitemap",
            "inline/abbreviation", "inline/anchor", "inline/citation", "inline/footnote", "inline/footnote-back",
            "inline/footnote-reference", "inline/footnotes", "inline/heading-anchor", "inline/table",
            "partials/footer", "partials/header",
        ] + ListLayout.allCases.map(\.rawValue) + PageKind.allCases.map(\.traits.template).uniqued

    /// The finished page, in UTF-8.
    public func render(_ route: Route) -> [UInt8] {
        if case .feed(let index) = route.target, browse.feeds[index].format == .json {
            return Array(FeedView(collection: collection, browse: browse).json(browse.feeds[index]).utf8)
        }
        var (template, context) = view(of: route)
        let crumbs = (context["breadcrumbs"] as? [String: Any])?["items"] as? [[String: Any]] ?? []
        context["jsonld"] = StructuredData(collection: collection, browse: browse).texts(
            for: route, breadcrumbs: crumbs)
        return site.templates.bytes(template, context) ?? []
    }

    private func view(of route: Route) -> (template: String, context: [String: Any]) {
        let groups = CitatorGroups(collection: collection, backlinks: backlinks, cascade: cascade, kinship: kinship)
        switch route.target {
        case .page(let index):
            let page = collection.pages[index]
            let article = ArticleView(collection: collection, browse: browse, groups: groups)
            var context = frame.context(
                path: route.path, title: collection.title(of: index), kind: page.kind.rawValue,
                number: LinkItem(collection: collection).number(of: page))
            context["description"] = page.head.summary ?? collection.bodies[index].opening
            context.merge(article.context(of: index)) { $1 }
            if route.path == "index.html" {
                context["kind"] = "home"
                context.merge(HomeView(collection: collection, browse: browse, backlinks: backlinks).context) { $1 }
                return ("home", context)
            }
            return (page.kind.traits.template, context)
        case .missing(let index):
            let missing = collection.graph.missing.all[index]
            let view = MissingView(collection: collection, backlinks: backlinks)
            var context = frame.context(path: route.path, title: view.title(of: missing), kind: "missing")
            context["isUnlisted"] = true
            context["groups"] = view.namesakes(of: missing) + groups.groups(of: missing)
            context["contribute"] = collection.settings.contribute ?? false as Any
            context.set("attributes", view.rows(of: missing), as: "rows")
            return ("missing", context)
        case .list(let index):
            let view = ListView(collection: collection, browse: browse)
            let page = browse.pages[index]
            let (template, list) = view.view(of: page)
            let context = frame.context(path: route.path, title: view.title(of: page), kind: "list")
            return (template, context.merging(list) { $1 })
        case .feed(let index):
            return ("feeds/atom", FeedView(collection: collection, browse: browse).atom(browse.feeds[index]))
        case .redirect(let index):
            let page = browse.redirects.all[index].page
            var context = frame.context(path: route.path, title: collection.title(of: page), kind: "redirect")
            context["url"] = collection.pages[page].url
            context["canonical"] = collection.absolute(collection.pages[page].url)
            return ("feeds/redirect", context)
        case .file(let file):
            return PlainFileView(site: site).view(of: file)
        case .search:
            var context = frame.context(path: route.path, title: collection.word("searchTitle"), kind: "search")
            context["navigation"] = frame.navigation
            context["filters"] = SearchFilter.all.map {
                ["name": $0.name, "parameter": $0.parameter, "label": collection.word($0.word)]
            }
            return ("search", context)
        case .offline:
            var context = frame.context(path: route.path, title: collection.word("offlineTitle"), kind: "offline")
            context["isUnlisted"] = true
            return ("offline", context)
        case .notFound:
            var context = frame.context(path: route.path, title: collection.word("notFoundTitle"), kind: "not-found")
            context["isUnlisted"] = true
            return ("not-found", context)
        }
    }
}
