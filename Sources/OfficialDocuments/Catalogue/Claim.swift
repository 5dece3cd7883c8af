/// What a citation says of the document it means, besides the number.
struct Claim: Hashable, Sendable {
    /// The date stated beside it.
    var date: PartialDate?
    /// The term of the congress stated beside it.
    var term: Int?
    /// The place its issuer phrase names.
    var place: StatedPlace
    /// The body of the Party's centre its issuer phrase names.
    var body: CentralBody?
    /// Folded words of its issuer phrase, a space before and behind each; empty if there is none.
    var issuer: String
    /// The codes of the issuers its issuer phrase names.
    var issuerCodes: Set<String>
    /// Canonical type code of the type word beside it.
    var type: String?
    var typeClass: String?
    var topic: Topic
    /// Whether the number itself carries its year.
    var hasYear: Bool

    init(_ citation: Citation, topics: [String] = [], knowledge: Knowledge, page: PageContext) {
        let localities = knowledge.localities
        date = citation.date
        term = citation.term
        place = citation.issuerPhrase.map { localities.place(in: $0, on: citation.date ?? page.date) } ?? .none
        issuer = citation.issuerPhrase.map(PhraseWord.spaced) ?? ""
        body = citation.issuerPhrase.flatMap(CentralBody.init(in:))
        issuerCodes = citation.issuerPhrase.map(knowledge.issuerNames.codes) ?? []
        type = citation.typeWord
        typeClass = citation.typeWord.map(knowledge.types.typeClass(of:))
        topic = Topic([citation.title].compactMap { $0 } + topics)
        hasYear = citation.number?.year != nil || citation.year != nil
    }

    /// What a page that is itself a document, or that front matter ties to one, says of it: everything.
    init(_ candidate: Candidate) {
        date = candidate.record.date
        term = candidate.term
        place = candidate.place.map { .places([$0]) } ?? .none
        issuer = candidate.issuer
        body = candidate.body
        issuerCodes = []
        type = candidate.record.type
        typeClass = candidate.typeClass
        topic = candidate.topic
        hasYear = candidate.record.number?.year != nil
    }

    /// Whether it says more than the number does: enough for later mentions in the page to lean on.
    var isFull: Bool { date != nil || term != nil || body != nil || namesPlace || !topic.isVague }

    private var namesPlace: Bool {
        switch place {
        case .places, .unknown: true
        case .none, .unit: false
        }
    }

    /// Whether an earlier citation that says `earlier` says at least as much as this one, and nothing against it.
    func leans(on earlier: Claim, in localities: Localities) -> Bool {
        if let date {
            guard let theirs = earlier.date, date.agrees(with: theirs) else { return false }
        }
        if let term, earlier.term != term { return false }
        if let body, earlier.body != body { return false }
        if let typeClass, let theirs = earlier.typeClass, typeClass != theirs { return false }
        if topic.agreement(with: earlier.topic) == .other { return false }
        switch (place, earlier.place) {
        case (.none, _): return true
        case (.unit(let unit), .places(let ids)): return ids.contains { localities[$0]?.goes(by: unit) ?? false }
        case (.unit, _): return true
        case (.places(let mine), .places(let theirs)): return mine.contains(where: theirs.contains)
        case (.unknown(let mine), .unknown(let theirs)): return mine == theirs
        case (.places, _), (.unknown, _): return false
        }
    }
}
