import Content
import Diagnostics
import OfficialDocuments
import Reading
import Site

/// A feed as text. Dates are those of the pages, never the clock's.
///
/// Without `base_url` addresses are relative to the feed, which readers of feeds allow in Atom and not all follow; ids
/// are then made of output paths and stay the same wherever the site is put.
struct FeedView {
    let collection: Collection
    let browse: Browse

    /// The Atom feed's context, for `feeds/atom`.
    func atom(_ feed: Feed) -> [String: Any] {
        let entries = feed.pages.map { index -> [String: Any] in
            let page = collection.pages[index]
            return [
                "id": id(page.url), "title": clean(title(of: index)), "updated": revised(page),
                "url": address(page.url, from: feed),
                "summary": clean(summary(of: index)), "categories": page.head.topics.map(clean),
            ]
        }
        return [
            "language": collection.settings.language, "id": id(feed.path), "title": clean(name(of: feed)),
            "updated": feed.pages.map { revised(collection.pages[$0]) }.max() ?? "",
            "author": clean(collection.settings.organisation ?? collection.settings.title),
            "self": address(feed.path, from: feed),
            "home": address(home(of: feed), from: feed), "entries": entries,
        ]
    }

    /// The JSON feed.
    func json(_ feed: Feed) -> String {
        var result = JSONObject()
        result.set("version", "https://jsonfeed.org/version/1.1")
        result.set("title", name(of: feed))
        result.set("home_page_url", address(home(of: feed), from: feed))
        result.set("feed_url", address(feed.path, from: feed))
        if feed.list == nil, !collection.settings.description.isEmpty {
            result.set("description", collection.settings.description)
        }
        result.set("language", collection.settings.language)
        var author = JSONObject()
        author.set("name", collection.settings.organisation ?? collection.settings.title)
        result.set("authors", [author])
        result.set("items", feed.pages.map { index in item(index, from: feed) })
        return result.text + "\n"
    }

    private func item(_ index: Int, from feed: Feed) -> JSONObject {
        let page = collection.pages[index]
        var item = JSONObject()
        item.set("id", id(page.url))
        item.set("url", address(page.url, from: feed))
        item.set("title", title(of: index))
        item.set("content_text", summary(of: index))
        item.set("date_published", moment(page.shownDate))
        if page.head.updated != nil { item.set("date_modified", revised(page)) }
        let tags = (page.head.topics + page.head.tags).uniqued
        if !tags.isEmpty { item.set("tags", tags) }
        return item
    }

    /// The name of the site, and of the list where the feed is one's.
    func name(of feed: Feed) -> String {
        guard let list = feed.list.map({ browse.lists[$0] }) else { return collection.settings.title }
        return ListView(collection: collection, browse: browse).title(of: list) + " – " + collection.settings.title
    }

    /// Links to the feeds of a list, or of the whole site: `type`, `label`, `url`.
    func links(ofList list: Int?) -> [[String: Any]] {
        browse.feeds(ofList: list).map { ["type": $0.format.type, "label": name(of: $0), "url": $0.path] }
    }

    private func title(of index: Int) -> String {
        [LinkItem(collection: collection).number(of: collection.pages[index]), collection.title(of: index)].compactMap(
            \.self
        ).joined(
            separator: " – ")
    }

    private func summary(of index: Int) -> String {
        collection.pages[index].head.summary ?? collection.bodies[index].opening
    }

    private func home(of feed: Feed) -> String { feed.list.map { browse.lists[$0].path } ?? "index.html" }

    private func id(_ path: String) -> String { collection.absolute(path) ?? "urn:sohieu:\(path)" }

    private func address(_ path: String, from feed: Feed) -> String {
        collection.absolute(path) ?? Permalink.root(from: feed.path) + path
    }

    /// When the page was last revised, or else the moment of its own date.
    private func revised(_ page: Page) -> String { moment(page.head.updated ?? page.shownDate) }

    /// Midnight in Vietnam on the first day that a date can be (RFC 3339).
    private func moment(_ date: PartialDate?) -> String {
        guard let iso = date?.iso else { return "" }
        // "2018" and "2018-02" are filled up to a day.
        return iso + "-01-01".suffix(max(0, 10 - iso.utf8.count)) + "T00:00:00+07:00"
    }

    /// `text` without the control characters that XML 1.0 cannot hold.
    private func clean(_ text: String) -> String {
        let isClean = text.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
        if isClean { return text }
        return String(
            String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 0x20 || $0 == "\n" || $0 == "\t" }))
    }
}
