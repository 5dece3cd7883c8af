import Diagnostics

/// Every known document, by the numbers and names that people cite it by.
///
/// Made of front matter alone. Does not depend on the order of the records.
public struct DocumentCatalogue: Sendable {
    /// The records, sorted by id.
    public let records: [DocumentRecord]
    /// What its documents are read with.
    public let knowledge: Knowledge
    /// `duplicate-identity`, `number-contradicts-type`, `number-contradicts-issuer`; sorted.
    public let diagnostics: [Diagnostic]
    /// Parallel to `records`.
    let candidates: [Candidate]
    private let byID: [DocumentRecord.ID: Int]
    private let byNumber: [NumberKey: [Int]]
    /// Numbers given as aliases (a misprint that lives on: 18-CT/Ttg), which name one document by the editor's word.
    private let byOtherNumber: [NumberKey: [Int]]
    private let bySerial: [SerialKey: [Int]]
    private let byName: [String: [Int]]

    /// Of two records with one id the first in reading order of their locations stays.
    public init(_ records: [DocumentRecord], with knowledge: Knowledge) {
        var byID: [DocumentRecord.ID: Int] = [:]
        var kept: [DocumentRecord] = []
        for record in records.sorted(by: { ($0.id, $0.location) < ($1.id, $1.location) })
        where kept.last?.id != record.id {
            byID[record.id] = kept.count
            kept.append(record)
        }
        let candidates = kept.map { Candidate($0, knowledge: knowledge) }
        var byNumber: [NumberKey: [Int]] = [:]
        var byOtherNumber: [NumberKey: [Int]] = [:]
        var bySerial: [SerialKey: [Int]] = [:]
        var byName: [String: [Int]] = [:]
        for (index, candidate) in candidates.enumerated() {
            let record = candidate.record
            if let number = record.number {
                byNumber[number.key, default: []].append(index)
                let typeClass = candidate.typeClass ?? ""
                bySerial[SerialKey(typeClass: typeClass, serial: number.serial), default: []].append(index)
            }
            for alias in record.aliases {
                if let number = Reference.number(alias, with: knowledge) {
                    byOtherNumber[number.key, default: []].append(index)
                }
            }
            var names: Set<String> = []
            for phrase in record.aliases + [record.title] {
                let name = NamePhrase(phrase)
                names.formUnion([name.head, name.full])
            }
            if let law = candidate.lawName { names.insert(CitationNames.key(law)) }
            names.insert(NamePhrase.bareTitle(record.title, types: knowledge.types))
            names.remove("")
            for name in names { byName[name, default: []].append(index) }
        }
        self.records = kept
        self.knowledge = knowledge
        self.candidates = candidates
        self.byID = byID
        self.byNumber = byNumber
        self.byOtherNumber = byOtherNumber
        self.bySerial = bySerial
        self.byName = byName
        diagnostics = CatalogueCheck(knowledge: knowledge).diagnose(candidates)
    }

    /// The document whose page is `id`.
    public subscript(id: DocumentRecord.ID) -> DocumentRecord? { byID[id].map { records[$0] } }

    /// The gazetteer that places are read with.
    var localities: Localities { knowledge.localities }

    /// The documents that bear `number` however it is spelled, sorted by id.
    public func documents(numbered number: DocumentNumber) -> [DocumentRecord] {
        (byNumber[number.key] ?? []).map { records[$0] }
    }

    /// The documents that go by `name`: an alias, a title, or the name of a session with or without its topic.
    public func documents(named name: String) -> [DocumentRecord] {
        candidates(named: NamePhrase(name)).map { records[$0] }
    }

    /// The names worth looking for in running text, sorted: aliases that are no numbers, and titles of eight syllables
    /// or more. A shorter title is what any text may say by chance.
    public var names: [String] {
        var names: Set<String> = []
        for record in records {
            for alias in record.aliases where Reference.number(alias, with: knowledge) == nil { names.insert(alias) }
            if PhraseWord.words(of: record.title).count >= 8 { names.insert(record.title) }
        }
        return names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    }

    /// The names of laws, codes, ordinances and constitutions by their titles, sorted: "Luật Đất đai".
    public var laws: [String] {
        Set(candidates.compactMap(\.lawName)).sorted {
            Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8))
        }
    }

    func candidate(_ id: DocumentRecord.ID) -> Int? { byID[id] }

    func candidates(numbered key: NumberKey) -> [Int] { byNumber[key] ?? [] }

    func candidates(alsoNumbered key: NumberKey) -> [Int] { byOtherNumber[key] ?? [] }

    func candidates(serial key: SerialKey) -> [Int] { bySerial[key] ?? [] }

    /// Documents by name with its topic, then without, then by the title quoted beside the name.
    func candidates(named name: NamePhrase, titled title: String? = nil) -> [Int] {
        if let found = byName[name.full] ?? byName[name.head] { return found }
        return title.flatMap { byName[NamePhrase.bareTitle($0, types: knowledge.types)] } ?? []
    }
}
