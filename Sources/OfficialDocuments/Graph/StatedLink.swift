import Diagnostics

/// One statement of a page that it, or a document it speaks of, has to do with another.
public struct StatedLink: Hashable, Sendable {
    /// The page or document the statement is about.
    public var other: GraphNode
    /// From the active side.
    public var relation: Relation
    /// True when the page is on the receiving side: "được thay thế bởi".
    public var isPassive: Bool
    /// True when it was read from running text, false when front matter says it.
    public var isInferred: Bool
    /// Where it is stated.
    public var location: SourceLocation?
    /// The sentence that cites, for a statement in running text.
    public var sentence: String?

    /// Takes the parts as they are.
    public init(
        other: GraphNode,
        relation: Relation,
        isPassive: Bool = false,
        isInferred: Bool,
        location: SourceLocation? = nil,
        sentence: String? = nil
    ) {
        self.other = other
        self.relation = relation
        self.isPassive = isPassive
        self.isInferred = isInferred
        self.location = location
        self.sentence = sentence
    }

    /// What a citation in running text states; `nil` for one that is ambiguous, or missing without a number.
    ///
    /// A page that is no document itself does not amend, replace or repeal, nor is it carried out by a document: such a
    /// phrase there speaks of others, and the page only cites.
    public init?(
        citation: Citation,
        resolution: Resolution,
        on page: PageContext,
        location: SourceLocation? = nil,
        sentence: String? = nil
    ) {
        switch resolution.outcome {
        case .resolved(let id): other = .page(id)
        case .ambiguous: return nil
        case .missing:
            guard let missing = resolution.missing else { return nil }
            other = .missing(missing)
        }
        // A document changes others and has things done to it; any other page only does things.
        let isDocument = page.document != nil
        if let phrase = citation.relation, isDocument || !(phrase.isPassive || phrase.relation.changesItsTarget) {
            relation = phrase.relation
            isPassive = phrase.isPassive
        } else {
            relation = .cites
            isPassive = false
        }
        isInferred = true
        self.location = location
        self.sentence = sentence
    }
}

/// All that one page states.
public struct PageLinks: Sendable {
    /// The page that states.
    public var page: PageContext
    /// In reading order.
    public var links: [StatedLink]

    /// Takes the parts as they are.
    public init(page: PageContext, links: [StatedLink]) {
        self.page = page
        self.links = links
    }
}
