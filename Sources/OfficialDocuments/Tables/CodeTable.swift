/// Codes of one kind, looked up as people write them: in any case, and with the bar of Đ or the horn of Ư lost.
struct CodeTable<Value: Sendable>: Sendable {
    struct Match {
        var value: Value
        /// The canonical spelling.
        var code: String
        /// True if the code was written without the bar or the horn it has.
        var restoresMarks: Bool
    }

    private var exact: [String: (value: Value, code: String)] = [:]
    private var bare: [String: (value: Value, code: String)] = [:]
    /// Bare spellings of two codes (HD and HĐ): nothing is restored from them.
    private var ambiguous: Set<String> = []

    /// The first of two codes with one spelling wins.
    mutating func insert(_ value: Value, code: String) {
        let key = code.lowercased()
        guard exact[key] == nil else { return }
        exact[key] = (value, code)
        let stripped = Self.strip(key)
        if stripped != key {
            if bare[stripped] != nil { ambiguous.insert(stripped) }
            bare[stripped] = (value, code)
        }
    }

    func find(_ code: String) -> Match? {
        let key = code.lowercased()
        if let found = exact[key] { return Match(value: found.value, code: found.code, restoresMarks: false) }
        guard let found = bare[Self.strip(key)], !ambiguous.contains(Self.strip(key)) else { return nil }
        // ĐU written ĐƯ is no lost mark.
        guard key == Self.strip(key) || Self.strip(key) == Self.strip(found.code.lowercased()) else { return nil }
        return Match(value: found.value, code: found.code, restoresMarks: true)
    }

    private static func strip(_ key: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in key.unicodeScalars {
            switch scalar {
            case "đ": result.append("d")
            case "ư": result.append("u")
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}
