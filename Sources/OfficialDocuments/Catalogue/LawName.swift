/// The name a law goes by: "Luật Tổ chức Chính phủ", whatever its page is titled.
enum LawName {
    /// The name of a law, code, ordinance or constitution, with its type word and without its year; `nil` for other types.
    static func name(of record: DocumentRecord, types: DocumentTypes) -> String? {
        guard let type = record.type.flatMap({ types.type(code: $0) ?? types.type(word: $0) }),
            ["Luật", "PL", "HP"].contains(type.typeClass), let word = type.words.first
        else { return nil }
        var words = PhraseWord.words(of: record.title).map(\.exact)
        if Array(words.prefix(2)) == ["bộ", "luật"] {
            words.removeFirst(2)
        } else if words.first == "luật" {
            words.removeFirst()
        }
        if [["pháp", "lệnh"], ["hiến", "pháp"]].contains(Array(words.prefix(2))) { words.removeFirst(2) }
        if words.last.map({ $0.utf8.count == 4 && Int($0) != nil }) == true { words.removeLast() }
        if words.last == "năm" { words.removeLast() }
        if type.typeClass == "HP" { return word }
        // A name of one letter or none is no title.
        return words.isEmpty ? nil : ([word] + words).joined(separator: " ")
    }
}
