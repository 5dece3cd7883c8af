/// A document and what came of it, as a tree a page can show.
public struct CascadeTree: Hashable, Sendable {
    /// A step of the political system.
    public enum Level: String, Sendable, CaseIterable, Comparable {
        case central
        case province
        case district
        case commune

        private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

        /// From the centre down.
        public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
    }

    /// A page, or a document that is not in the collection.
    public var node: GraphNode
    /// What ties it to the node above it; `nil` at the root.
    public var relation: Relation?
    /// Whether the tie was read from running text.
    public var isInferred: Bool
    /// The level of the place it comes from.
    public var level: Level
    /// By level, then place, date and path.
    public var children: [CascadeTree]

    /// Takes the parts as they are.
    public init(
        node: GraphNode,
        relation: Relation? = nil,
        isInferred: Bool = false,
        level: Level,
        children: [CascadeTree] = []
    ) {
        self.node = node
        self.relation = relation
        self.isInferred = isInferred
        self.level = level
        self.children = children
    }

    /// The nodes of the tree, each before its children.
    public var flattened: [GraphNode] { [node] + children.flatMap(\.flattened) }
}
