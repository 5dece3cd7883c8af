import VietnameseText

/// What the value of a key looks like in front matter.
public enum ContentShape: Sendable, Equatable {
    case text
    case texts
    /// `2018-02-27`, `27/02/2018`, `02/2018` or `2018`.
    case date
    case flag
    /// A whole number, also in Roman digits.
    case count
    /// One of a few values.
    case choice([AcceptedValue])
    /// A document reference: a number, with date or issuer where the number alone is not enough.
    case reference
    case references
    case locality
    /// A mapping whose every entry takes references.
    case relations([Member])
    /// A list of mappings; where `mayBeText`, a bare text stands for a mapping.
    case records([Member], mayBeText: Bool)

    /// An entry of a mapping within front matter.
    public struct Member: Sendable, Equatable {
        /// As written in front matter.
        public var name: String
        /// For editors, in Vietnamese.
        public var label: String
    }

    /// The entries of its mappings.
    public var members: [Member] {
        switch self {
        case .relations(let members), .records(let members, _): members
        default: []
        }
    }
}

/// A value that a key may have, with the spellings it is read in.
public struct AcceptedValue: Sendable, Equatable {
    /// As the site shows and keeps it, in Vietnamese.
    public var text: String
    /// What is read as the same: English, and other words editors use.
    public var alsoWritten: [String]
    /// All spellings, folded.
    private let folded: [String]

    init(_ text: String, alsoWritten: [String] = []) {
        self.text = text
        self.alsoWritten = alsoWritten
        folded = ([text] + alsoWritten).map(Self.fold)
    }

    /// Whether `text` spells it; case, marks and hyphens do not matter.
    func reads(_ text: String) -> Bool { folded.contains(Self.fold(text)) }

    private static func fold(_ text: String) -> String {
        Folding.fold(text).replacing("-", with: " ").replacing("_", with: " ")
    }
}

/// An enumeration that a key takes one value of. Its raw values are what the site shows.
protocol ContentChoice: RawRepresentable<String>, CaseIterable, Sendable {
    /// English, and other words editors use.
    var alsoWritten: [String] { get }
}

extension ContentChoice {
    /// Every value with its spellings, in the order of declaration.
    static var accepted: [AcceptedValue] { allCases.map { AcceptedValue($0.rawValue, alsoWritten: $0.alsoWritten) } }
}
