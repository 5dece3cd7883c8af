/// An issuer, as its code says.
public struct Issuer: Hashable, Sendable {
    /// How an issuer writes its numbers.
    public enum Family: String, Sendable, CaseIterable {
        /// `24-CT/TU`.
        case party
        /// `37/KH-UBND`.
        case state
        /// Mặt trận Tổ quốc and mass organisations that write the State's way: `91/HD-MTTW-BTT`.
        case front
        /// Mass organisations that write the Party's way: `367-QĐ/TWĐTN-VP`.
        case union
        /// Mass organisations that are seen to write both ways.
        case either
        /// Stands alone behind the year: `10/2022/QH15`.
        case assembly
        /// Numbers no longer issued: `133/HĐBT`.
        case legacy
    }

    /// Canonical code: `BGDĐT`; a code that ends in `#` takes digits behind it (`QH15`).
    public let code: String
    /// How it writes its numbers.
    public let family: Family
    /// True when each place has one of its own, so that the code does not tell which.
    public let isLocal: Bool
    /// What the code stands for: "Ban Chấp hành Trung ương", "Bộ Chính trị", "Ban Bí thư" for `TW`.
    public let names: [String]

    /// An issuer of a site's own, or a row of the table.
    public init(code: String, family: Family, isLocal: Bool, names: [String]) {
        self.code = code
        self.family = family
        self.isLocal = isLocal
        self.names = names
    }
}

/// The issuers by their codes: the table that comes with the library, and those a site adds.
public struct Issuers: Sendable {
    /// In the order of the table, then the site's own.
    public private(set) var all: [Issuer]
    private var codes: CodeTable<Issuer>

    struct Match {
        var issuer: Issuer
        var code: String
        var restoresMarks: Bool
        /// False when only the form of the code says what it is (S…, B…).
        var isCertain: Bool
    }

    init(table: [UInt8]) {
        all = []
        codes = CodeTable()
        for row in TableRows.read(table, columns: 5) {
            let names = row[3].split(separator: "|").map(String.init)
            let family = Issuer.Family(rawValue: row[1]) ?? .state
            insert(Issuer(code: row[0], family: family, isLocal: row[2] == "yes", names: names))
        }
    }

    /// This table and `issuers`; a code that is known already keeps its meaning.
    public func adding(_ issuers: [Issuer]) -> Issuers {
        var result = self
        for issuer in issuers { result.insert(issuer) }
        return result
    }

    /// The issuer whose code is `code`, whatever its case; `nil` if the table has none and its form says nothing.
    public func issuer(code: String) -> Issuer? { find(code)?.issuer }

    /// True for a number that every place has one of (24-CT/TU, 37/KH-UBND), false for one of the centre, `nil` for a code
    /// the table does not know. A letter or an office names the body first: UBND-NC, MTTW-BTT.
    func isLocal(_ number: DocumentNumber) -> Bool? {
        (issuer(code: number.issuer) ?? issuer(code: String(number.issuer.prefix { $0 != "-" })))?.isLocal
    }

    /// Whether one place has several bodies that number so: every organisation has its Đảng ủy, every matter its Ban Chỉ
    /// đạo. The place alone then says nothing.
    func isShared(_ number: DocumentNumber) -> Bool {
        Self.shared.contains(String(number.issuer.prefix { $0 != "-" && !$0.isNumber }))
    }

    private static let shared: Set<String> = [
        "ĐU", "ĐUK", "CB", "ĐB", "BCH", "BTV", "BCĐ", "BCSĐ", "ĐCT", "CĐCS", "ĐTN",
    ]

    private mutating func insert(_ issuer: Issuer) {
        all.append(issuer)
        codes.insert(issuer, code: issuer.code)
    }

    func find(_ code: String) -> Match? {
        if let match = codes.find(code) {
            return Match(issuer: match.value, code: match.code, restoresMarks: match.restoresMarks, isCertain: true)
        }
        // "NQ-TƯ", "29-NQ/TƯ": Trung ương by its initials.
        if code.lowercased() == "tư", let match = codes.find("TW") {
            return Match(issuer: match.value, code: match.code, restoresMarks: true, isCertain: true)
        }
        let stem = code.prefix { !("0"..."9").contains($0) }
        if stem.count < code.count, code.dropFirst(stem.count).allSatisfy({ ("0"..."9").contains($0) }),
            let match = codes.find(stem + "#")
        {
            let canonical = match.code.dropLast() + code.dropFirst(stem.count)
            return Match(
                issuer: match.value,
                code: String(canonical),
                restoresMarks: match.restoresMarks,
                isCertain: true
            )
        }
        return byForm(code)
    }

    /// Offices of Party committees end in the committee's code, ministries and departments begin with B and S.
    private func byForm(_ written: String) -> Match? {
        let isSmall = !written.unicodeScalars.contains(where: \.properties.isUppercase)
        let code = isSmall ? written.uppercased() : written
        func match(_ family: Issuer.Family, isLocal: Bool, isCertain: Bool) -> Match {
            let issuer = Issuer(code: code, family: family, isLocal: isLocal, names: [])
            return Match(issuer: issuer, code: code, restoresMarks: false, isCertain: isCertain)
        }
        let isCapital = code.unicodeScalars.filter(\.properties.isLowercase).count <= 1
        guard isCapital, code.unicodeScalars.count >= 3 else { return nil }
        for prefix in ["BCSĐ", "ĐU", "ĐĐ"] where code.hasPrefix(prefix) {
            return match(.party, isLocal: true, isCertain: true)
        }
        let isOffice = ["B", "VP", "UBKT", "TT", "HĐ"].contains { code.hasPrefix($0) }
        if isOffice, code.count >= 4 {
            if code.hasSuffix("TW") { return match(.party, isLocal: false, isCertain: true) }
            for suffix in ["TU", "HU", "QU", "ThU", "THU", "ĐU"] where code.hasSuffix(suffix) {
                return match(.party, isLocal: true, isCertain: true)
            }
        }
        if code.hasPrefix("BCĐ") || code.hasPrefix("UBND") || code.hasPrefix("HĐND") {
            return match(.state, isLocal: true, isCertain: true)
        }
        for prefix in ["MTTQ", "UBMTTQ", "MTTW"] where code.hasPrefix(prefix) {
            return match(.front, isLocal: true, isCertain: true)
        }
        if code.hasPrefix("S") || code.hasPrefix("P") { return match(.state, isLocal: true, isCertain: false) }
        if code.hasPrefix("B") { return match(.state, isLocal: false, isCertain: false) }
        return nil
    }
}
