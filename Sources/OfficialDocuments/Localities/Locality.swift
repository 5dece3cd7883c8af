import Diagnostics

/// A place that issues documents: a province, district or commune, with the time it existed.
public struct Locality: Hashable, Sendable, Identifiable {
    /// A step of the administration below the centre.
    public enum Level: String, Sendable, CaseIterable, Comparable {
        case province
        case district
        case commune

        private var rank: Int {
            switch self {
            case .province: 0
            case .district: 1
            case .commune: 2
            }
        }

        /// Provinces before districts before communes.
        public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
    }

    /// A slug, such as `lam-dong`.
    public var id: String
    /// Without the word for its kind: "Lâm Đồng", "Phước Long".
    public var name: String
    /// "tỉnh", "thị xã": what tells thị xã Phước Long from huyện Phước Long. `nil` where it is not stated.
    public var unit: AdministrativeUnit?
    /// Province, district or commune.
    public var level: Level
    /// Id of the place it lies in; `nil` for a province.
    public var parent: String?
    /// First day on which it existed; `nil` when that is not stated.
    public var validFrom: PartialDate?
    /// First day on which it no longer existed; `nil` while it stands.
    public var validTo: PartialDate?
    /// Id of the place that it became part of.
    public var successor: String?
    /// Other spellings of the name: "Bắc Cạn".
    public var otherNames: [String]
    /// Where a site states it; `nil` for a built-in place.
    public var location: SourceLocation?

    /// A word for the kind of place in front of `name` ("thị xã Phước Long") is taken off and kept as `unit`.
    public init(
        id: String,
        name: String,
        level: Level,
        parent: String? = nil,
        validFrom: PartialDate? = nil,
        validTo: PartialDate? = nil,
        successor: String? = nil,
        otherNames: [String] = [],
        location: SourceLocation? = nil
    ) {
        self.id = id
        (unit, self.name) = Self.split(name, level: level)
        self.level = level
        self.parent = parent
        self.validFrom = validFrom
        self.validTo = validTo
        self.successor = successor
        self.otherNames = otherNames
        self.location = location
    }

    /// Unit and name together: "thị xã Phước Long".
    public var fullName: String {
        guard let unit else { return name }
        return "\(unit.rawValue) \(name)"
    }

    /// Whether it can be called by `unit`. A place whose own word is not known goes by its level.
    public func goes(by unit: AdministrativeUnit) -> Bool {
        if let own = self.unit { return own == unit && unit.levels.contains(level) }
        return unit.levels.contains(level)
    }

    /// Whether it already existed on `date`; unknown dates do not speak against it.
    public func existed(by date: PartialDate?) -> Bool {
        guard let date, let validFrom else { return true }
        return date >= validFrom || date.agrees(with: validFrom)
    }

    private static func split(_ name: String, level: Level) -> (AdministrativeUnit?, String) {
        let words = name.split(separator: " ", omittingEmptySubsequences: true)
        let read = AdministrativeUnit.read(PhraseWord.words(of: name), at: 0)
        guard let (unit, count) = read, unit.levels.contains(level), words.count > count else { return (nil, name) }
        return (unit, words.dropFirst(count).joined(separator: " "))
    }
}
