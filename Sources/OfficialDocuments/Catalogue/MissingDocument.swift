import VietnameseText

/// A document that pages cite and the collection lacks: as much of its identity as is stated.
public struct MissingDocument: Hashable, Sendable, Comparable {
    /// Its number; the serial as written.
    public var number: DocumentNumber
    /// Id of the place that issued it, or the place as stated where the gazetteer lacks it. `nil` when nothing tells,
    /// and for documents of the centre.
    public var place: String?
    /// The date stated beside its number.
    public var date: PartialDate?

    /// Takes the parts as they are.
    public init(number: DocumentNumber, place: String? = nil, date: PartialDate? = nil) {
        self.number = number
        self.place = place
        self.date = date
    }

    /// Name of its page without folder and extension: `24-ct-tu-lam-dong-2018-02-27`. Two documents can share it; see
    /// `MissingDocuments.slug(of:)`.
    public var slug: String {
        let parts = [Slug.make(number.description), place.map { Slug.make($0) }, date?.iso]
        return parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: "-")
    }

    /// Whether both can be the same document: one number, as far as both tell it, and nothing stated that contradicts.
    public func agrees(with other: MissingDocument) -> Bool {
        guard key == other.key || (isPartial || other.isPartial) && openKey == other.openKey else { return false }
        if let place, let theirs = other.place, place != theirs { return false }
        if let date, let theirs = other.date, !date.agrees(with: theirs) { return false }
        return true
    }

    /// What is stated by either, where both can be the same document.
    func merged(with other: MissingDocument) -> MissingDocument {
        var result = self
        result.place = place ?? other.place
        // The longer ISO form is the date known more closely.
        result.date = [date, other.date].compactMap { $0 }.max { ($0.iso.count, $0) < ($1.iso.count, $1) }
        if isPartial == other.isPartial {
            if other.number.description < number.description { result.number = other.number }
        } else if isPartial {
            result.number = other.number
        }
        return result
    }

    var key: NumberKey { number.key }

    /// Whether nobody says whose it is: "Thông tư 76/2024".
    var isPartial: Bool { number.issuer.isEmpty }

    /// What "Thông tư 76/2024" and 76/2024/TT-BTC have in common.
    var openKey: NumberKey {
        var open = number
        open.issuer = ""
        return open.key
    }

    /// By number, then place, then date; what is not stated comes first.
    public static func < (left: Self, right: Self) -> Bool {
        if left.key != right.key { return left.key < right.key }
        return left.details < right.details
    }

    private var details: (String, String, String) { (place ?? "", date?.iso ?? "", number.description) }
}
