/// What one page has to do with a document, from the active side.
///
/// The raw value is the key in front matter and in exports. A new relation is a case, its row in `row`, its words in
/// `strings/`, and where running text states it its phrases in `relations.tsv`.
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

    /// Its row in the table of relations.
    public var traits: RelationTraits { Self.table[self] ?? row }

    private static let table = Dictionary(uniqueKeysWithValues: allCases.map { ($0, $0.row) })

    private var row: RelationTraits {
        switch self {
        case .cites: RelationTraits("văn bản được viện dẫn", order: 12, isDirected: false, properties: [.citation])
        case .basedOn:
            RelationTraits(
                "văn bản làm căn cứ", order: 1, carrying: .unlessDocument, isGround: true, properties: [.citation])
        case .implements:
            RelationTraits(
                "văn bản được triển khai", order: 2, carrying: .always, isGround: true, properties: [.applies])
        case .guides:
            RelationTraits(
                "văn bản được hướng dẫn", order: 3, carrying: .always, isGround: true, properties: [.applies])
        case .amends:
            RelationTraits("văn bản được sửa đổi, bổ sung", order: 6, effect: .changes, properties: [.changes])
        case .replaces:
            RelationTraits("văn bản được thay thế", order: 8, effect: .ends, properties: [.changes, .repeals])
        case .repeals: RelationTraits("văn bản bị bãi bỏ", order: 9, effect: .ends, properties: [.repeals])
        case .corrects: RelationTraits("văn bản được đính chính", order: 5, effect: .changes, properties: [.changes])
        case .consolidates:
            RelationTraits("văn bản được hợp nhất", order: 7, effect: .changes, properties: [.consolidates])
        case .reviews: RelationTraits("văn bản được sơ kết, tổng kết, xem xét", order: 10, carrying: .always)
        case .coordinates: RelationTraits("văn bản cùng phối hợp thực hiện", order: 4, isDirected: false)
        case .drawnFrom:
            RelationTraits("nguồn của bài học", order: 11, carrying: .always, isStatedInRelations: false)
        }
    }

    /// The relations that `relations` in front matter has keys for, in the order in which readers ask.
    public static let stated = allCases.filter(\.traits.isStatedInRelations)
        .sorted { $0.traits.order < $1.traits.order }

    /// Whether the relation takes away from, or adds to, what the other document says.
    public var changesItsTarget: Bool { traits.effect != .none }

    /// Whether the other document no longer stands.
    public var endsItsTarget: Bool { traits.effect == .ends }

    /// In the order of declaration, from weak to strong ties of content.
    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
