/// Finds the citations of a page: numbers of every family, lists with the code left out, short forms, names.
public struct CitationFinder: Sendable {
    let grammar: NumberGrammar
    /// The names that the language itself makes.
    private let wordsAlone: CitationNames

    /// A finder that knows what `knowledge` holds.
    public init(_ knowledge: Knowledge) {
        grammar = NumberGrammar(knowledge)
        wordsAlone = CitationNames([], with: knowledge)
    }

    /// What a text holds.
    public struct Findings: Sendable {
        /// In reading order.
        public var citations: [Citation]
        /// Numbers that are nearly written, in reading order.
        public var nearMisses: [NearMiss]
    }

    /// The citations in `text`, in reading order; see `read(_:names:own:)`.
    public func find(in text: [UInt8], names: CitationNames? = nil, own: DocumentNumber? = nil) -> [Citation] {
        read(text, names: names, own: own).citations
    }

    /// The citations in `text` and what is nearly one.
    ///
    /// `text` is the UTF-8 of one page, composed or not; blocks are parted by an empty line, which no citation
    /// crosses. Ranges are offsets in `text`. One call is one page: short forms refer to what the page says elsewhere.
    /// `own` is the page's own number where it is known from elsewhere: "Nghị quyết này" is then the page itself.
    public func read(_ text: [UInt8], names: CitationNames? = nil, own: DocumentNumber? = nil) -> Findings {
        var scan = CitationScan(text: ByteText(text), grammar: grammar, names: names ?? wordsAlone)
        scan.run()
        var page = PageCitations(
            text: scan.text, found: scan.takeFound(), own: own, knowledge: grammar.knowledge, typeNames: wordsAlone)
        page.settle()
        return Findings(citations: page.citations, nearMisses: scan.nearMisses)
    }
}
