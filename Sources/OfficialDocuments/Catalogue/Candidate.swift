/// A document of the collection, with what the resolver compares worked out once.
///
/// A class, because every citation of a much-used number hands all its candidates from step to step.
final class Candidate: Sendable {
    let record: DocumentRecord
    /// Class of the type; `nil` if neither number nor page says it.
    let typeClass: String?
    /// Whether each place has such an issuer, so that the number means nothing without its place.
    let isLocal: Bool
    /// Id of the place that issued it, stated or read from the issuer; `nil` if neither says it.
    let place: Locality.ID?
    /// Which of the bodies that share the code TW issued it.
    let body: CentralBody?
    /// The term of the congress: stated, or told by the date for a document of the Party's centre.
    let term: Int?
    let topic: Topic
    /// Folded words of the title without its type word, for what stands behind a number to be held against.
    let title: [String]
    /// Whether other bodies of the same place number as its issuer does.
    let isShared: Bool
    /// Folded words of the issuer, a space before and behind each; empty if it is not stated.
    let issuer: String
    /// What a law is called by its title: "luật đất đai"; `nil` for other documents.
    let lawName: String?
    /// The code of the body that numbers, without its offices: UBND of UBND-NC; empty if the table does not know it.
    let issuerCode: String

    init(_ record: DocumentRecord, knowledge: Knowledge) {
        let localities = knowledge.localities
        self.record = record
        typeClass = (record.type ?? record.number?.type).map(knowledge.types.typeClass(of:))
        let stated = record.issuer.map { localities.place(in: $0, on: record.date) } ?? .none
        if record.locality == nil, case .places(let ids) = stated, ids.count == 1 {
            place = ids.first
        } else {
            place = record.locality
        }
        // A decision of the centre about a province is no document of the province.
        isLocal = record.number.flatMap(knowledge.issuers.isLocal) ?? (place != nil || stated != .none)
        body = record.issuer.flatMap(CentralBody.init(in:))
        let isCentralParty = !isLocal && record.number?.family == .party
        term = record.term ?? (isCentralParty ? record.date.flatMap(PartyCongress.term) : nil)
        isShared = record.number.map(knowledge.issuers.isShared) ?? false
        issuer = record.issuer.map(PhraseWord.spaced) ?? ""
        lawName = LawName.name(of: record, types: knowledge.types)
        let code = record.number.map { String($0.issuer.prefix { $0 != "-" }) } ?? ""
        issuerCode = knowledge.issuers.find(code).map { $0.issuer.names.isEmpty ? "" : $0.issuer.code } ?? ""
        topic = Topic([record.title] + record.aliases)
        title = StatedTitle.bare(PhraseWord.words(of: record.title).map(\.folded), types: knowledge.types)
    }
}

/// The bodies of the Party's centre whose documents share one code and one counter (Hướng dẫn 36-HD/VPTW).
enum CentralBody: Hashable, Sendable {
    case politburo
    case secretariat
    case committee

    /// The body an issuer phrase names; `nil` if it names none or several, or one of a province.
    init?(in phrase: String) {
        let folded = PhraseWord.spaced(phrase)
        let found: [CentralBody] = [
            folded.contains(" bo chinh tri ") ? .politburo : nil,
            folded.contains(" ban bi thu ") ? .secretariat : nil,
            folded.contains(" ban chap hanh trung uong ") || folded.contains(" hoi nghi trung uong ")
                ? .committee : nil,
        ].compactMap { $0 }
        guard found.count == 1, let only = found.first else { return nil }
        self = only
    }
}
