/// One page as the search index sees it.
public struct SearchDocument: Sendable {
    /// The page's path in the output, such as `van-ban/24-ct-tu-lam-dong.html`.
    public var url: String
    /// As the page is headed.
    public var title: String
    /// Canonical document number, if the page is an official document.
    public var number: String?
    /// Other names and spellings that lead to the page: aliases, misprints.
    public var aliases: [String]
    /// What the page is about, in a sentence or two; may be empty.
    public var summary: String
    /// Headings in order, each with its anchor in the page.
    public var headings: [Heading]
    /// The visible text of the page, a paragraph an element, in reading order.
    public var body: [Paragraph]
    /// Values of the facets the page can be filtered by: `kind`, `type`, `issuer`, `locality`, `year`, `field`,
    /// `form`, `stage`, `theme`, `status`; each with every value that applies (a locality and its successors).
    public var facets: [String: [String]]
    /// ISO date for sorting.
    public var date: String?
    /// Where it belongs, as a result shows it: "Lâm Đồng".
    public var place: String?
    /// What the page answers to though it does not say so: its kind and which of them it is, its place, the places that
    /// cover that one, what it was called before.
    public var hints: [String]
    /// Canonical numbers the page cites without it being certain which of their documents is meant.
    public var uncertain: [String]

    /// A heading and the anchor that leads to it.
    public struct Heading: Sendable {
        /// Without markup.
        public var text: String
        /// The id of its element, without `#`.
        public var anchor: String

        /// A heading.
        public init(text: String, anchor: String) {
            self.text = text
            self.anchor = anchor
        }
    }

    /// A block of visible text and the heading it stands under.
    public struct Paragraph: Sendable {
        /// Without markup.
        public var text: String
        /// Index into `headings` of the nearest heading above, if any.
        public var heading: Int?

        /// A paragraph, under no heading unless one is named.
        public init(text: String, heading: Int? = nil) {
            self.text = text
            self.heading = heading
        }
    }

    /// A page; what it lacks stays empty.
    public init(
        url: String,
        title: String,
        number: String? = nil,
        aliases: [String] = [],
        summary: String = "",
        headings: [Heading] = [],
        body: [Paragraph] = [],
        facets: [String: [String]] = [:],
        date: String? = nil,
        place: String? = nil,
        hints: [String] = [],
        uncertain: [String] = []
    ) {
        self.url = url
        self.title = title
        self.number = number
        self.aliases = aliases
        self.summary = summary
        self.headings = headings
        self.body = body
        self.facets = facets
        self.date = date
        self.place = place
        self.hints = hints
        self.uncertain = uncertain
    }
}
