/// What a citation and its page say for and against a document.
struct Evidence: Sendable {
    /// A document that may be meant.
    struct Entry: Sendable {
        var candidate: Candidate
        /// Found by an alias or a title: the editor's word for this one document.
        var isNamed: Bool
        var place: PagePlaces.Evidence
        /// Its title stands behind the number.
        var isTitled = false
    }

    let claim: Claim
    let page: PageContext

    /// The type, date or term stated beside the number that speaks against `candidate`.
    func attributeConflict(_ candidate: Candidate) -> Resolution.Conflict? {
        if let date = claim.date, let theirs = candidate.record.date, !date.agrees(with: theirs) { return .date }
        if let term = claim.term, let theirs = candidate.term, term != theirs { return .term }
        guard let type = claim.typeClass, let theirs = candidate.typeClass, type != theirs else { return nil }
        // A number that has a type code is what it says, whatever word stands before it.
        return candidate.record.number?.type == nil ? .type : nil
    }

    /// The place, body or topic stated beside the number that speaks against the document.
    func statedConflict(_ entry: Entry) -> Resolution.Conflict? {
        let candidate = entry.candidate
        if entry.place == .otherStated { return .place }
        // The day and the number together outweigh a body or a topic told loosely.
        if isExact(entry) { return nil }
        if let body = claim.body, let theirs = candidate.body, body != theirs { return .body }
        return claim.topic.agreement(with: candidate.topic) == .other ? .topic : nil
    }

    /// What the page's date and place speak against, where the citation itself says nothing.
    func pageConflict(_ entry: Entry) -> Resolution.Conflict? {
        if entry.isTitled { return nil }
        // On a document's own page the text may be its editor's, who can look ahead.
        if isLater(entry), page.document == nil { return .later }
        return entry.place == .otherPage && !isExact(entry) && !hasTopic(entry) ? .place : nil
    }

    /// Whether the one document left is meant beyond doubt, and not another that the collection lacks.
    func isProven(_ entry: Entry) -> Bool {
        let record = entry.candidate.record
        // A stated date proves nothing against a document whose own date is unknown.
        if claim.date != nil, record.date == nil, !claim.hasYear, !entry.isNamed { return false }
        if isLater(entry), !entry.isNamed, !entry.isTitled { return false }
        guard entry.candidate.isLocal else { return true }
        if entry.candidate.isShared, !isExact(entry), !hasIssuer(entry) { return false }
        switch entry.place {
        case .stated, .page: return period(of: entry) != .other || claim.date != nil || hasTopic(entry)
        case .none, .otherPage:
            // No two committees pass the same number of the same type on one day; people's committees may.
            if isExact(entry), record.number?.family == .party || page.locality == nil { return true }
            return page.locality == nil && hasTopic(entry)
        case .otherStated: return false
        }
    }

    /// Whether the stated date is the document's, to the day.
    func isExact(_ entry: Entry) -> Bool {
        guard let date = claim.date, let theirs = entry.candidate.record.date else { return false }
        return date.day != nil && date == theirs
    }

    /// Whether the stated issuer is the document's, one of them told more fully than the other.
    func hasIssuer(_ entry: Entry) -> Bool {
        let (mine, theirs) = (claim.issuer, entry.candidate.issuer)
        return !mine.isEmpty && !theirs.isEmpty && (theirs.contains(mine) || mine.contains(theirs))
    }

    func isLater(_ entry: Entry) -> Bool {
        guard claim.date == nil, !claim.hasYear, let date = entry.candidate.record.date, let today = page.date else {
            return false
        }
        return date > today && !date.agrees(with: today)
    }

    /// Whether the stated title or topic is the document's.
    func hasTopic(_ entry: Entry) -> Bool { claim.topic.agreement(with: entry.candidate.topic) == .same }

    /// Whether the collection says that the document stands on the page's date.
    func stands(_ entry: Entry) -> Bool {
        let record = entry.candidate.record
        if let expires = record.expires, let today = page.date { return expires > today }
        return record.status == .inForce || record.status == .partlyExpired
    }

    enum Period: Hashable {
        case same
        case other
        case unknown
    }

    /// Whether the page was written while the counter ran that gave the document its number.
    func period(of entry: Entry) -> Period {
        let candidate = entry.candidate
        guard let number = candidate.record.number, number.year == nil, !entry.isNamed else { return .unknown }
        let theirs: Int?
        let mine: Int?
        switch number.family {
        case .party where candidate.isLocal:
            theirs = candidate.record.date.flatMap(PartyCongress.localTerm)
            mine = page.date.flatMap(PartyCongress.localTerm)
            // Committees sit for five years and look back on earlier ones: another term is no evidence against.
            return theirs != nil && theirs == mine ? .same : .unknown
        case .party:
            theirs = candidate.term
            mine = page.term ?? page.date.flatMap(PartyCongress.term)
            return theirs != nil && theirs == mine ? .same : .unknown
        case .administrative, .letter, .organisation, .normative, .joint, .legacy, .assembly:
            theirs = candidate.record.date?.year
            mine = page.date?.year
        }
        guard let theirs, let mine else { return .unknown }
        return theirs == mine ? .same : .other
    }
}
