import Diagnostics

/// An edge of the graph: who has to do with whom, from the active side.
public struct Link: Hashable, Sendable {
    /// The active side.
    public var source: GraphNode
    /// The receiving side.
    public var target: GraphNode
    /// What the source does to the target.
    public var relation: Relation
    /// True when no front matter states it.
    public var isInferred: Bool
    /// Where it is first stated: in front matter, if there; on the page of the receiving side, if it was said passively.
    public var location: SourceLocation?
    /// The first sentence of running text that states it.
    public var sentence: String?
    /// How many times it is stated.
    public var count: Int

    /// Takes the parts as they are.
    public init(
        source: GraphNode,
        target: GraphNode,
        relation: Relation,
        isInferred: Bool,
        location: SourceLocation? = nil,
        sentence: String? = nil,
        count: Int = 1
    ) {
        self.source = source
        self.target = target
        self.relation = relation
        self.isInferred = isInferred
        self.location = location
        self.sentence = sentence
        self.count = count
    }
}
