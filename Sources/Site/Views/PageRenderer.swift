import OfficialDocuments

/// Renders any route of a site: chooses the template and gives it its context.
public struct PageRenderer: Sendable {
    private let site: Site
    private let frame: PageFrame
    private let backlinks: Backlinks
    private let cascade: Cascade
    private let kinship: Kinship

    /// Gathers what many pages need, once.
    public init(site: Site) {
        self.site = site
        frame = PageFrame(site, paths: site.routes.map(\.path))
        backlinks = Backlinks(site)
        cascade = Cascade(site.graph, localities: site.localities)
        kinship = Kinship(site)
    }

    /// The templates that pages need, beside those they include.
    static let templates =
        [
            "home", "missing", "not-found", "offline", "offline-worker", "search", "layout", "theme",
            "feeds/atom", "feeds/manifest", "feeds/redirect", "feeds/robots", "feeds/security", "feeds/sitemap",
            "inline/abbreviation", "inline/anchor", "inline/citation", "inline/footnote", "inline/footnote-back",
            "inline/footnote-reference", "inline/footnotes", "inline/heading-anchor", "inline/table",
            "partials/footer", "partials/header",
        ] + ListLayout.allCases.map(\.rawValue) + PageKind.allCases.map(\.traits.template).uniqued

    /// The finished page, in UTF-8.
    public func render(_ route: Route) -> [UInt8] {
        if case .feed(let index) = route.target, site.browse.feeds[index].format == .json {
            return Array(FeedView(site: site).json(site.browse.feeds[index]).utf8)
        }
        var (template, context) = view(of: route)
        let crumbs = (context["breadcrumbs"] as? [String: Any])?["items"] as? [[String: Any]] ?? []
        context["jsonld"] = StructuredData(site: site).texts(for: route, breadcrumbs: crumbs)
        return site.templates.bytes(template, context) ?? []
    }

    private func view(of route: Route) -> (template: String, context: [String: Any]) {
        let groups = CitatorGroups(site: site, backlinks: backlinks, cascade: cascade, kinship: kinship)
        switch route.target {
        case .page(let index):
            let page = site.pages[index]
            let article = ArticleView(site: site, groups: groups)
            var context = frame.context(
                path: route.path, title: site.title(of: index), kind: page.kind.rawValue,
                number: LinkItem(site: site).number(of: page))
            context["description"] = page.head.summary ?? site.bodies[index].opening
            context.merge(article.context(of: index)) { $1 }
            if route.path == "index.html" {
                context["kind"] = "home"
                context.merge(HomeView(site: site, backlinks: backlinks).context) { $1 }
                return ("home", context)
            }
            return (page.kind.traits.template, context)
        case .missing(let index):
            let missing = site.graph.missing.all[index]
            let view = MissingView(site: site, backlinks: backlinks)
            var context = frame.context(path: route.path, title: view.title(of: missing), kind: "missing")
            context["isUnlisted"] = true
            context["groups"] = view.namesakes(of: missing) + groups.groups(of: missing)
            context["contribute"] = site.settings.contribute ?? false as Any
            context.set("attributes", view.rows(of: missing), as: "rows")
            return ("missing", context)
        case .list(let index):
            let view = ListView(site: site)
            let page = site.browse.pages[index]
            let (template, list) = view.view(of: page)
            let context = frame.context(path: route.path, title: view.title(of: page), kind: "list")
            return (template, context.merging(list) { $1 })
        case .feed(let index):
            return ("feeds/atom", FeedView(site: site).atom(site.browse.feeds[index]))
        case .redirect(let index):
            let page = site.browse.redirects.all[index].page
            var context = frame.context(path: route.path, title: site.title(of: page), kind: "redirect")
            context["url"] = site.pages[page].url
            context["canonical"] = site.absolute(site.pages[page].url)
            return ("feeds/redirect", context)
        case .file(let file):
            return file.view(of: site)
        case .search:
            var context = frame.context(path: route.path, title: site.word("searchTitle"), kind: "search")
            context["navigation"] = frame.navigation
            context["filters"] = SearchFilter.all.map {
                ["name": $0.name, "parameter": $0.parameter, "label": site.word($0.word)]
            }
            return ("search", context)
        case .offline:
            var context = frame.context(path: route.path, title: site.word("offlineTitle"), kind: "offline")
            context["isUnlisted"] = true
            return ("offline", context)
        case .notFound:
            var context = frame.context(path: route.path, title: site.word("notFoundTitle"), kind: "not-found")
            context["isUnlisted"] = true
            return ("not-found", context)
        }
    }
}
