import Content
import OfficialDocuments
import Reading

/// A page of the output: where it goes and what it shows.
public struct Route: Sendable {
    /// Output path: `van-ban/24-ct-tu-lam-dong.html`.
    public var path: String
    /// What it shows.
    public var target: Target

    /// What a page of the output shows.
    public enum Target: Sendable {
        /// The page at this index of `Collection.pages`.
        case page(Int)
        /// The document at this index of `Collection.graph.missing.all`, which the collection lacks.
        case missing(Int)
        /// The page of a list at this index of `Browse.pages`.
        case list(Int)
        /// The feed at this index of `Browse.feeds`.
        case feed(Int)
        /// The former address at this index of `Browse.redirects.all`.
        case redirect(Int)
        /// A small file for other programs.
        case file(PlainFile)
        /// The search page.
        case search
        /// Where readers keep the site on their machine.
        case offline
        /// What a server shows for an address that leads nowhere.
        case notFound
    }
}

extension Site {
    /// Every page of the output, in a fixed order.
    public var routes: [Route] {
        var routes = collection.pages.indices.filter { !browse.isIntroduction($0) }
            .map { Route(path: collection.pages[$0].url, target: .page($0)) }
        routes += browse.pages.enumerated().map { Route(path: $1.path, target: .list($0)) }
        for (index, path) in collection.missing.pages.enumerated() {
            if let path { routes.append(Route(path: path, target: .missing(index))) }
        }
        routes.append(Route(path: ReservedPaths.search, target: .search))
        routes.append(Route(path: ReservedPaths.notFound, target: .notFound))
        if collection.settings.isKeptOffline { routes.append(Route(path: ReservedPaths.offline, target: .offline)) }
        routes += browse.redirects.all.enumerated().map { Route(path: $1.path, target: .redirect($0)) }
        routes += browse.feeds.enumerated().map { Route(path: $1.path, target: .feed($0)) }
        routes += browse.files.map { Route(path: $0.path, target: .file($0)) }
        return routes
    }
}
