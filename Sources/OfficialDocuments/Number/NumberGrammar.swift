/// The grammar of numbers, of every family: from a shape in the text to a number, or to nothing.
struct NumberGrammar: Sendable {
    /// What stands before the digits.
    struct Head: Equatable {
        /// Canonical code of the type word.
        var type: String?
        /// "số" or "Số hiệu" is there.
        var hasSo = false
        /// A word for any document ("văn bản") is there, or a type word.
        var isDocument = false
        /// The text is known to be a number, whatever its code.
        var isNumber = false

        /// All that can be asked for: the text is known to be a number.
        static let trusted = Head(type: nil, hasSo: true, isDocument: true, isNumber: true)
    }

    struct Reading {
        var number: DocumentNumber
        var end: Int
        var deviations: Deviation
    }

    /// A code looked up in both tables.
    private struct Known {
        var text: String
        var type: CodeTable<DocumentType>.Match?
        var issuer: Issuers.Match?
        var isCertainIssuer: Bool { issuer?.isCertain ?? false }
    }

    let knowledge: Knowledge
    var types: DocumentTypes { knowledge.types }
    var issuers: Issuers { knowledge.issuers }

    init(_ knowledge: Knowledge) { self.knowledge = knowledge }

    func shape(in text: ByteText, at offset: Int) -> NumberShape? {
        NumberShapeReader(text: text, knowledge: knowledge).shape(at: offset)
    }

    /// The number that `shape` is, given what stands before it; `nil` if it is none.
    func classify(_ shape: NumberShape, head: Head) -> Reading? {
        let known = shape.parts.map { part in
            Known(
                text: part.code.text,
                type: types.find(part.code.text),
                issuer: issuers.find(part.code.text)
            )
        }
        guard let first = known.first else { return nil }
        if known.count >= 2, knowledge.refused.isVerdict(first.text, known[1].text) { return nil }
        var reading: Reading?
        if shape.year != nil {
            reading = dated(shape, known, head)
        } else if known.count == 1 {
            reading = single(shape, first, head)
        } else {
            reading = legacy(shape, known, head) ?? undated(shape, known, head)
        }
        guard var reading else { return nil }
        if shape.parts.contains(where: { $0.separator.hasSpace || $0.separator.isForeignDash })
            || shape.yearSeparator?.hasSpace == true
        {
            reading.deviations.insert(.spacing)
        }
        if shape.parts.contains(where: \.code.hasLookAlike) { reading.deviations.insert(.lookAlike) }
        return reading
    }

    // MARK: With a year

    /// `30/2020/NĐ-CP`, `19/2012/TTLT-BTC-BKH&ĐT`, `10/2022/QH15`.
    private func dated(_ shape: NumberShape, _ known: [Known], _ head: Head) -> Reading? {
        var deviations: Deviation = []
        if known.count == 1 {
            guard let issuer = known[0].issuer, issuer.isCertain, shape.parts[0].separator.mark == .slash
            else { return nil }
            // "Nghị định 299/1958/TTg": no type, but a type word.
            let isAssembly = issuer.issuer.family == .assembly
            guard isAssembly || issuer.issuer.family == .state && head.type != nil else { return nil }
            let code = spell(known[0], as: .issuer, &deviations)
            return reading(
                shape, isAssembly ? .assembly : .legacy, type: nil, issuer: code, separators: .state, deviations)
        }
        if shape.parts[0].separator.mark != .slash {
            guard shape.parts[0].separator.mark == .dash, known[0].type != nil else { return nil }
            deviations.insert(.separators)
        }
        if known[0].type == nil, let issuer = known[0].issuer, issuer.isCertain {
            // A letter that states its year.
            let code = joined(shape, known, from: 0, &deviations)
            return reading(shape, .letter, type: nil, issuer: code, separators: .state, deviations)
        }
        guard accepts(known, head) else { return nil }
        let type = spell(known[0], as: .type, &deviations)
        let isJoint = ["TTLT", "NQLT"].contains(types.typeClass(of: type))
        var separators = DocumentNumber.Separators.state
        switch shape.parts[1].separator.mark {
        case .slash where isJoint: separators = .slashes
        case .dash: break
        default: deviations.insert(.separators)
        }
        let issuer = joined(shape, known, from: 1, &deviations)
        return reading(
            shape, isJoint ? .joint : .normative, type: type, issuer: issuer, separators: separators, deviations)
    }

    // MARK: One code

    /// `126/SKHĐT`, `05-CP`, `133/HĐBT`: only behind a word for a document.
    private func single(_ shape: NumberShape, _ code: Known, _ head: Head) -> Reading? {
        guard head.isDocument else { return nil }
        let mark = shape.parts[0].separator.mark
        guard mark != .none, mark != .dot else { return nil }
        var deviations: Deviation = []
        let separators: DocumentNumber.Separators = mark == .dash ? .hyphen : .state
        // Quyết định 327-CT is of the chairman of the Council of Ministers; 13/SL is a decree of 1945-1959.
        let isOldCode = code.text == "CT" && head.type == "QĐ" || code.text == "SL"
        if isOldCode { return reading(shape, .legacy, type: nil, issuer: code.text, separators: separators, []) }
        if code.type != nil || code.issuer?.isCertain != true {
            return unknown(shape, code, head, separators: separators)
        }
        guard let issuer = code.issuer else { return nil }
        let spelt = spell(code, as: .issuer, &deviations)
        switch issuer.issuer.family {
        case .legacy:
            guard issuer.code.hasPrefix("HĐ") || head.hasSo else { return nil }
            return reading(shape, .legacy, type: nil, issuer: spelt, separators: separators, deviations)
        case .state where ["CP", "TTg", "CTN", "UB"].contains(issuer.code):
            return reading(shape, .legacy, type: nil, issuer: spelt, separators: separators, deviations)
        case .state, .front, .either:
            if mark == .dash { deviations.insert(.separators) }
            return reading(shape, .letter, type: nil, issuer: spelt, separators: .state, deviations)
        case .assembly where head.type != nil && mark == .slash:
            return reading(shape, .assembly, type: nil, issuer: spelt, separators: .state, deviations)
        default: return unknown(shape, code, head, separators: separators)
        }
    }

    /// "Quyết định số 132/QĐ", "Chỉ thị số 1005/TL": a code that tells nothing, behind a type word and "số".
    private func unknown(
        _ shape: NumberShape,
        _ code: Known,
        _ head: Head,
        separators: DocumentNumber.Separators
    ) -> Reading? {
        guard head.isNumber || head.type != nil, head.hasSo, code.text.unicodeScalars.count > 1,
            code.text.unicodeScalars.allSatisfy({ !$0.properties.isLowercase })
        else { return nil }
        if let type = head.type, let own = code.type?.value, own.isStrong,
            own.typeClass != types.typeClass(of: type)
        {
            return nil
        }
        let isLetter = head.type == "CV" && separators == .state
        return reading(shape, isLetter ? .letter : .legacy, type: nil, issuer: code.text, separators: separators, [])
    }

    // MARK: Legacy

    /// `64 TC/TCT`, `20-L/CTN`, `51-LCT/HĐNN8`: separators as written.
    private func legacy(_ shape: NumberShape, _ known: [Known], _ head: Head) -> Reading? {
        let first = shape.parts[0].separator.mark
        guard first == .dash || first == .none, shape.parts[1].separator.mark == .slash else { return nil }
        let separators: DocumentNumber.Separators = first == .none ? .none : .hyphen
        var deviations: Deviation = []
        if known[0].type?.code == "SL" {
            let code = joined(shape, known, from: 1, &deviations)
            return reading(shape, .legacy, type: "SL", issuer: code, separators: separators, deviations)
        }
        if let type = known[0].type?.code, type == "L" || type == "LCT", let issuer = known[1].issuer,
            issuer.code == "CTN" || issuer.issuer.family == .legacy
        {
            let code = spell(known[1], as: .issuer, &deviations)
            return reading(shape, .legacy, type: type, issuer: code, separators: separators, deviations)
        }
        let isOldAgency = known[0].issuer?.issuer.family == .legacy || known[0].type == nil && first == .dash
        guard isOldAgency, known[0].issuer?.isCertain == true, known[0].issuer?.issuer.family != .party,
            known[1].issuer?.issuer.family != .party, head.isDocument
        else { return nil }
        let rest = joined(shape, known, from: 0, &deviations)
        return reading(shape, .legacy, type: nil, issuer: rest, separators: separators, deviations)
    }

    // MARK: Without a year

    /// `24-CT/TU`, `37/KH-UBND`, `91/HD-MTTW-BTT`, `4912/UBND-NC` and their mixtures.
    private func undated(_ shape: NumberShape, _ known: [Known], _ head: Head) -> Reading? {
        let marks = shape.parts.map(\.separator.mark)
        guard marks[1] != .none else { return nil }
        if marks[0] == .none || marks[0] == .dot {
            // "24 CT/TU": the separator is lost, so the rest must leave no doubt.
            guard known[0].type?.value.isStrong == true, known[1].isCertainIssuer else { return nil }
        }
        var deviations: Deviation = []
        if isLetter(shape, known, head) {
            let issuer = joined(shape, known, from: 0, &deviations)
            let isOld = known[0].issuer?.issuer.family == .legacy
            return reading(shape, isOld ? .legacy : .letter, type: nil, issuer: issuer, separators: .state, deviations)
        }
        guard accepts(known, head) else { return nil }
        let type = spell(known[0], as: .type, &deviations)
        let issuer = joined(shape, known, from: 1, &deviations)
        let written: DocumentNumber.Separators? =
            switch (marks[0], marks[1]) {
            case (.dash, .slash): .party
            case (.slash, .dash): .state
            default: nil
            }
        let isStateType = known[0].type?.value.isStateOnly ?? false
        let prescribed = isStateType ? nil : style(of: known.dropFirst())
        let separators: DocumentNumber.Separators = prescribed ?? written ?? (marks[0] == .dash ? .party : .state)
        if written != separators { deviations.insert(.separators) }
        let family = family(of: known, type: type, separators: separators)
        return reading(shape, family, type: type, issuer: issuer, separators: separators, deviations)
    }

    /// The first code is an issuer and not a type, or the type word says công văn.
    private func isLetter(_ shape: NumberShape, _ known: [Known], _ head: Head) -> Bool {
        guard shape.parts[0].separator.mark == .slash, known[0].type == nil else { return false }
        if let issuer = known[0].issuer, issuer.issuer.family != .party, issuer.isCertain { return true }
        return head.type == "CV" && !known[1].isCertainIssuer
    }

    /// Whether the codes, or what stands before them, tell a number.
    private func accepts(_ known: [Known], _ head: Head) -> Bool {
        if let type = known[0].type?.value {
            if type.isStrong || head.isDocument { return true }
            return known.dropFirst().contains(where: \.isCertainIssuer)
        }
        return head.isDocument || known.dropFirst().contains(where: \.isCertainIssuer)
    }

    /// How the issuers among `known` write; `nil` if none says, or two say different things.
    private func style(of known: ArraySlice<Known>) -> DocumentNumber.Separators? {
        var style: DocumentNumber.Separators?
        for code in known {
            guard let issuer = code.issuer, issuer.isCertain else { continue }
            let own: DocumentNumber.Separators
            switch issuer.issuer.family {
            case .party, .union: own = .party
            case .state, .front, .assembly: own = .state
            case .either, .legacy: continue
            }
            if let style, style != own { return nil }
            style = own
        }
        return style
    }

    private func family(
        of known: [Known],
        type: String,
        separators: DocumentNumber.Separators
    ) -> DocumentNumber.Family {
        if ["TTLT", "NQLT"].contains(types.typeClass(of: type)) { return .joint }
        switch known[1].issuer?.issuer.family {
        case .front, .union, .either: return .organisation
        case .legacy: return .legacy
        default: return separators == .party ? .party : .administrative
        }
    }

    // MARK: Spelling

    private enum Role { case type, issuer }

    /// The canonical spelling of `code` in its role; a code no table has stays as written.
    private func spell(_ code: Known, as role: Role, _ deviations: inout Deviation) -> String {
        let match: (code: String, restoresMarks: Bool)? =
            switch role {
            case .type: code.type.map { ($0.code, $0.restoresMarks) }
            case .issuer: code.issuer.map { ($0.code, $0.restoresMarks) }
            }
        guard let match else { return code.text }
        if match.restoresMarks {
            deviations.insert(.marks)
        } else if match.code != code.text {
            deviations.insert(.letterCase)
        }
        return match.code
    }

    /// The codes from `first` on, joined as written: a dot or a foreign dash becomes a hyphen.
    private func joined(
        _ shape: NumberShape,
        _ known: [Known],
        from first: Int,
        _ deviations: inout Deviation
    ) -> String {
        var result = ""
        for index in first..<known.count {
            let mark = shape.parts[index].separator.mark
            if index > first { result += mark == .slash ? "/" : "-" }
            if mark == .dot { deviations.insert(.separators) }
            result += spell(known[index], as: .issuer, &deviations)
        }
        return result
    }

    private func reading(
        _ shape: NumberShape,
        _ family: DocumentNumber.Family,
        type: String?,
        issuer: String,
        separators: DocumentNumber.Separators,
        _ deviations: Deviation
    ) -> Reading {
        let number = DocumentNumber(
            family: family,
            serial: shape.serial,
            type: type,
            typeClass: type.map(types.typeClass(of:)),
            issuer: issuer,
            year: shape.year,
            separators: separators
        )
        return Reading(number: number, end: shape.end, deviations: deviations)
    }
}
