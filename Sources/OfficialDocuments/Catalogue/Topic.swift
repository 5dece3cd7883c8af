/// What a document is about, as its title or the words behind its number say it.
struct Topic: Hashable, Sendable {
    /// Pairs of neighbouring folded words that say something.
    private let pairs: Set<String>

    /// Whether too little is said to compare.
    var isVague: Bool { pairs.isEmpty }

    init(_ phrases: [String]) {
        var pairs: Set<String> = []
        for phrase in phrases {
            let words = PhraseWord.words(of: phrase)
            for (first, second) in zip(words, words.dropFirst()) {
                if Self.fillers.contains(first.exact) || Self.fillers.contains(second.exact) { continue }
                let pair = "\(first.folded) \(second.folded)"
                if !Self.commonplaces.contains(pair) { pairs.insert(pair) }
            }
        }
        self.pairs = pairs
    }

    /// How much of what this topic says the other says too, from 0 to 1; `nil` when either is vague.
    func share(in other: Topic) -> Double? {
        guard !isVague, !other.isVague else { return nil }
        return Double(pairs.intersection(other.pairs).count) / Double(pairs.count)
    }

    /// Most of it is said there: the same topic.
    static let same = 0.6
    /// Next to nothing of it is said there: another topic.
    static let other = 0.15

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
