import Diagnostics

/// What lets readers keep a site on their machine: the service worker and what it has to know.
struct OfflineFiles {
    /// The page where readers keep the site, and where a page leads that is not kept.
    static let page = "doc-ngoai-tuyen.html"
    /// The service worker; its folder is what it answers for.
    static let worker = "sw.js"

    let site: Site

    /// The service worker of a site whose other files have these digests and this size in bytes; `nil` where readers are
    /// not offered to keep the site.
    func worker(_ checksums: Checksums, bytes: Int) -> [UInt8]? {
        guard site.settings.isKeptOffline else { return nil }
        var about = JSONObject()
        about.set("release", checksums.release)
        about.set("date", site.dataDate)
        about.set("bytes", bytes)
        about.set("page", Self.page)
        // A server may keep these to itself, as it does `.htaccess`.
        about.set("unkept", site.files.filter { $0.rootPath != nil }.compactMap { site.addresses[$0.path] })
        about.set("essentials", [Self.page] + site.assets.essentials)
        return site.templates.bytes("offline-worker", ["about": about.text, "assets": site.assets.keys])
    }
}

extension AssetPaths {
    /// What the page needs where readers keep the site.
    fileprivate var essentials: [String] {
        ["css", "listsCss", "display", "js", "register", "offline", "icon"].compactMap { keys[$0] }
    }
}
