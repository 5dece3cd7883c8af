import OfficialDocuments

/// A way to sort pages into lists: by type, by issuer, by theme … It stands in the row of the key it sorts by.
package struct Facet: Sendable, Hashable {
    /// What it is told apart by.
    package let name: String
    /// The kind of page it sorts; `nil` for every kind.
    package let kind: PageKind?
    /// Folder of its lists in the output.
    package let folder: String
    /// Place among the facets of its section.
    package let rank: Int
    /// Key of its name among the interface strings.
    package let word: String
    /// What it takes from a page.
    package let values: Values
    /// The section its lists belong to.
    package let section: BrowseSection
    /// How a list of pages with one value looks.
    package let layout: ListLayout

    /// What a facet takes from a page.
    package enum Values: Sendable {
        /// The value of the key as readers see it.
        case stated(key: String)
        /// The values of a choice, in their own order.
        case ranked(key: String)
        /// The words for the type of a document.
        case type
        /// A year, the last one first.
        case year(@Sendable (PageHead) -> Int?)
        /// Whether a document stands, as stated or as others imply.
        case standing
        /// Of which level a document is.
        case level
        /// The place and what covers it, by id.
        case places
        /// What a lesson was drawn from, by content path.
        case source
        /// Topics and tags; an author may write the same as either.
        case topics
    }

    /// In which order its values are listed.
    package enum Order {
        /// The Vietnamese alphabet.
        case name
        /// As ranked: levels from the centre down, statuses, years from the last one back.
        case rank
    }

    /// A facet of pages of `kind`.
    init(
        _ name: String, of kind: PageKind, in folder: String, rank: Int, _ values: Values, word: String? = nil,
        layout: ListLayout? = nil
    ) {
        self.name = name
        self.kind = kind
        self.folder = folder
        self.rank = rank
        self.word = word ?? "facet-" + name
        self.values = values
        section = BrowseSection.of(kind) ?? .topics
        self.layout = layout ?? kind.traits.layout
    }

    /// A facet of pages of every kind, which has a section of its own.
    private init(_ name: String, section: BrowseSection, _ values: Values, word: String) {
        self.name = name
        kind = nil
        folder = section.folder
        rank = 1
        self.word = word
        self.values = values
        self.section = section
        layout = .entries
    }

    package static func == (left: Facet, right: Facet) -> Bool { left.name == right.name }
    package func hash(into hasher: inout Hasher) { hasher.combine(name) }

    /// Whether its values are ids and not words.
    package var hasIDs: Bool {
        switch values {
        case .places, .source: true
        default: false
        }
    }

    /// Whether a value as an attribute shows it is one of its own.
    var takesShownValues: Bool {
        switch values {
        case .stated, .ranked, .type: true
        default: false
        }
    }

    package var order: Order {
        switch values {
        case .ranked, .year, .standing, .level: .rank
        case .stated, .type, .places, .source, .topics: .name
        }
    }

    /// Every facet: those of the keys, section by section in the order they are offered.
    package static let all = ContentSchema.keys.flatMap(\.facets)
        .sorted { ($0.section.order, $0.rank) < ($1.section.order, $1.rank) }

    /// The facets of a section, in the order they are offered.
    package static func of(_ section: BrowseSection) -> [Facet] { all.filter { $0.section == section } }

    // MARK: Facets that views ask for by name

    package static let documentType = Facet("documentType", of: .document, in: "van-ban/loai", rank: 1, .type)
    package static let issuer = Facet("issuer", of: .document, in: "co-quan", rank: 2, .stated(key: "issuer"))
    package static let theme = Facet(
        "theme", of: .lesson, in: "chu-de-bai-hoc", rank: 1, .stated(key: "theme"), layout: .comparison)
    package static let lessonPlace = place("lessonPlace", of: .lesson, rank: 2)
    package static let lessonSource = Facet("lessonSource", of: .lesson, in: "bai-hoc/nguon", rank: 3, .source)
    package static let field = Facet("field", of: .model, in: "linh-vuc", rank: 1, .stated(key: "field"))
    package static let modelPlace = place("modelPlace", of: .model, rank: 2)
    package static let modelYear = Facet(
        "modelYear", of: .model, in: "mo-hinh/nam", rank: 5, .year { $0.modelYear }, word: "facet-year")
    package static let topic = Facet("topic", section: .topics, .topics, word: "facet-topic")
    /// The place of pages of every kind, with what lies in it and what became part of it.
    package static let locality = Facet("locality", section: .places, .places, word: "facet-place")

    /// The places of pages of one kind.
    static func place(_ name: String, of kind: PageKind, rank: Int) -> Facet {
        Facet(name, of: kind, in: (kind.folder ?? "") + "/noi", rank: rank, .places, word: "facet-place")
    }
}

extension PageHead {
    /// The year a model is counted under.
    package var modelYear: Int? { YearText.read(recognised ?? registered ?? period) }
}
