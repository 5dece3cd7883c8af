/// The issuers by their names, for phrases that name one: "Ban Thường vụ Tỉnh ủy Lâm Đồng", "Thủ tướng".
struct IssuerNames: Sendable {
    /// Folded words with the code they stand for, by the first word.
    private var byFirst: [String: [(words: [String], code: String)]] = [:]

    init(_ issuers: [Issuer]) {
        for issuer in issuers {
            for name in issuer.names + [issuer.code] {
                let words = PhraseWord.words(of: name).map(\.folded)
                guard let first = words.first else { continue }
                byFirst[first, default: []].append((words, issuer.code))
            }
        }
    }

    /// The codes whose name stands in `phrase`; of names that share words the longest counts.
    func codes(in phrase: String) -> Set<String> {
        let words = PhraseWord.words(of: phrase).map(\.folded)
        // "Nghị quyết 18 của Trung ương": what follows makes it an office ("Trung ương Đoàn").
        if ["trung uong", "trung uong dang"].contains(words.joined(separator: " ")) { return ["TW"] }
        var codes: Set<String> = []
        var index = 0
        while index < words.count {
            let fitting = (byFirst[words[index]] ?? []).filter { words[index...].starts(with: $0.words) }
            guard let longest = fitting.map(\.words.count).max() else { index += 1; continue }
            for name in fitting where name.words.count == longest { codes.insert(name.code) }
            index += longest
        }
        return codes
    }
}
