enum CanonicalNumber {
    static func text(_ number: DocumentNumber) -> String {
        let year = number.year.map { "\($0)/" } ?? ""
        guard let type = number.type else { return "\(number.serial)/\(year)\(number.issuer)" }
        if number.family == .party { return "\(number.serial)-\(type)/\(number.issuer)" }
        return "\(number.serial)/\(year)\(type)-\(number.issuer)"
    }
}

enum IssuerScope {
    static func isLocal(_ number: DocumentNumber) -> Bool {
        let code = String(number.issuer.prefix { $0 != "-" })
        if ["TU", "HU", "QU", "ThU", "ĐU", "CB", "UBND", "HĐND", "MTTQ"].contains(code) { return true }
        if code.hasSuffix("TU") || code.hasSuffix("HU") { return true }
        return code.hasPrefix("S")
    }
}
