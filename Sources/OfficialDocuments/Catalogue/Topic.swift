/// What a document is about, as its title or the words behind its number say it.
struct Topic: Hashable, Sendable {
    /// How what a citation says compares with what a document is about.
    enum Agreement: Hashable, Sendable {
        case same
        case other
        /// Too little is said, or only some of it fits.
        case unclear
    }

    /// Pairs of neighbouring folded words that say something, in order.
    private let pairs: [String]
    private let all: Set<String>

    /// Whether too little is said to compare.
    var isVague: Bool { pairs.isEmpty }

    init(_ phrases: [String]) {
        var pairs: [String] = []
        var all: Set<String> = []
        for phrase in phrases {
            let words = PhraseWord.words(of: phrase)
            for (first, second) in zip(words, words.dropFirst()) {
                if Self.fillers.contains(first.exact) || Self.fillers.contains(second.exact) { continue }
                let pair = "\(first.folded) \(second.folded)"
                if !Self.commonplaces.contains(pair), all.insert(pair).inserted { pairs.append(pair) }
            }
        }
        self.pairs = pairs
        self.all = all
    }

    /// Whether a document about `other` is what these words behind a number speak of.
    ///
    /// A topic without quotation marks runs on into the sentence, so its beginning decides: most of its first words fit,
    /// or none of the first ten pairs does.
    func agreement(with other: Topic) -> Agreement {
        guard !isVague, !other.isVague else { return .unclear }
        var hits = 0
        for (index, pair) in pairs.prefix(10).enumerated() {
            if other.all.contains(pair) { hits += 1 }
            let isLongEnough = index > 0 || pairs.count == 1
            if isLongEnough, hits * 5 >= (index + 1) * 3 { return .same }
        }
        return hits == 0 ? .other : .unclear
    }

    /// Words that join or stretch a title without saying what it is about.
    private static let fillers: Set<String> = [
        "về", "việc", "của", "và", "trong", "đối", "với", "các", "những", "một", "số", "cho", "theo", "tại", "ở", "đến",
        "từ", "giai", "đoạn", "thực", "hiện", "tăng", "cường", "đổi", "mới", "nghị", "quyết", "chỉ", "thị", "kết",
        "luận",
        "tác", "ve", "viec", "cua",
    ]

    private static let commonplaces: Set<String> = [
        "cong tac", "tinh hinh", "hoi nghi", "trung uong", "dai hoi", "ban chap", "chap hanh", "viet nam", "to chuc",
        "su lanh", "lanh dao", "dao cua", "quy dinh", "ke hoach", "chuong trinh",
    ]
}
