/// A section of a site: a folder that a reader enters it by.
package struct BrowseSection: Sendable, Hashable {
    /// Its folder in the output, which is what it is told apart by: `van-ban`.
    package let folder: String
    /// What it holds.
    package let content: Content
    /// Place among the sections.
    package let order: Int
    /// Whether the menu and the start page lead to it.
    package let isInMenu: Bool
    /// Its name.
    package let name: Words
    /// The sentence that says what it holds.
    package let summary: Words
    /// The line that invites into it.
    package let way: Words

    /// What a section holds.
    package enum Content: Sendable, Hashable {
        /// The pages of a kind.
        case kind(PageKind)
        case places
        case topics
        /// The documents that pages cite and the collection lacks: the editors' list.
        case missing
        /// The pages of a folder that `site.yaml` makes a section.
        case pages(isNewestFirst: Bool)
    }

    /// Words of the interface, or of the site.
    package enum Words: Sendable, Hashable {
        /// A key of the interface strings.
        case key(String)
        /// The words themselves.
        case text(String)
    }

    package init(
        folder: String, _ content: Content, order: Int, isInMenu: Bool, name: Words, summary: Words, way: Words
    ) {
        self.folder = folder
        self.content = content
        self.order = order
        self.isInMenu = isInMenu
        self.name = name
        self.summary = summary
        self.way = way
    }

    private init(folder: String, _ content: Content, order: Int, words: String) {
        self.init(
            folder: folder, content, order: order, isInMenu: true, name: .key("section" + words),
            summary: .key("summary" + words), way: .key("way" + words))
    }

    package static let places = BrowseSection(folder: "dia-phuong", .places, order: 50, words: "Localities")
    package static let topics = BrowseSection(folder: "chu-de", .topics, order: 60, words: "Topics")
    package static let missing = BrowseSection(
        folder: "chua-co", .missing, order: 80, isInMenu: false, name: .key("missingDocuments"),
        summary: .key("summaryMissing"), way: .text(""))

    private static let byKind: [PageKind: BrowseSection] = Dictionary(
        uniqueKeysWithValues: PageKind.allCases.compactMap { kind in
            guard let folder = kind.folder else { return nil }
            let traits = kind.traits
            return (kind, BrowseSection(folder: folder, .kind(kind), order: traits.order, words: traits.words))
        })

    /// The section whose pages are of `kind`; `nil` for pages that belong to none.
    package static func of(_ kind: PageKind) -> BrowseSection? { byKind[kind] }

    /// The sections every site has, in their order.
    package static let builtIn = (Array(byKind.values) + [places, topics, missing]).sorted { $0.order < $1.order }

    /// Output path of the section's first page: `van-ban/index.html`.
    package var path: String { folder + "/index.html" }

    /// The kind of page it holds; `nil` where it holds several.
    package var kind: PageKind? {
        if case .kind(let kind) = content { kind } else { nil }
    }
}
