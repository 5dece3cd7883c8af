/// Resolves the citations of one page, in reading order, remembering what earlier ones settled.
///
/// Candidates are narrowed in the order of the domain: number; explicit date and issuer phrase; an earlier full citation
/// in the page; the page's locality; the quoted title or topic; the page's date within the counter's period.
struct PageResolver {
    private let catalogue: DocumentCatalogue
    private let page: PageContext
    private let places: PagePlaces
    private let excluded: Int?
    private let text: ByteText
    /// Citations so far, by number.
    private var earlier: [NumberKey: Memory] = [:]
    /// The same, by type and serial, for short forms: "Chỉ thị 24".
    private var earlierBySerial: [SerialKey: Memory] = [:]

    private struct Earlier: Hashable {
        var claim: Claim
        var resolution: Resolution
    }

    /// What was said of one number, each thing once.
    private struct Memory {
        private(set) var all: [Earlier] = []
        private var known: Set<Earlier> = []

        /// No page for readers says more different things of one number; each costs every later mention a look.
        private static let most = 64

        mutating func add(_ entry: Earlier) {
            if all.count < Self.most, known.insert(entry).inserted { all.append(entry) }
        }
    }

    /// `isReference` is for front matter, where the page's own document is never meant.
    init(
        catalogue: DocumentCatalogue,
        text: [UInt8],
        page: PageContext,
        references: [DocumentRecord.ID] = [],
        isReference: Bool = false
    ) {
        self.catalogue = catalogue
        self.text = ByteText(text)
        self.page = page
        excluded = isReference ? page.document.flatMap { catalogue.candidate($0.id) } : nil
        places = PagePlaces(page, localities: catalogue.localities)
        let own = isReference ? nil : page.document
        for id in [own?.id].compactMap({ $0 }) + references {
            guard let index = catalogue.candidate(id) else { continue }
            let candidate = catalogue.candidates[index]
            // The page's own number without more is its own, even if the page replaces another that bore it.
            guard let number = candidate.record.number, id == own?.id || number.key != own?.number?.key else {
                continue
            }
            remember(number, Claim(candidate), Resolution(outcome: .resolved(id)))
        }
    }

    /// The document `citation` means; `name` is its text.
    mutating func resolve(_ citation: Citation, name: [UInt8]) -> Resolution {
        if isOwn(citation), let document = page.document { return Resolution(outcome: .resolved(document.id)) }
        if citation.kind == .name { return resolveName(citation, name) }
        if let number = citation.number { return resolveNumber(citation, number) }
        if let serial = citation.serial { return resolveSerial(citation, serial) }
        return Resolution(outcome: .missing)
    }

    /// Whether the citation is the number in the head of the page's own document. A page may quote the head of another.
    private func isOwn(_ citation: Citation) -> Bool {
        guard citation.kind == .own, excluded == nil, let document = page.document else { return false }
        return document.number == nil || document.number?.key == citation.number?.key
    }

    // MARK: By number, by short form, by name

    private mutating func resolveNumber(_ citation: Citation, _ number: DocumentNumber) -> Resolution {
        let key = number.key
        let claim = Claim(citation, knowledge: catalogue.knowledge, page: page)
        let bearing = catalogue.candidates(numbered: key).filter { $0 != excluded }
        let named = catalogue.candidates(alsoNumbered: key).filter { $0 != excluded && !bearing.contains($0) }
        var selection = Selection(catalogue, bearing, named: named, claim: claim, page: page, places: places)
        selection.applyStatements()
        let memory = (earlier[key]?.all ?? []).filter(\.claim.isFull)
        readTitle(&selection, behind: citation, isDoubtful: memory.contains { $0.resolution.target == nil })
        let resolution: Resolution
        if selection.isTitled {
            resolution = selection.resolution()
        } else if let settled = settle(&selection, claim, memory) {
            resolution = settled
        } else {
            selection.applyPage()
            var outcome = selection.resolution()
            if outcome.outcome == .missing { outcome.missing = missing(number, claim) }
            resolution = outcome
        }
        remember(number, claim, resolution)
        return resolution
    }

    /// "Chỉ thị 24" alone may be anyone's: only an earlier citation, a date or an issuer makes it one document.
    private func resolveSerial(_ citation: Citation, _ serial: String) -> Resolution {
        let claim = Claim(citation, knowledge: catalogue.knowledge, page: page)
        guard let typeClass = claim.typeClass else { return Resolution(outcome: .missing) }
        let key = SerialKey(typeClass: typeClass, serial: serial)
        let fitting = catalogue.candidates(serial: key).filter { index in
            index != excluded && (citation.year.map { fits(catalogue.candidates[index], year: $0, claim) } ?? true)
        }
        var selection = Selection(catalogue, fitting, claim: claim, page: page, places: places)
        selection.applyIssuer()
        selection.applyStatements()
        let memory = earlierBySerial[key]?.all ?? []
        readTitle(&selection, behind: citation, isDoubtful: memory.contains { $0.resolution.target == nil })
        let full = memory.filter(\.claim.isFull)
        if let settled = settle(&selection, claim, full.isEmpty ? memory : full) { return settled }
        selection.applyPage()
        let resolution = selection.resolution()
        if let year = citation.year {
            guard resolution.outcome == .missing else { return resolution }
            var outcome = resolution
            outcome.missing = missing(
                DocumentNumber(
                    family: .normative, serial: serial, type: citation.typeWord, typeClass: typeClass, issuer: "",
                    year: year), claim)
            return outcome
        }
        if case .resolved(let id) = resolution.outcome, !selection.isStated(id) {
            return Resolution(outcome: .ambiguous([id]), rejections: resolution.rejections)
        }
        return resolution
    }

    /// "168/2024" is a number that carries its year; "Quyết định 489/2024 của Thủ tướng" may be one that does not.
    private func fits(_ candidate: Candidate, year: Int, _ claim: Claim) -> Bool {
        if let own = candidate.record.number?.fullYear { return own == year }
        return candidate.record.date?.year == year && claim.issuerCodes.contains(candidate.issuerCode)
    }

    private func resolveName(_ citation: Citation, _ text: [UInt8]) -> Resolution {
        var citation = citation
        if case .plenum = citation.name, citation.term == nil {
            // "Nghị quyết Trung ương 7" on a page of 2015 is that of khóa XI.
            citation.term = page.term ?? page.date.flatMap(PartyCongress.term)
        }
        let name = NamePhrase(citation, text: text)
        let found = catalogue.candidates(named: name, titled: citation.title).filter { $0 != excluded }
        let topics = name.topic.isEmpty ? [] : [name.topic.joined(separator: " ")]
        // A plenum passes several resolutions, which their topics tell apart. Any other name is one document's, and what
        // follows it may be a part of it: "Nghị quyết Đại hội XII về công tác dân vận".
        if !name.isPlenum { citation.title = nil }
        let claim = Claim(
            citation,
            topics: name.isPlenum ? topics : [],
            knowledge: catalogue.knowledge,
            page: page
        )
        var selection = Selection(catalogue, [], named: found, claim: claim, page: page, places: places)
        selection.applyStatements()
        selection.applyPage()
        return selection.resolution()
    }

    /// Holds the words behind `citation` against the titles of the documents that are left.
    ///
    /// - Parameter isDoubtful: whether an earlier mention of the number found no document.
    private func readTitle(_ selection: inout Selection, behind citation: Citation, isDoubtful: Bool) {
        guard selection.needsTitle || isDoubtful else { return }
        let tail = TailReader(text: text, knowledge: catalogue.knowledge).details(from: citation.range.upperBound)
        selection.applyTitle(StatedTitle(in: text, from: tail.end, types: catalogue.knowledge.types))
    }

    // MARK: Earlier citations

    /// The answer of the one earlier citation that this one leans on. Several narrow the choice instead.
    private func settle(_ selection: inout Selection, _ claim: Claim, _ memory: [Earlier]) -> Resolution? {
        let fitting = memory.filter { earlier in
            guard claim.leans(on: earlier.claim, in: catalogue.localities) else { return false }
            guard case .resolved(let id) = earlier.resolution.outcome else { return true }
            return selection.contains(id)
        }
        var outcomes: [Resolution] = []
        for earlier in fitting
        where !outcomes.contains(where: {
            $0.outcome == earlier.resolution.outcome && $0.missing == earlier.resolution.missing
        }) {
            outcomes.append(earlier.resolution)
        }
        if outcomes.count <= 1 { return outcomes.first }
        var known: [DocumentRecord.ID] = []
        var isOpen = false
        for outcome in outcomes {
            switch outcome.outcome {
            case .resolved(let id): known.append(id)
            case .ambiguous(let ids): known += ids
            case .missing: isOpen = true
            }
        }
        selection.keep(known, isOpen: isOpen)
        return nil
    }

    private mutating func remember(_ number: DocumentNumber, _ claim: Claim, _ resolution: Resolution) {
        let entry = Earlier(claim: claim, resolution: resolution)
        earlier[number.key, default: Memory()].add(entry)
        if let typeClass = number.typeClass {
            earlierBySerial[SerialKey(typeClass: typeClass, serial: number.serial), default: Memory()].add(entry)
        }
    }

    private func missing(_ number: DocumentNumber, _ claim: Claim) -> MissingDocument {
        let place: String?
        switch claim.place {
        case .places(let ids): place = ids.count == 1 ? ids.first : nil
        case .unknown(let name): place = name
        case .unit(let unit): place = places.expected(for: number, unit: unit)
        case .none:
            place = catalogue.knowledge.issuers.isLocal(number) == true ? places.expected(for: number, unit: nil) : nil
        }
        return MissingDocument(number: number, place: place, date: claim.date)
    }
}
