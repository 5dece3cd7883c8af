/// One sentence in the two languages the tool speaks.
public struct Message: Hashable, Sendable, Codable {
    /// The sentence in Vietnamese.
    public var vietnamese: String
    /// The sentence in English.
    public var english: String

    /// One sentence, said twice.
    public init(vi vietnamese: String, en english: String) {
        self.vietnamese = vietnamese
        self.english = english
    }

    /// The sentence in `language`.
    public func text(in language: Language) -> String {
        switch language {
        case .vietnamese: vietnamese
        case .english: english
        }
    }
}

/// A language the tool prints messages in.
public enum Language: String, Sendable, CaseIterable {
    case vietnamese = "vi"
    case english = "en"
}
