/// An end of a link: a page of the collection, or a document it lacks.
public enum GraphNode: Hashable, Sendable, Comparable {
    /// A page of any kind, by its content path.
    case page(String)
    case missing(MissingDocument)

    /// The content path, for a page.
    public var path: String? {
        if case .page(let path) = self { path } else { nil }
    }

    /// Pages by path, then missing documents in their order.
    public static func < (left: Self, right: Self) -> Bool {
        switch (left, right) {
        case (.page(let mine), .page(let theirs)): mine < theirs
        case (.missing(let mine), .missing(let theirs)): mine < theirs
        case (.page, .missing): true
        case (.missing, .page): false
        }
    }
}
