/// Which places a page means when it names none.
struct PagePlaces: Sendable {
    /// What speaks for or against a document of a place.
    enum Evidence: Hashable, Sendable {
        /// The citation names another place.
        case otherStated
        /// The page is of another place, and the citation names none.
        case otherPage
        /// Neither says anything.
        case none
        /// The page is of the place, or lies in it.
        case page
        /// The citation names the place, or the document is of the centre and has none.
        case stated
    }

    private let localities: Localities
    /// The page's place, then what it lies in; empty when the page names none.
    private let own: [Locality.ID]
    /// What those became part of, and since when.
    private let successors: [(place: Locality.ID, since: PartialDate)]

    init(_ page: PageContext, localities: Localities) {
        self.localities = localities
        let own = page.locality.map { [$0] + localities.ancestors(of: $0) } ?? []
        self.own = own
        successors = own.flatMap { id in
            guard let ended = localities[id]?.validTo else { return [(place: Locality.ID, since: PartialDate)]() }
            return localities.successors(of: id).map { ($0, ended) }
        }
    }

    /// What `claim` and the page say about `candidate`'s place.
    func evidence(for candidate: Candidate, claim: Claim) -> Evidence {
        guard candidate.isLocal else {
            // A document of the centre: "của Tỉnh ủy Lâm Đồng" beside its number means another's.
            if case .places = claim.place { return .otherStated }
            return .stated
        }
        guard let place = candidate.place else { return .none }
        switch claim.place {
        case .unknown: return .otherStated
        case .places(let ids):
            guard ids.contains(place) else { return .otherStated }
            return ids.count == 1 ? .stated : pageEvidence(place, candidate.record, unit: nil)
        case .unit(let unit):
            if let locality = localities[place], !locality.goes(by: unit) { return .otherStated }
            return pageEvidence(place, candidate.record, unit: unit)
        case .none: return pageEvidence(place, candidate.record, unit: nil)
        }
    }

    /// The place that a number with no place beside it belongs to, as far as the page tells.
    func expected(for number: DocumentNumber, unit: AdministrativeUnit?) -> Locality.ID? {
        own.first { fits($0, unit: unit, number: number) } ?? (unit == nil ? own.first : nil)
    }

    private func pageEvidence(_ place: Locality.ID, _ record: DocumentRecord, unit: AdministrativeUnit?) -> Evidence {
        if own.isEmpty { return .none }
        if let index = own.firstIndex(of: place) {
            let isTold = unit != nil || record.number.flatMap(Self.level) != nil
            return index == 0 || isTold ? .page : .none
        }
        // What the page's place became part of has its documents since then; before, it was another place.
        let inherits = successors.contains { successor in
            successor.place == place && (record.date.map { $0 >= successor.since } ?? false)
        }
        return inherits ? .page : .otherPage
    }

    private func fits(_ id: Locality.ID, unit: AdministrativeUnit?, number: DocumentNumber) -> Bool {
        guard let locality = localities[id] else { return false }
        if let unit { return locality.goes(by: unit) }
        guard let level = Self.level(number) else { return false }
        return locality.level == level
    }

    /// The level that an issuer's code tells: TU is a province's committee, HU and its like a district's (Hướng dẫn
    /// 36-HD/VPTW); `nil` for codes of every level.
    private static func level(_ number: DocumentNumber) -> Locality.Level? {
        let code = number.issuer.prefix { $0 != "-" && $0 != "." }
        if code.hasSuffix("ThU") || code.hasSuffix("HU") || code.hasSuffix("QU") { return .district }
        return code.hasSuffix("TU") ? .province : nil
    }
}
