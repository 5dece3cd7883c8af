import VietnameseText

/// A key of front matter: one row of `ContentSchema`.
public struct ContentKey: Sendable {
    /// As written in front matter.
    public let name: String
    /// The kinds of page it belongs to; all when empty.
    public let kinds: [PageKind]
    /// What it is, for editors, in Vietnamese: "Người ký".
    public let label: String
    /// What more there is to say of it, in Vietnamese; empty where the label says all.
    public let note: String
    /// A value as editors write it, as YAML; one of several lines begins with a line break.
    public let example: String
    /// What its value must look like.
    public var shape: ContentShape { value.shape }

    /// How it is read, kept and shown.
    package let value: ContentValue
    /// Where the head of a page shows it.
    package let row: Row?
    /// The lists that its values make.
    package let facets: [Facet]
    /// The filter of search results that its values make.
    package let filter: SearchFilter?
    /// The kinds whose scaffold states it from the start; in others it stands behind `#`.
    let scaffoldedIn: [PageKind]
    /// What editors write in its place, folded: suggested, never read.
    let alsoWritten: Set<String>

    /// A row of the table at the head of a page.
    package struct Row: Sendable {
        /// Key of its name among the interface strings.
        package var word: String
        package var content: Content
        /// The kinds of page that show it; all that have the key when empty.
        package var kinds: [PageKind] = []

        /// What stands in it.
        package enum Content: Sendable {
            /// The value as stated.
            case stated
            /// The canonical number of a document.
            case number
            /// The words for its type, stated or told by its number.
            case type
            /// Whether it stands, as stated or as other documents imply.
            case standing
            /// The place, with what it became part of.
            case place
            /// A row for each result.
            case results
        }

        /// A row for the value as stated.
        static func stated(_ word: String, on kinds: [PageKind] = []) -> Row {
            Row(word: word, content: .stated, kinds: kinds)
        }
    }

    init(
        _ name: String,
        _ value: ContentValue,
        in kinds: [PageKind] = [],
        _ label: String,
        note: String = "",
        example: String,
        alsoWritten: [String],
        row: Row? = nil,
        facets: [Facet] = [],
        filter: SearchFilter? = nil,
        scaffoldedIn: [PageKind] = []
    ) {
        self.name = name
        self.value = value
        self.kinds = kinds
        self.label = label
        self.note = note
        self.example = example
        self.alsoWritten = Set(alsoWritten.map { Folding.fold($0) })
        self.row = row
        self.facets = facets
        self.filter = filter
        self.scaffoldedIn = scaffoldedIn
    }

    /// Whether pages of `kind` may have it.
    public func belongs(to kind: PageKind) -> Bool { kinds.isEmpty || kinds.contains(kind) }

    /// The facet of pages of `kind` by the value as their attributes show it.
    package func facet(of kind: PageKind) -> Facet? { facets.first { $0.kind == kind && $0.takesShownValues } }

    /// The key with its example, as front matter has them.
    public var exampleLines: String { example.hasPrefix("\n") ? "\(name):\(example)" : "\(name): \(example)" }
}
