import OfficialDocuments

/// Renders any route of a site: chooses the template and gives it its context.
public struct PageRenderer: Sendable {
    private let site: Site
    private let frame: PageFrame
    private let backlinks: Backlinks
    private let cascade: Cascade
    private let kinship: Kinship

    public init(site: Site) {
        self.site = site
        frame = PageFrame(site, paths: site.routes.map(\.path))
        backlinks = Backlinks(site)
        cascade = Cascade(site.graph, localities: site.localities)
        kinship = Kinship(site)
    }

    /// The templates that pages need, beside those they include.
    static let templates = ["document", "home", "missing", "not-found", "page", "search"]

    /// The finished page.
    public func render(_ route: Route) -> String {
        let (template, context) = view(of: route)
        return site.templates.render(template, context) ?? ""
    }

    private func view(of route: Route) -> (template: String, context: [String: Any]) {
        let groups = CitatorGroups(site: site, backlinks: backlinks, cascade: cascade, kinship: kinship)
        switch route.target {
        case .page(let index):
            let page = site.pages[index]
            let article = ArticleView(site: site, groups: groups)
            var context = frame.context(path: route.path, title: site.title(of: index), kind: page.kind.rawValue)
            context["description"] = page.head.summary ?? site.bodies[index].opening
            context.merge(article.context(of: index)) { $1 }
            if route.path == "index.html" {
                context.merge(HomeView(site: site, backlinks: backlinks).context) { $1 }
                return ("home", context)
            }
            return (article.template(of: page.kind), context)
        case .missing(let index):
            let missing = site.graph.missing.all[index]
            var context = frame.context(path: route.path, title: missing.number.description, kind: "missing")
            context["isUnlisted"] = true
            context["groups"] = groups.groups(of: missing)
            context.set("attributes", MissingView(site: site).rows(of: missing), as: "rows")
            return ("missing", context)
        case .search:
            var context = frame.context(path: route.path, title: site.word("searchTitle"), kind: "search")
            context["navigation"] = frame.navigation
            return ("search", context)
        case .notFound:
            var context = frame.context(path: route.path, title: site.word("notFoundTitle"), kind: "not-found")
            context["isUnlisted"] = true
            return ("not-found", context)
        }
    }
}
