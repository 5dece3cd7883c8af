import Foundation

/// Where the folders of a site are when the command line does not say: around the nearest `site.yaml` upwards.
struct SitePlace: Equatable {
    /// The pages.
    var content = "content"
    /// The templates that the site has of its own.
    var templates = "site-templates"
    /// The built site.
    var output = "public"

    /// The site that the folder of the process lies in; the usual names when it lies in none.
    static let nearest = SitePlace(around: FileManager.default.currentDirectoryPath)

    /// Looks in `folder` and those above it for `content/site.yaml` or, from inside the content folder, `site.yaml`.
    ///
    /// Paths are relative to `folder`, so that remarks can be followed from there.
    init(around folder: String) {
        let files = FileManager.default
        var here = folder
        var way = ""
        while true {
            if files.fileExists(atPath: here + "/content/site.yaml") {
                self = SitePlace(root: way, content: way + "content")
                return
            }
            if files.fileExists(atPath: here + "/site.yaml") {
                self = SitePlace(root: way + "../", content: way.isEmpty ? "." : String(way.dropLast()))
                return
            }
            guard here.count > 1 else { break }
            here = (here as NSString).deletingLastPathComponent
            way += "../"
        }
        self = SitePlace(root: "", content: "content")
    }

    private init(root: String, content: String) {
        self.content = content
        templates = root + "site-templates"
        output = root + "public"
    }

    /// The own templates of the site whose pages are at `content`: the folder beside it, or none.
    static func templates(beside content: String) -> String? {
        let url = URL(fileURLWithPath: content).standardizedFileURL.deletingLastPathComponent()
        let path = url.appendingPathComponent("site-templates").path
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }
}
