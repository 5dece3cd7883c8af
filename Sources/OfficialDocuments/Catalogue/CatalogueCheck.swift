import Diagnostics

/// What is wrong with the documents of a collection: `duplicate-identity`, `number-contradicts-type` and
/// `number-contradicts-issuer`.
struct CatalogueCheck {
    let knowledge: Knowledge

    /// The problems of `candidates`, sorted.
    func diagnose(_ candidates: [Candidate]) -> [Diagnostic] {
        var problems = duplicates(candidates.map(\.record), candidates)
        for candidate in candidates {
            guard let number = candidate.record.number else { continue }
            if let problem = typeProblem(candidate.record, number) { problems.append(problem) }
            if let problem = issuerProblem(candidate.record, number) { problems.append(problem) }
        }
        return problems.sorted()
    }

    // MARK: Identity

    /// What makes two pages the page of one document. One number alone is normal.
    private struct Identity: Hashable {
        var number: NumberKey?
        var title: String
        var typeClass: String?
        var place: Locality.ID?
        var issuer: String
        var date: PartialDate?
    }

    private func duplicates(_ records: [DocumentRecord], _ candidates: [Candidate]) -> [Diagnostic] {
        var firsts: [Identity: DocumentRecord] = [:]
        var problems: [Diagnostic] = []
        for candidate in candidates.sorted(by: { $0.record.location < $1.record.location }) {
            let record = candidate.record
            func words(_ text: String) -> String { PhraseWord.words(of: text).map(\.folded).joined(separator: " ") }
            let identity = Identity(
                number: record.number?.key,
                title: record.number == nil ? words(record.title) : "",
                typeClass: candidate.typeClass,
                place: candidate.place,
                issuer: candidate.place == nil ? words(record.issuer ?? "") : "",
                date: record.date
            )
            if let first = firsts[identity] {
                problems.append(duplicate(record, of: first))
            } else {
                firsts[identity] = record
            }
        }
        return problems
    }

    private func duplicate(_ record: DocumentRecord, of first: DocumentRecord) -> Diagnostic {
        let name = Reference.text(for: record, with: knowledge)
        return Diagnostic(
            id: "duplicate-identity",
            severity: .error,
            location: record.location,
            message: Message(
                vi: "“\(name)” đã có trang \(first.id): số hiệu, nơi ban hành và ngày đều trùng",
                en: "“\(name)” already has the page \(first.id): number, issuer, place and date are all the same"
            ),
            suggestion: Message(
                vi: "Gộp hai trang, hoặc ghi ngày và nơi ban hành của từng văn bản",
                en: "Merge the two pages, or state the date and the issuer of each document"
            ),
            related: [first.location]
        )
    }

    // MARK: Number and attributes

    private func typeProblem(_ record: DocumentRecord, _ number: DocumentNumber) -> Diagnostic? {
        guard let stated = record.type, let type = number.type,
            knowledge.types.typeClass(of: stated) != number.typeClass
        else {
            return nil
        }
        func word(_ code: String) -> String { knowledge.types.type(code: code)?.words.first ?? code }
        return Diagnostic(
            id: "number-contradicts-type",
            severity: .warning,
            location: record.location,
            message: Message(
                vi: "số hiệu \(number) là của \(word(type)), nhưng type ghi \(word(stated))",
                en: "the number \(number) is that of a \(word(type)), but type says \(word(stated))"
            ),
            suggestion: Message(vi: "Sửa số hiệu, hoặc bỏ type", en: "Correct the number, or leave type out")
        )
    }

    /// Only an issuer that is surely another's contradicts: "Ban Bí thư" for a number of TU.
    private func issuerProblem(_ record: DocumentRecord, _ number: DocumentNumber) -> Diagnostic? {
        guard let phrase = record.issuer else { return nil }
        let issuers = knowledge.issuers
        let words = PhraseWord.words(of: phrase).map(\.folded)
        let parts = number.issuer.split(separator: "-").map(String.init)
        let codes = parts.count > 1 ? [number.issuer] + parts : parts
        let own = codes.compactMap { issuers.issuer(code: $0) }
        guard !own.isEmpty, !own.flatMap(\.names).isEmpty, !own.contains(where: { names($0, words) }) else {
            return nil
        }
        guard let other = issuers.all.first(where: { $0.family != .legacy && names($0, words) }) else { return nil }
        let expected = own.flatMap(\.names).joined(separator: ", ")
        return Diagnostic(
            id: "number-contradicts-issuer",
            severity: .warning,
            location: record.location,
            message: Message(
                vi: "số hiệu \(number) là của \(expected), nhưng issuer ghi “\(phrase)” (\(other.code))",
                en: "the number \(number) is that of \(expected), but issuer says “\(phrase)” (\(other.code))"
            ),
            suggestion: Message(vi: "Sửa số hiệu hoặc issuer", en: "Correct the number or issuer")
        )
    }

    /// Whether `words` hold the code or one of the names of `issuer`.
    private func names(_ issuer: Issuer, _ words: [String]) -> Bool {
        ([issuer.code] + issuer.names).contains { name in
            let sought = PhraseWord.words(of: name).map(\.folded)
            guard !sought.isEmpty, sought.count <= words.count else { return false }
            return (0...(words.count - sought.count)).contains { words[$0..<$0 + sought.count].elementsEqual(sought) }
        }
    }
}
