import Content
import Reading
import Site

/// The home page: ways in with their counts, the newest, the most cited.
struct HomeView {
    let collection: Collection
    let browse: Browse
    let backlinks: Backlinks

    private static let shown = 5
    /// Themes, fields and places shown.
    private static let values = 12

    /// Whether `site.yaml` lets a part be shown.
    private func shows(_ section: SiteLook.HomeSection) -> Bool {
        collection.settings.look.home?.contains(section) ?? true
    }

    var context: [String: Any] {
        let items = LinkItem(collection: collection)
        let ways: [[String: Any]] = collection.sections.filter(\.isInMenu).compactMap { section in
            let count = browse.count(of: section)
            guard count > 0 else { return nil }
            return [
                "url": section.path, "label": collection.words(section.name), "count": count,
                "note": collection.words(section.way),
            ]
        }
        let newest = browse.newest.lazy.filter { collection.pages[$0].kind.traits.isNews }.prefix(Self.shown)
        let cited = collection.pages.indices.map {
            (page: $0, count: backlinks.to(page: collection.pages[$0].id).count)
        }
        .filter { $0.count > 0 }.sorted { ($1.count, $0.page) < ($0.count, $1.page) }
        var groups: [[String: Any]] = []
        for (section, id, heading, entries) in [
            (SiteLook.HomeSection.newest, "moi-nhat", "newest", newest.map { items.item($0) }),
            (
                .cited, "vien-dan-nhieu", "mostCited",
                cited.prefix(Self.shown).map { entry in
                    items.item(entry.page).merging(["meta": "\(entry.count) \(collection.word("citingPages"))"]) { $1 }
                }
            ),
        ] where !entries.isEmpty && shows(section) {
            groups.append(["id": id, "heading": collection.word(heading), "count": "", "list": ["items": entries]])
        }
        let facets: [(SiteLook.HomeSection, Facet)] = [(.themes, .theme), (.fields, .field), (.places, .locality)]
        let values = facets.filter { shows($0.0) }.compactMap { self.values(of: $0.1) }
        var context: [String: Any] = [
            "title": collection.settings.title, "groups": groups, "values": values, "own": shows(.own),
            "ways": shows(.ways) && !ways.isEmpty ? ["items": ways] as Any : false,
        ]
        // The text of the page is there unless it is taken away.
        if !shows(.text) { context["body"] = false }
        return context
    }

    /// The values of a facet that most pages share, as ways in.
    private func values(of facet: Facet) -> [String: Any]? {
        let ways = browse.ways(by: facet)
        guard !ways.isEmpty else { return nil }
        let largest = ways.indices.sorted { (ways[$1].count, $0) < (ways[$0].count, $1) }.prefix(Self.values)
        let matrix = browse.lists.first { $0.layout == .matrix }
        let all = facet == .theme ? matrix.map { ["url": $0.path, "label": $0.title] } : nil
        return [
            "id": facet.name, "heading": collection.word(facet.word),
            "items": largest.sorted().map { ["url": ways[$0].path, "label": ways[$0].label, "count": ways[$0].count] },
            "all": all ?? ["url": facet.folder + "/index.html", "label": collection.word("showAll")],
        ]
    }
}
