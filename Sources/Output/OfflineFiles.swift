import Content
import Diagnostics
import Digests
import Reading
import Site
import SiteTemplates

/// What lets readers keep a site on their machine: the service worker and what it has to know.
package struct OfflineFiles {
    package let site: Site

    /// The service worker of a site whose other files have these digests and this size in bytes; `nil` where readers are
    /// not offered to keep the site.
    package func worker(_ checksums: Checksums, bytes: Int) -> [UInt8]? {
        guard site.collection.settings.isKeptOffline else { return nil }
        var about = JSONObject()
        about.set("release", checksums.release)
        about.set("date", site.collection.dataDate)
        about.set("bytes", bytes)
        about.set("page", ReservedPaths.offline)
        // A server may keep these to itself, as it does `.htaccess`.
        about.set(
            "unkept",
            site.collection.files.filter { $0.rootPath != nil }.compactMap { site.collection.addresses[$0.path] })
        let theme = site.collection.settings.look.hasStylesheet ? [PlainFile.theme.path] : []
        about.set("essentials", [ReservedPaths.offline] + site.assets.essentials + theme)
        return site.templates.bytes("offline-worker", ["about": about.text, "assets": site.assets.keys])
    }
}

extension PublishedAssets {
    /// What the page needs where readers keep the site.
    fileprivate var essentials: [String] {
        ["css", "listsCss", "display", "js", "register", "offline", "icon"].compactMap { keys[$0] }
    }
}
