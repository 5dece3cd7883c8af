import Reading
import SiteTemplates

/// Everything a page, a feed or the search index may show: one immutable value, made once per build.
public struct Site: Sendable {
    /// Every page and what ties them together.
    public let collection: Collection
    /// Every list of them, and what else has an address.
    package let browse: Browse
    /// The compiled templates.
    public let templates: Templates
    /// Styles, scripts and pictures.
    public let assets: PublishedAssets

    package init(_ collection: Collection, templates: Templates, assets: PublishedAssets) {
        self.collection = collection
        self.templates = templates
        self.assets = assets
        browse = Browse(collection)
    }
}
