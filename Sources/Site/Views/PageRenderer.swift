/// Renders any route of a site: chooses the template and gives it its context.
public struct PageRenderer: Sendable {
    private let site: Site

    public init(site: Site) {
        self.site = site
    }

    /// The finished page.
    public func render(_ route: Route) -> String {
        let (template, context) = view(of: route)
        return site.templates.render(template, context) ?? ""
    }

    private func view(of route: Route) -> (template: String, context: [String: Any]) {
        var context = frame(of: route)
        switch route.target {
        case .page(let index):
            context["title"] = site.title(of: index)
            context["body"] = site.html(of: index)
            return ("page", context)
        case .missing(let index):
            context["title"] = site.graph.missing.all[index].slug
            return ("page", context)
        case .search, .notFound:
            return ("page", context)
        }
    }

    /// What every page has in scope.
    private func frame(of route: Route) -> [String: Any] {
        [
            "root": Permalink.root(from: route.path),
            "language": site.settings.language,
            "strings": site.strings,
            "site": ["title": site.settings.title, "description": site.settings.description],
        ]
    }
}
