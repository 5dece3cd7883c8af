import VietnameseText

/// What documents that can be cited by the same number have in common, as text that sorts.
struct CandidateKey: Hashable, Sendable, Comparable {
    private let text: String

    init(_ number: DocumentNumber) {
        let parts = [
            Self.serial(number.serial), number.type.map(TypeClass.of) ?? "", Folding.fold(number.issuer),
            number.year.map(String.init) ?? "",
        ]
        text = parts.joined(separator: "|")
    }

    static func < (left: Self, right: Self) -> Bool { left.text < right.text }

    /// Without leading zeros, in lower case.
    static func serial(_ serial: String) -> String {
        let folded = Folding.fold(serial)
        let trimmed = folded.drop { $0 == "0" }
        return trimmed.isEmpty ? folded : String(trimmed)
    }
}
