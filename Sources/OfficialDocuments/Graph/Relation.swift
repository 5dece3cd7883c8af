/// What one page has to do with a document, from the active side.
///
/// The raw value is the key in front matter and in exports.
public enum Relation: String, Sendable, CaseIterable, Comparable {
    case cites
    case basedOn = "based-on"
    case implements
    case guides
    case amends
    case replaces
    case repeals
    case corrects
    case consolidates
    case reviews
    case coordinates
    /// A lesson or model was drawn from this review or document (`source` in front matter).
    case drawnFrom = "source"

    /// In the order of declaration, from weak to strong ties of content.
    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
