import Foundation
import OfficialDocuments
import VietnameseText

/// What a saved page of a portal is about: its article, without the menus, counters, ratings and lists around it.
struct PageArticle {
    /// The article.
    private(set) var blocks: [Block]
    /// Lines that were left out because they belong to the portal.
    private(set) var dropped: [String] = []
    /// The title that the page states of itself.
    private(set) var title: String?
    /// Where it was published.
    private(set) var address: String?
    /// When it was published.
    private(set) var published: PartialDate?
    /// Who wrote it.
    private(set) var author: String?

    /// The host of the address: "snv.khanhhoa.gov.vn".
    var portal: String? {
        address.flatMap { URL(string: $0)?.host }.map { $0.hasPrefix("www.") ? String($0.dropFirst(4)) : $0 }
    }

    init(_ root: HTMLElement) {
        let all = root.descendants
        func meta(_ names: [String]) -> String? {
            names.lazy.compactMap { name in
                all.first {
                    $0.name == "meta" && ($0.attributes["property"] ?? $0.attributes["name"])?.lowercased() == name
                }?
                .attributes["content"].flatMap { $0.isEmpty ? nil : $0 }
            }.first
        }
        let body = root.first { $0.name == "body" } ?? root
        let pruning = PagePruning(body)
        let main = pruning.main
        let heading = (main.first { $0.name == "h1" } ?? pruning.page.first { $0.name == "h1" }).map(\.text)
        title = Self.line(heading ?? meta(["og:title"]) ?? all.first { $0.name == "title" }?.text)
        address =
            all.first { $0.name == "link" && $0.attributes["rel"] == "canonical" }?.attributes["href"]
            ?? meta(["og:url"]) ?? Self.savedFrom(root)
        if address?.hasPrefix("http") != true { address = nil }
        published = meta(["article:published_time", "pubdate", "date"]).flatMap {
            PartialDate(iso: String($0.prefix(10)))
        }
        author = Self.line(meta(["article:author", "author"]))
        if let name = author, name.contains("://") || Folding.fold(name).contains("admin") { author = nil }
        var noise = PortalNoise()
        // Links within the portal told what is its furniture; they lead nowhere from here.
        blocks = noise.clean(HTMLBlocks.read(main), title: title).mapping { inline in
            guard case .link(let inner, let target) = inline, !target.hasPrefix("http") else { return [inline] }
            return inner
        }
        dropped = pruning.dropped + noise.dropped
    }

    /// `<!-- saved from url=(0042)https://… -->`, as browsers write it.
    private static func savedFrom(_ root: HTMLElement) -> String? {
        for child in root.children {
            if case .comment(let text) = child, let start = text.range(of: "saved from url="),
                let url = text[start.upperBound...].firstIndex(of: ")")
            {
                return text[text.index(after: url)...].split(whereSeparator: \.isWhitespace).first.map(String.init)
            }
        }
        return nil
    }

    private static func line(_ text: String?) -> String? {
        guard let text else { return nil }
        let line = LayoutLine(text).text
        return line.isEmpty ? nil : line
    }
}
