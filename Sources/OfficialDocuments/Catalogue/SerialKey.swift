import VietnameseText

/// What a short form says: the "Chỉ thị 24" that may be 24-CT/TU or 24/CT-TTg.
struct SerialKey: Hashable, Sendable {
    private let typeClass: String
    private let serial: String

    /// Leading zeros and case of `serial` do not matter.
    init(typeClass: String, serial: String) {
        self.typeClass = typeClass
        let folded = Folding.fold(serial)
        let trimmed = folded.drop { $0 == "0" }
        self.serial = trimmed.isEmpty ? folded : String(trimmed)
    }
}
