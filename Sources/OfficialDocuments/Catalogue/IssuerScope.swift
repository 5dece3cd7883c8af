/// Whether a number says which of many bodies issued it.
enum IssuerScope {
    /// True for a number that every place has one of (24-CT/TU, 37/KH-UBND), false for one of the centre, `nil` for a
    /// code the table does not know. A letter or an office names the body first: UBND-NC, MTTW-BTT.
    static func isLocal(_ number: DocumentNumber) -> Bool? {
        let issuers = Issuers.standard
        let first = String(number.issuer.prefix { $0 != "-" })
        return (issuers.issuer(code: number.issuer) ?? issuers.issuer(code: first))?.isLocal
    }

    /// Whether one place has several bodies that number so: every organisation has its Đảng ủy, every matter its Ban Chỉ
    /// đạo. The place alone then says nothing.
    static func isShared(_ number: DocumentNumber) -> Bool {
        let first = number.issuer.prefix { $0 != "-" && !$0.isNumber }
        return shared.contains(String(first))
    }

    private static let shared: Set<String> = [
        "ĐU", "ĐUK", "CB", "ĐB", "BCH", "BTV", "BCĐ", "BCSĐ", "ĐCT", "CĐCS", "ĐTN",
    ]
}
