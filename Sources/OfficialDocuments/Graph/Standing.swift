/// Whether a document stands, as its page states or as other documents imply.
public struct Standing: Hashable, Sendable {
    /// The status to show.
    public var status: DocumentStatus
    /// True when the status follows from another document and is not stated.
    public var isDerived: Bool
    /// The document that replaced or repealed it.
    public var successor: GraphNode?
    /// The document that stands now, at the end of the chain of successors; `nil` if that is `successor`.
    public var current: GraphNode?

    /// Whether readers must be sent on to another document.
    public var isSuperseded: Bool { successor != nil && (status == .expired || status == .unknown) }

    /// Takes the parts as they are.
    public init(status: DocumentStatus, isDerived: Bool = false, successor: GraphNode? = nil, current: GraphNode? = nil)
    {
        self.status = status
        self.isDerived = isDerived
        self.successor = successor
        self.current = current
    }
}
