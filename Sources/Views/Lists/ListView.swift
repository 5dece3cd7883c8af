import Content
import OfficialDocuments
import Reading
import Site

/// The context of a page of a list, for the template of its layout.
struct ListView {
    let collection: Collection
    let browse: Browse

    private var feeds: FeedView { FeedView(collection: collection, browse: browse) }

    /// The template and the keys that are the list's own; the frame of the site comes from elsewhere.
    func view(of page: ListPage) -> (template: String, context: [String: Any]) {
        let list = browse.lists[page.list]
        var context: [String: Any] = [
            "title": title(of: list),
            "facets": folded(list.facets, on: page),
            "rows": false,
            "panels": list.panels.map { panel($0, current: page.path) },
            "figures": [[String: Any]](),
            "pagination": pagination(page),
            "breadcrumbs": ["items": breadcrumbs(list)],
        ]
        context["eyebrow"] = list.eyebrow
        context["feeds"] = feeds.links(ofList: page.list) + feeds.links(ofList: nil)
        if page.number == 1 {
            context["summary"] = list.introduction.flatMap { collection.pages[$0].head.summary } ?? list.summary
            if let introduction = list.introduction {
                let html = collection.html(of: introduction)
                if !html.isEmpty { context["body"] = html }
            }
            if list.layout == .models, list.parents.isEmpty {
                context["figures"] = ModelFigures(collection: collection, browse: browse).figures(list.members)
            }
        }
        if list.layout == .missing { context["contribute"] = collection.settings.contribute ?? false as Any }
        if list.count > 0 { context["rows"] = rows(of: list, page) }
        if list.layout == .matrix { context["matrix"] = LessonMatrix(collection: collection).context(list.groups) }
        if list.layout == .places, !list.panels.isEmpty {
            context["map"] = TileMap(collection: collection, browse: browse).context(list.panels)
        }
        let table = list.section.kind.flatMap(PlainFile.register)
        if list.parents.isEmpty, let table, browse.files.contains(table) { context["csv"] = table.path }
        if page.count > 1, let kind = list.section.kind, list.layout == .documents || list.layout == .models {
            let label = collection.word("filterEverywhere").replacing(
                "%", with: collection.words(list.section.name).lowercased())
            context["everywhere"] = ["url": "\(ReservedPaths.search)?loai=\(kind.rawValue)", "label": label]
        }
        if page.number > 1 { context["previous"] = ["url": browse.pages[page.first + page.number - 2].path] }
        if page.number < page.count { context["next"] = ["url": browse.pages[page.first + page.number].path] }
        return (list.layout.rawValue, context)
    }

    /// The title of a list; the page that introduces it may give another.
    func title(of list: BrowseList) -> String { list.introduction.map { collection.title(of: $0) } ?? list.title }

    /// The title of a page of a list, which says which page it is from the second on.
    func title(of page: ListPage) -> String {
        let title = title(of: browse.lists[page.list])
        return page.number == 1 ? title : "\(title) (\(collection.word("page").lowercased()) \(page.number))"
    }

    /// Home, what stands above the list, and the list itself.
    func breadcrumbs(_ list: BrowseList) -> [[String: Any]] {
        let home: [String: Any] = ["label": collection.word("home"), "url": "index.html"]
        return [home] + list.parents.map { ["label": $0.label, "url": $0.path] } + [
            ["label": title(of: list), "url": false]
        ]
    }

    // MARK: Rows

    private func rows(of list: BrowseList, _ page: ListPage) -> [String: Any] {
        var groups: [[String: Any]] = []
        var position = 0
        let row = RowView(collection: collection, browse: browse)
        for (number, group) in list.groups.enumerated() {
            let start = max(page.range.lowerBound, position) - position
            let end = min(page.range.upperBound, position + group.members.count) - position
            position += group.members.count
            guard start < end else { continue }
            groups.append([
                "id": "nhom-\(number + 1)",
                "heading": group.label ?? false as Any,
                "url": group.path ?? false as Any,
                "count": group.members.count,
                "items": group.members[start..<end].map { row.item($0, in: list.layout) },
            ])
        }
        let range = "\(page.range.lowerBound + 1)–\(page.range.upperBound) / \(list.count)"
        return [
            "countText": page.count > 1 ? range : String(list.count),
            "groups": groups,
            "hasStatus": list.layout == .documents
                && list.members.contains { collection.knownStatus(of: collection.pages[$0]) != nil },
            "stated": list.layout == .models ? stated(list.members) : false as Any,
            "jumps": groups.count > 1 ? ["items": groups] as Any : false as Any,
            // A table of one group needs no headings.
            "items": groups.flatMap { $0["items"] as? [[String: Any]] ?? [] },
        ]
    }

    /// Numbers of models that places state as a whole: they stand for no entry of the register and are never added up.
    private func stated(_ members: [Int]) -> Any {
        let figures = members.flatMap { index in
            collection.pages[index].head.results.filter(\.countsModels).map { result in
                [
                    collection.pages[index].locality.map(collection.placeName), result.figure,
                    result.year.map { "(\($0))" },
                ]
                .compactMap(\.self).joined(separator: " ")
            }
        }
        return figures.isEmpty ? false : figures.joined(separator: "; ")
    }

    // MARK: Ways

    private func folded(_ panels: [BrowseList.Panel], on page: ListPage) -> Any {
        if panels.isEmpty { return false }
        let current = browse.lists[page.list].path
        let names = panels.compactMap { $0.heading?.lowercased() }.joined(separator: ", ")
        return [
            "label": collection.word("browseBy") + " " + names, "groups": panels.map { panel($0, current: current) },
        ]
    }

    private func panel(_ panel: BrowseList.Panel, current: String) -> [String: Any] {
        [
            "heading": panel.heading ?? false as Any,
            "url": panel.path.flatMap { $0.isEmpty ? nil : $0 } ?? false as Any,
            "count": panel.count ?? false as Any,
            "hasItems": !panel.ways.isEmpty,
            "items": panel.ways.map { way in
                [
                    "label": way.label,
                    "url": way.path.isEmpty ? false as Any : way.path,
                    "count": way.count > 0 ? way.count : false as Any,
                    "isCurrent": way.path == current,
                ]
            },
        ]
    }

    // MARK: Pages

    /// The first page, the last, and those around this one, with gaps between.
    private func pagination(_ page: ListPage) -> Any {
        guard page.count > 1 else { return false }
        var items: [[String: Any]] = []
        var last = 0
        for number in 1...page.count where number == 1 || number == page.count || abs(number - page.number) <= 2 {
            if number > last + 1 { items.append(["isGap": true, "isCurrent": false, "label": "", "url": ""]) }
            last = number
            items.append([
                "isGap": false, "isCurrent": number == page.number, "label": String(number),
                "url": browse.pages[page.first + number - 1].path,
            ])
        }
        func link(_ number: Int) -> Any {
            (1...page.count).contains(number)
                ? ["url": browse.pages[page.first + number - 1].path] as Any : false as Any
        }
        return ["items": items, "previous": link(page.number - 1), "next": link(page.number + 1)]
    }
}
