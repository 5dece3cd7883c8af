/// What a relation means to those who read, draw and check the graph: its row in the one table of relations.
public struct RelationTraits: Sendable {
    /// For editors, in Vietnamese: what the documents named under its key are to the page.
    public let meaning: String
    /// Place in the order in which readers ask: grounds before changes, carrying out before looking back, what was learnt
    /// and shown last.
    public let order: Int
    /// What it does to the other document.
    public let effect: Effect
    /// Whether it leads from a document down to what carries it out.
    public let carrying: Carrying
    /// Whether the other document is a ground that the page rests on.
    public let isGround: Bool
    /// Whether it leads from a later document to an earlier one, so that a circle is a mistake.
    public let isDirected: Bool
    /// Whether `relations` in front matter has a key for it; else it has one of its own.
    public let isStatedInRelations: Bool
    /// The properties of schema.org's Legislation that say it of two documents.
    public let properties: [LegislationProperty]

    /// What is left of the document at the other end.
    public enum Effect: Sendable {
        case none
        /// Something is taken from, or added to, what it says.
        case changes
        /// It no longer stands.
        case ends
    }

    /// Whether the source carries out the target.
    public enum Carrying: Sendable {
        case never
        /// A document is based on many laws it does not carry out; a model or lesson is based on what it carries out.
        case unlessDocument
        case always
    }

    init(
        _ meaning: String, order: Int, effect: Effect = .none, carrying: Carrying = .never, isGround: Bool = false,
        isDirected: Bool = true, isStatedInRelations: Bool = true, properties: [LegislationProperty] = []
    ) {
        self.meaning = meaning
        self.order = order
        self.effect = effect
        self.carrying = carrying
        self.isGround = isGround
        self.isDirected = isDirected
        self.isStatedInRelations = isStatedInRelations
        self.properties = properties
    }
}

/// Properties of schema.org's Legislation that lead to other documents, in the order pages state them.
public enum LegislationProperty: String, Sendable, CaseIterable {
    case changes = "legislationChanges"
    case repeals = "legislationRepeals"
    case consolidates = "legislationConsolidates"
    case applies = "legislationApplies"
    case citation
}
