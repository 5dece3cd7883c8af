import Diagnostics
import VietnameseText

/// What became of the documents of a collection between two readings: which citations may mean another one now.
///
/// Candidates for a citation share its serial, or its name (`DocumentCatalogue`), and an earlier citation in the same
/// page speaks for a later one only by the same serial. A citation that has neither from a document that changed means
/// what it meant.
public struct CatalogueChange: Sendable {
    private let ids: Set<DocumentRecord.ID>
    /// Whether more changed than where front matter states a number, which only problems tell of.
    private let isOfMeaning: Bool
    private let serials: Set<String>
    private let finder: CitationFinder
    private let names: CitationNames

    /// Compares the documents of two catalogues, which were read with the same `knowledge` and look for the same `names`.
    public init(
        from earlier: [DocumentRecord],
        to later: [DocumentRecord],
        names: CitationNames,
        with knowledge: Knowledge
    ) {
        self.names = names
        finder = CitationFinder(knowledge)
        let (earlier, later) = (Set(earlier), Set(later))
        let changed = earlier.symmetricDifference(later)
        func placeless(_ records: Set<DocumentRecord>) -> Set<DocumentRecord> {
            Set(
                records.intersection(changed).map { record in
                    var record = record
                    record.location = SourceLocation(path: "")
                    return record
                }
            )
        }
        let moved = placeless(earlier).symmetricDifference(placeless(later))
        ids = Set(changed.map(\.id))
        isOfMeaning = !moved.isEmpty
        serials = Set(
            moved.flatMap { record in
                [record.number].compactMap(\.self) + record.aliases.compactMap { Reference.number($0, with: knowledge) }
            }.map { Self.folded($0.serial) }
        )
    }

    /// Whether nothing changed.
    public var isEmpty: Bool { ids.isEmpty }

    /// Whether a citation that was resolved so may be resolved, shown or remarked upon in another way.
    public func mayConcern(_ citation: Citation, _ resolution: Resolution) -> Bool {
        switch resolution.outcome {
        case .resolved(let id) where ids.contains(id): return true
        case .ambiguous(let found) where !ids.isDisjoint(with: found): return true
        default: break
        }
        if resolution.rejections.contains(where: { ids.contains($0.document) }) { return true }
        return isOfMeaning && concerns(citation)
    }

    /// Whether a reference in front matter may mean another document.
    public func mayConcern(reference: String) -> Bool {
        if ids.contains(reference) || ids.contains("\(reference).md") { return true }
        guard isOfMeaning else { return false }
        let found = finder.find(in: Array(reference.utf8), names: names)
        return found.isEmpty || found.contains(where: concerns)
    }

    private func concerns(_ citation: Citation) -> Bool {
        let stated = [citation.number?.serial, citation.serial].compactMap(\.self)
        return citation.kind == .name || stated.isEmpty || stated.contains { serials.contains(Self.folded($0)) }
    }

    private static func folded(_ serial: String) -> String {
        let folded = Folding.fold(serial.lowercased())
        let trimmed = folded.drop { $0 == "0" }
        return trimmed.isEmpty ? folded : String(trimmed)
    }
}
