/// A name of a document, reduced to what does not change between two ways of saying it.
///
/// "Nghị quyết Hội nghị Trung ương 7 (khóa XI)", "Nghị quyết Hội nghị lần thứ bảy Ban Chấp hành Trung ương Đảng khóa XI"
/// and "NQTW 7 khóa XI" are one name. What follows "về" behind such a name is its topic: the same session passed
/// several resolutions.
struct NamePhrase: Hashable, Sendable {
    /// Folded words of the name without its topic, joined by a space.
    var head: String
    /// Folded words of the topic; empty for none.
    var topic: [String]

    /// The name with its topic, if it has one.
    var full: String { topic.isEmpty ? head : "\(head) ve \(topic.joined(separator: " "))" }

    /// Whether it names a session of the central committee, which passes several resolutions.
    var isPlenum: Bool { head.hasPrefix("nghi quyet trung uong ") }

    init(head: String, topic: [String]) {
        self.head = head
        self.topic = topic
    }

    /// The name that `citation`, whose text is `text`, says.
    ///
    /// A session is what the finder read, with the term that stands beside it; a congress with an issuer beside it is
    /// not the national one, and goes by its words.
    init(_ citation: Citation, text: [UInt8]) {
        switch citation.name {
        case .plenum(let ordinal):
            self.init(head: Self.session("trung uong", ordinal, citation.term), topic: [])
        case .congress(let ordinal) where citation.issuerPhrase == nil:
            self.init(head: Self.session("dai hoi", ordinal, citation.term), topic: [])
        case .law(let key): self.init(head: key, topic: [])
        case .title: self.init(citation.title ?? "")
        case .alias, .congress, nil: self.init(text)
        }
    }

    init(_ phrase: String) { self.init(words: PhraseWord.words(of: phrase).map(\.folded)) }

    init(_ phrase: [UInt8]) { self.init(words: PhraseWord.words(of: phrase).map(\.folded)) }

    private init(words folded: [String]) {
        let words = folded.flatMap { Self.abbreviations[$0] ?? [$0] }
        let end = words.firstIndex(of: "ve") ?? words.endIndex
        guard let session = Self.session(words[..<end]) else {
            head = words.joined(separator: " ")
            topic = []
            return
        }
        head = session
        topic = end < words.endIndex ? Array(words[(end + 1)...]) : []
    }

    /// `title` without the type word and the "về việc" it may begin with, as it is quoted behind them.
    static func bareTitle(_ title: String, types: DocumentTypes) -> String {
        var words = PhraseWord.words(of: title).map(\.folded)[...]
        for count in [3, 2, 1] where words.count > count + 2 {
            if types.type(foldedWord: words.prefix(count).joined(separator: " ")) != nil {
                words = words.dropFirst(count)
                break
            }
        }
        for lead in ["ve", "viec"] where words.first == lead { words = words.dropFirst() }
        return words.joined(separator: " ")
    }

    /// "nghi quyet trung uong 7 khoa-11" or "nghi quyet dai hoi 12" for a resolution of the Party's central committee or
    /// of its national congress, otherwise nothing: "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XI" is another's.
    private static func session(_ words: ArraySlice<String>) -> String? {
        guard words.starts(with: ["nghi", "quyet"]) else { return nil }
        var ordinal: Int?
        var term: Int?
        var previous = ""
        for word in words {
            let number = Int(word) ?? roman(word) ?? (previous == "thu" ? ordinals[word] : nil)
            if let number, number < 100 {
                if previous == "khoa" { term = number } else { ordinal = number }
            } else if !sessionWords.contains(word) {
                return nil
            }
            previous = word
        }
        guard ordinal != nil || term != nil else { return nil }
        let pairs = zip(words, words.dropFirst()).map { "\($0) \($1)" }
        let body = pairs.contains("dai hoi") ? "dai hoi" : "trung uong"
        guard body == "dai hoi" || pairs.contains("trung uong") || pairs.contains("hoi nghi") else { return nil }
        return session(body, ordinal, term)
    }

    private static func session(_ body: String, _ ordinal: Int?, _ term: Int?) -> String {
        let parts = ["nghi quyet", body, ordinal.map(String.init), term.map { "khoa-\($0)" }]
        return parts.compactMap { $0 }.joined(separator: " ")
    }

    /// The words that the name of a session or congress may consist of, besides its numbers.
    private static let sessionWords: Set<String> = [
        "nghi", "quyet", "so", "hoi", "trung", "uong", "lan", "thu", "ban", "chap", "hanh", "dang", "cong", "san",
        "viet",
        "nam", "dai", "bieu", "toan", "quoc", "khoa", "cua",
    ]

    /// The value of a Roman numeral up to 39 in lower case.
    static func roman(_ word: String) -> Int? {
        let letters = Array(word.utf8)
        guard !letters.isEmpty, letters.count <= 7 else { return nil }
        var total = 0
        var previous = Int.max
        for letter in letters {
            let value: Int
            switch letter {
            case UInt8(ascii: "i"): value = 1
            case UInt8(ascii: "v"): value = 5
            case UInt8(ascii: "x"): value = 10
            default: return nil
            }
            if value > previous { total -= 2 * previous }
            total += value
            previous = value
        }
        return total
    }

    private static let abbreviations: [String: [String]] = [
        "nqdh": ["nghi", "quyet", "dai", "hoi"],
        "nqtw": ["nghi", "quyet", "trung", "uong"],
        "nq": ["nghi", "quyet"],
        "tw": ["trung", "uong"],
        "hntw": ["hoi", "nghi", "trung", "uong"],
        "bchtw": ["ban", "chap", "hanh", "trung", "uong"],
        "bch": ["ban", "chap", "hanh"],
        "dh": ["dai", "hoi"],
    ]

    private static let ordinals = [
        "nhat": 1, "hai": 2, "ba": 3, "tu": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9, "muoi": 10,
    ]
}
