import Content
import Digests
import OfficialDocuments
import Reading
import Site
import SiteTemplates
import Templating

/// What a bundle says about itself: the page to start from, the text to read first, the list of files to delete.
///
/// The first two say the same in a bundle and in an update, so that an updated copy is the same as a new one.
struct BundleGuide {
    let bundle: SiteBundle

    /// The page that a lay person opens.
    var startPage: [UInt8] { render("bundle/start") }

    /// The same as plain text.
    var readMe: [UInt8] { Self.plainText(render("bundle/read-me")) }

    /// The files that an updated copy must lose, the list itself last.
    func deletions(_ paths: [String]) -> [UInt8] {
        Self.plainText(render("bundle/deletions", ["paths": paths + [SiteBundle.deletions]]))
    }

    private func render(_ template: String, _ more: [String: Any] = [:]) -> [UInt8] {
        let site = bundle.site
        var about = ["title": site.collection.settings.title]
        if !site.collection.settings.description.isEmpty { about["description"] = site.collection.settings.description }
        if site.collection.settings.organisation != site.collection.settings.title {
            about["organisation"] = site.collection.settings.organisation
        }
        let context: [String: Any] = [
            "language": site.collection.settings.language, "strings": site.collection.strings, "site": about,
            "assets": site.assets.keys,
            "root": SiteBundle.siteFolder, "date": bundle.date.vietnamese, "pages": String(site.collection.pages.count),
            "names": [
                "start": SiteBundle.startPage, "checksums": Checksums.fileName, "deletions": SiteBundle.deletions,
            ],
        ]
        return site.templates.bytes(template, context.merging(more) { $1 }) ?? []
    }

    /// As the Notepad of every Windows shows it: a byte order mark, and lines ended by CR and LF.
    private static func plainText(_ bytes: [UInt8]) -> [UInt8] {
        [0xEF, 0xBB, 0xBF]
            + bytes.flatMap { $0 == UInt8(ascii: "\n") ? [UInt8(ascii: "\r"), UInt8(ascii: "\n")] : [$0] }
    }
}
