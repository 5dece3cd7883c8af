/// The home page: ways in with their counts, the newest, the most cited.
struct HomeView {
    let site: Site
    let backlinks: Backlinks

    private static let shown = 5

    var context: [String: Any] {
        let items = LinkItem(site: site)
        let kinds: [(PageKind, String, String)] = [
            (.document, "van-ban", "Documents"), (.lesson, "bai-hoc", "Lessons"), (.model, "mo-hinh", "Models"),
            (.report, "bao-cao", "Reports"), (.term, "thuat-ngu", "Terms"),
        ]
        let ways: [[String: Any]] = kinds.compactMap { kind, folder, name in
            let count = site.pages.count { $0.kind == kind }
            guard count > 0 else { return nil }
            return ["url": "\(folder)/index.html", "label": site.word("section\(name)"), "count": count, "note": site.word("way\(name)")]
        }
        let newest = site.pages.indices.filter { site.pages[$0].shownDate != nil && site.pages[$0].kind != .lesson }
            .sorted { (site.pages[$1].shownDate?.iso ?? "", $0) < (site.pages[$0].shownDate?.iso ?? "", $1) }
        let cited = site.pages.indices.map { (page: $0, count: backlinks.to(page: site.pages[$0].id).count) }
            .filter { $0.count > 0 }.sorted { ($1.count, $0.page) < ($0.count, $1.page) }
        var groups: [[String: Any]] = []
        for (id, heading, entries) in [
            ("moi-nhat", "newest", newest.prefix(Self.shown).map { items.item($0) }),
            ("vien-dan-nhieu", "mostCited", cited.prefix(Self.shown).map { entry in
                items.item(entry.page).merging(["meta": "\(entry.count) \(site.word("citingPages"))"]) { $1 }
            }),
        ] where !entries.isEmpty {
            groups.append(["id": id, "heading": site.word(heading), "count": "", "list": ["items": entries]])
        }
        return ["title": site.settings.title, "ways": ways, "groups": groups]
    }
}
