/// The documents a citation may mean, while they are being narrowed.
struct Selection {
    private var entries: [Evidence.Entry]
    private var rejections: [Resolution.Rejection] = []
    private let evidence: Evidence
    /// True when an earlier citation may have meant a document that the collection lacks.
    private var isOpen = false

    /// Those documents that a stated type, date or term does not speak against. `candidates` are positions in the
    /// catalogue, `named` those found by alias or title.
    init(
        _ catalogue: DocumentCatalogue,
        _ candidates: [Int],
        named: [Int] = [],
        claim: Claim,
        page: PageContext,
        places: PagePlaces
    ) {
        let evidence = Evidence(claim: claim, page: page)
        self.evidence = evidence
        entries = []
        for (indices, isNamed) in [(candidates, false), (named, true)] {
            for candidate in indices.lazy.map({ catalogue.candidates[$0] }) {
                // Most documents of a much-used number fall by their date, before their place is looked into.
                if let conflict = evidence.attributeConflict(candidate) {
                    rejections.append(Resolution.Rejection(document: candidate.record.id, conflict: conflict))
                    continue
                }
                let place = places.evidence(for: candidate, claim: claim)
                entries.append(Evidence.Entry(candidate: candidate, isNamed: isNamed, place: place))
            }
        }
    }

    func contains(_ id: DocumentRecord.ID) -> Bool { entries.contains { $0.candidate.record.id == id } }

    /// Whether date or issuer, as stated, say that `id` is meant: more than a number that fits.
    func isStated(_ id: DocumentRecord.ID) -> Bool {
        entries.contains { entry in
            guard entry.candidate.record.id == id else { return false }
            if evidence.isExact(entry) { return true }
            if entry.candidate.isLocal { return entry.place == .stated }
            if evidence.claim.issuerCodes.contains(entry.candidate.issuerCode) { return true }
            return evidence.claim.body != nil && evidence.claim.body == entry.candidate.body
        }
    }

    // MARK: What the citation states

    /// Drops what another issuer than the stated one numbered: a short form says nothing of the code.
    mutating func applyIssuer() {
        let codes = evidence.claim.issuerCodes
        guard !codes.isEmpty else { return }
        reject { entry in
            entry.candidate.issuerCode.isEmpty || codes.contains(entry.candidate.issuerCode) ? nil : .body
        }
    }

    /// Drops what a stated place, body or topic speaks against; then prefers what date and issuer fit best.
    mutating func applyStatements() {
        let evidence = evidence
        let claim = evidence.claim
        reject(evidence.statedConflict)
        prefer(evidence.isExact)
        if claim.date != nil { prefer { $0.candidate.record.date != nil } }
        prefer { $0.candidate.isLocal && $0.place == .stated }
        prefer { claim.body != nil && $0.candidate.body == claim.body }
    }

    /// Whether the words behind the citation are worth reading: several documents are left, or the page speaks against one.
    var needsTitle: Bool {
        entries.count > 1 || entries.contains { evidence.pageConflict($0) != nil || evidence.isLater($0) }
    }

    /// Drops the documents whose title the words behind the citation contradict in a numeral, and prefers the one whose
    /// title they are: it outweighs what the page says of itself.
    mutating func applyTitle(_ title: StatedTitle) {
        let agreements = entries.map { title.agreement(with: $0.candidate.title) }
        for (index, agreement) in agreements.enumerated() {
            entries[index].isTitled = agreement == .own
        }
        let contradicted = zip(entries, agreements).filter { $0.1 == .other }.map(\.0.candidate.record.id)
        reject { contradicted.contains($0.candidate.record.id) ? .topic : nil }
        prefer(\.isTitled)
    }

    /// Whether the words behind the citation are the title of the one document left.
    var isTitled: Bool { entries.count == 1 && entries[0].isTitled }

    /// Keeps the documents that earlier citations leave; `isOpen` tells that these may also have meant another.
    mutating func keep(_ ids: [DocumentRecord.ID], isOpen: Bool) {
        prefer { ids.contains($0.candidate.record.id) }
        self.isOpen = isOpen
    }

    // MARK: What the page says

    /// Drops what was issued after the page or belongs to another place than the page; then prefers by place, topic,
    /// type and period.
    mutating func applyPage() {
        let evidence = evidence
        let type = evidence.claim.type
        reject(evidence.pageConflict)
        prefer { !evidence.isLater($0) }
        prefer { $0.place == .page || $0.place == .stated }
        prefer { $0.isTitled || evidence.hasTopic($0) }
        prefer { type != nil && $0.candidate.record.type == type }
        // Of several laws of one name the one that stands is meant, if only one does.
        let standing = entries.filter { $0.isNamed && $0.candidate.lawName != nil && evidence.stands($0) }
        if standing.count == 1, evidence.claim.date == nil { entries = standing }
        if evidence.claim.date == nil { prefer { evidence.period(of: $0) == .same } }
    }

    /// The answer for what is left.
    func resolution() -> Resolution {
        let rejected = rejections.sorted { $0.document < $1.document }
        let ids = entries.map(\.candidate.record.id).sorted()
        guard let first = entries.first else { return Resolution(outcome: .missing, rejections: rejected) }
        // Others fell because they are about something else, and this one does not say what it is about.
        let isLeftOver = rejections.contains { $0.conflict == .topic } && !first.isTitled && !evidence.hasTopic(first)
        guard entries.count == 1, !isOpen, evidence.isProven(first), !isLeftOver || evidence.isExact(first) else {
            return Resolution(outcome: .ambiguous(ids), rejections: rejected)
        }
        return Resolution(outcome: .resolved(first.candidate.record.id), rejections: rejected)
    }

    private mutating func reject(_ conflict: (Evidence.Entry) -> Resolution.Conflict?) {
        var kept: [Evidence.Entry] = []
        for entry in entries {
            if let reason = conflict(entry) {
                rejections.append(Resolution.Rejection(document: entry.candidate.record.id, conflict: reason))
            } else {
                kept.append(entry)
            }
        }
        entries = kept
    }

    /// Keeps the entries that fit, if any does.
    private mutating func prefer(_ fits: (Evidence.Entry) -> Bool) {
        let fitting = entries.filter(fits)
        if !fitting.isEmpty { entries = fitting }
    }
}
