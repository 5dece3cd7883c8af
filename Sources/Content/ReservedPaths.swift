import Digests

/// The addresses that the program fills itself: the one table behind pages, copied files and former addresses.
package enum ReservedPaths {
    /// The search page.
    package static let search = "tim-kiem.html"
    /// What a server shows for an address that leads nowhere.
    package static let notFound = "404.html"
    /// The page where readers keep the site, and where a page leads that is not kept.
    package static let offline = "doc-ngoai-tuyen.html"
    /// The service worker; its folder is what it answers for.
    package static let worker = "sw.js"
    /// The digests of all other files.
    static let checksums = Checksums.fileName

    /// Files, in lower case.
    private static let files: Set<String> = [
        search, notFound, PlainFile.robots.path, PlainFile.sitemap.path, PlainFile.manifest.path,
        PlainFile.theme.path,
        checksums.lowercased(), offline, worker,
    ]

    /// Folders that hold nothing but the program's.
    private static let folders: Set<String> = ["assets", "search", BrowseSection.missing.folder]

    /// Whether the program fills the address, or what lies in that folder.
    package static func contain(_ path: String) -> Bool {
        let path = path.lowercased()
        return files.contains(path) || folders.contains(path)
            || prefixes(of: path).contains { folders.contains($0) || files.contains($0) }
    }

    /// The folders a path lies in: `a/b/c.html` lies in `a` and `a/b`.
    package static func prefixes(of path: String) -> [String] {
        path.indices.filter { path[$0] == "/" }.map { String(path[..<$0]) }
    }
}
