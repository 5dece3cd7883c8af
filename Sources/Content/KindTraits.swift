import OfficialDocuments

/// What a kind of page means to lists, views and machines: its row in the one table of kinds.
package struct KindTraits: Sendable {
    /// What its pages are, for editors, in Vietnamese.
    package let label: String
    /// The top-level folder under `content/` whose pages are of the kind; `nil` for pages that lie anywhere.
    package let folder: String?
    /// What the keys of its section's words end in: `Documents` for `sectionDocuments`, `summaryDocuments`, `wayDocuments`.
    package let words: String
    /// Place of its section among the sections of a site; those of `site.yaml` stand between by theirs.
    package let order: Int
    /// Place among kinds where pages of several are shown together.
    package let rank: Int
    /// The template of its pages.
    package let template: String
    /// How lists of its pages look.
    package let layout: ListLayout
    /// How its section groups them.
    package let arrangement: Arrangement
    /// The order in which lists show them.
    package let shelf: Shelf
    /// Whether their heads show place and date.
    package let hasByline: Bool
    /// Whether they are news on the start page and events of a timeline.
    package let isNews: Bool
    /// Whether they stand in the tree of what carries a document out.
    package let isInTree: Bool
    /// The heading over those of its pages that do something to a document.
    package let says: Words
    /// That heading for relations that have another.
    package let saysOf: [Relation: Words]
    /// What schema.org calls them.
    package let type: StructuredType

    /// The groups of a list.
    package enum Arrangement: Sendable {
        case none, byTheme, byLetter
    }

    /// The order of a list.
    package enum Shelf: Sendable {
        /// Undated pages behind.
        case newestFirst
        /// By source, ordinal and title.
        case byTitle
    }

    /// Where the words of a heading come from.
    package enum Words: Sendable {
        /// From the relation, as of documents.
        case relation
        /// From this key of the interface strings.
        case word(String)
    }

    /// Types of schema.org.
    package enum StructuredType: Sendable {
        case legislation, definedTerm, article
    }

    init(
        _ label: String, folder: String?, words: String, order: Int, rank: Int, template: String = "page",
        layout: ListLayout = .entries, arrangement: Arrangement = .none, shelf: Shelf = .byTitle,
        hasByline: Bool = true, isNews: Bool = true, isInTree: Bool = false, says: Words = .word("pagesOn"),
        saysOf: [Relation: Words] = [:], type: StructuredType = .article
    ) {
        self.label = label
        self.folder = folder
        self.words = words
        self.order = order
        self.rank = rank
        self.template = template
        self.layout = layout
        self.arrangement = arrangement
        self.shelf = shelf
        self.hasByline = hasByline
        self.isNews = isNews
        self.isInTree = isInTree
        self.says = says
        self.saysOf = saysOf
        self.type = type
    }
}
