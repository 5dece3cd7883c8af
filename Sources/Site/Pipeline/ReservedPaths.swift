/// The addresses that the program fills itself: the one table behind pages, copied files and former addresses.
enum ReservedPaths {
    /// Files, in lower case.
    private static let files: Set<String> = [
        "tim-kiem.html", "404.html", PlainFile.robots.path, PlainFile.sitemap.path, PlainFile.manifest.path,
        PlainFile.theme.path,
        Checksums.fileName.lowercased(), OfflineFiles.page, OfflineFiles.worker,
    ]

    /// Folders that hold nothing but the program's.
    private static let folders: Set<String> = ["assets", "search", BrowseSection.missing.folder]

    /// Whether the program fills the address, or what lies in that folder.
    static func contain(_ path: String) -> Bool {
        let path = path.lowercased()
        return files.contains(path) || folders.contains(path)
            || prefixes(of: path).contains { folders.contains($0) || files.contains($0) }
    }

    /// The folders a path lies in: `a/b/c.html` lies in `a` and `a/b`.
    static func prefixes(of path: String) -> [String] {
        path.indices.filter { path[$0] == "/" }.map { String(path[..<$0]) }
    }
}
