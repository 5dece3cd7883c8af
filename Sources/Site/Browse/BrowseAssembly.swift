import Content
import OfficialDocuments
import Reading

/// Puts the lists of a site together: addresses first, then what stands in them, then the cut into pages.
struct BrowseAssembly {
    let collection: Collection
    let shelf: Shelf
    private(set) var lists: [BrowseList] = []
    private(set) var pages: [ListPage] = []
    private(set) var groups: [Facet: [FacetGroup]] = [:]
    private(set) var feeds: [Feed] = []
    private(set) var redirects = Redirects()
    private(set) var files: [PlainFile] = []
    /// The lessons of all places side by side; `nil` where none has a theme.
    private var matrix: BrowseList?
    private var paths: ListPaths
    private var homes: [BrowseSection: (path: String, introduction: Int?)] = [:]
    private var indices: [Facet: (path: String, introduction: Int?)] = [:]

    /// Values a folded panel shows; the rest stand on a page of their own.
    private static let shown = 12

    init(_ collection: Collection) {
        self.collection = collection
        shelf = Shelf(collection)
        let introductions = collection.pages.enumerated().filter { $1.kind == .page && $1.url != "index.html" }
        paths = ListPaths(
            taken: ["index.html", ReservedPaths.search, ReservedPaths.notFound] + collection.pages.map(\.url)
                + collection.missing.pages.compactMap(\.self),
            introductions: Dictionary(introductions.map { ($1.url, $0) }) { first, _ in first }
        )
    }

    mutating func assemble() {
        for section in collection.sections { homes[section] = paths.claim(list: section.path) }
        for facet in Facet.all {
            var found = FacetGroup.gather(facet, from: shelf.order, of: collection)
            if !found.isEmpty, Self.hasIndex(facet) { indices[facet] = paths.claim(list: facet.folder + "/index.html") }
            for index in found.indices {
                (found[index].path, found[index].introduction) = paths.claim(
                    found[index].name(for: facet), in: facet.folder)
            }
            groups[facet] = found
        }
        let places = PlacePanels(collection: collection, groups: groups[.locality] ?? [])
        matrix = lessonMatrix()
        for section in collection.sections {
            let panels = facetPanels(of: section)
            lists.append(home(of: section, facets: panels, places))
            if section.kind == .lesson, let matrix { lists.append(matrix) }
            for facet in Facet.of(section) {
                if let list = index(of: facet) { lists.append(list) }
                for group in groups[facet] ?? [] { lists.append(list(of: group, by: facet, facets: panels, places)) }
            }
        }
        cut()
        feeds = Feed.all(lists: lists, newest: shelf.newest, pageCount: collection.pages.count, paths: &paths)
        let own = Set(collection.files.compactMap(\.rootPath))
        files = PlainFile.allCases.filter {
            $0.isWanted(by: collection.settings, with: collection.pages) && paths.take($0.path)
                && !($0 == .robots && own.contains($0.path))
        }
        redirects = Redirects(collection.pages, paths: &paths)
    }

    /// Topics and places are sections: their home is their index.
    private static func hasIndex(_ facet: Facet) -> Bool { facet != .topic && facet != .locality }

    // MARK: Lists

    private func home(of section: BrowseSection, facets: [BrowseList.Panel], _ places: PlacePanels) -> BrowseList {
        let home = homes[section] ?? (section.path, nil)
        var list = BrowseList(
            path: home.path,
            title: collection.words(section.name),
            summary: collection.words(section.summary),
            introduction: home.introduction,
            section: section,
            layout: .entries,
            facets: facets
        )
        let grouping = BrowseGrouping(collection: collection, groups: groups)
        switch section.content {
        case .kind(let kind):
            list.layout = kind.traits.layout
            list.groups = grouping.arranged(shelf.order.filter { collection.pages[$0].kind == kind }, as: kind.traits)
            if kind == .lesson, let matrix {
                list.panels = [
                    BrowseList.Panel(ways: [
                        BrowseList.Way(label: matrix.title, path: matrix.path, count: 0)
                    ])
                ]
            }
        case .pages(let isNewestFirst):
            let members = shelf.order.filter { collection.section(of: collection.pages[$0]) == section }
            list.groups = isNewestFirst ? [BrowseList.Group(members: newestFirst(members))] : grouping.byLetter(members)
        case .places: (list.layout, list.panels) = (.places, places.byProvince)
        case .topics: list.panels = grouping.panelsByLetter(groups[.topic] ?? [])
        case .missing:
            (list.layout, list.groups) = (.missing, [BrowseList.Group(members: collection.missing.order)])
        }
        return list
    }

    /// Dated pages from the last one back, then the others as they stand.
    private func newestFirst(_ members: [Int]) -> [Int] {
        let dated = shelf.newest.filter(Set(members).contains)
        return dated + members.filter { !dated.contains($0) }
    }

    private mutating func lessonMatrix() -> BrowseList? {
        guard groups[.theme]?.isEmpty == false, let home = BrowseSection.of(.lesson) else { return nil }
        let place = paths.claim(list: "bai-hoc/doi-chieu.html")
        let members = shelf.order.filter { collection.pages[$0].kind == .lesson }
        return BrowseList(
            path: place.path,
            title: collection.word("matrixTitle"),
            summary: collection.word("matrixSummary"),
            introduction: place.introduction,
            section: home,
            layout: .matrix,
            groups: BrowseGrouping(collection: collection, groups: groups).byTheme(members),
            parents: [sectionWay(home)]
        )
    }

    /// The page of all values of a facet.
    private func index(of facet: Facet) -> BrowseList? {
        guard let place = indices[facet], let groups = groups[facet] else { return nil }
        return BrowseList(
            path: place.path,
            title: collection.word(facet.word),
            eyebrow: collection.words(facet.section.name),
            introduction: place.introduction,
            section: facet.section,
            layout: .entries,
            panels: [BrowseList.Panel(ways: groups.map(\.way))],
            parents: [sectionWay(facet.section)]
        )
    }

    private func list(of group: FacetGroup, by facet: Facet, facets: [BrowseList.Panel], _ places: PlacePanels)
        -> BrowseList
    {
        let above =
            indices[facet].map { [BrowseList.Way(label: collection.word(facet.word), path: $0.path, count: 0)] } ?? []
        var list = BrowseList(
            path: group.path,
            title: group.label,
            eyebrow: collection.word(facet.word),
            introduction: group.introduction,
            section: facet.section,
            layout: facet.layout,
            facet: facet,
            facets: facets,
            parents: [sectionWay(facet.section)] + above
        )
        let grouping = BrowseGrouping(collection: collection, groups: groups)
        switch facet {
        case .theme: list.groups = grouping.byPlace(group.pages)
        case .topic, .locality: list.groups = grouping.byKind(group.pages)
        default: list.groups = [BrowseList.Group(members: group.pages)]
        }
        if facet == .locality {
            list.facets = []
            list.panels = places.around(group.key)
        }
        if facet == .lessonSource, let source = collection.page(group.key) {
            let way = BrowseList.Way(label: group.label, path: source.url, count: 0)
            list.panels = [BrowseList.Panel(heading: collection.word("readSource"), ways: [way])]
        }
        return list
    }

    private func sectionWay(_ section: BrowseSection) -> BrowseList.Way {
        BrowseList.Way(label: collection.words(section.name), path: homes[section]?.path ?? section.path, count: 0)
    }

    private func facetPanels(of section: BrowseSection) -> [BrowseList.Panel] {
        Facet.of(section).filter(Self.hasIndex).compactMap { facet in
            guard let groups = groups[facet], !groups.isEmpty else { return nil }
            var shown = groups
            if groups.count > Self.shown, facet.order == .name {
                let largest = groups.indices.sorted { (groups[$1].pages.count, $0) < (groups[$0].pages.count, $1) }
                shown = largest.prefix(Self.shown).sorted().map { groups[$0] }
            }
            return BrowseList.Panel(
                heading: collection.word(facet.word),
                path: indices[facet]?.path,
                ways: shown.prefix(Self.shown).map(\.way)
            )
        }
    }

    /// Cuts every list into pages; a list without entries is one page.
    private mutating func cut() {
        for (number, list) in lists.enumerated() {
            let size = list.layout.pageSize ?? max(1, list.count)
            let count = max(1, (list.count + size - 1) / size)
            let first = pages.count
            for page in 1...count {
                let range = (page - 1) * size..<min(page * size, list.count)
                pages.append(
                    ListPage(
                        path: paths.claim(page: page, of: list.path),
                        list: number,
                        number: page,
                        first: first,
                        count: count,
                        range: range
                    )
                )
            }
        }
    }
}

extension FacetGroup {
    /// The way to the group's list.
    var way: BrowseList.Way { BrowseList.Way(label: label, path: path, count: pages.count) }

    /// What the list's file is named after: the value, or where it has one its id (`lam-dong`, the name of a file).
    fileprivate func name(for facet: Facet) -> String {
        guard facet.hasIDs, let name = key.split(separator: "/").last else { return label }
        return name.hasSuffix(".md") ? String(name.dropLast(3)) : String(name)
    }
}
