/// Finds what a misspelt word was probably meant to be.
///
/// For many words against many candidates make `KnownNames`.
public enum Spelling {
    /// The candidate with the smallest edit distance to `word`, if that is at most a third of its length (and two).
    ///
    /// Ties go to the candidate that comes first.
    public static func closest(to word: String, among candidates: some Sequence<String>) -> String? {
        let letters = Array(word.lowercased().unicodeScalars.prefix(64))
        let limit = max(1, min(2, letters.count / 3))
        var best: (candidate: String, distance: Int)?
        for candidate in candidates {
            let distance = distance(letters, Array(candidate.lowercased().unicodeScalars.prefix(64)))
            if distance <= limit, distance < best?.distance ?? Int.max { best = (candidate, distance) }
        }
        return best?.candidate
    }

    /// The candidate that `closest` finds, where no other is as close: nothing else can have been meant.
    public static func only(closestTo word: String, among candidates: [String]) -> String? {
        guard let closest = closest(to: word, among: candidates) else { return nil }
        let letters = Array(word.lowercased().unicodeScalars.prefix(64))
        func distance(_ candidate: String) -> Int {
            self.distance(letters, Array(candidate.lowercased().unicodeScalars.prefix(64)))
        }
        let nearest = distance(closest)
        return candidates.contains { $0 != closest && distance($0) <= nearest } ? nil : closest
    }

    /// Levenshtein distance with neighbouring letters swapped counted once.
    private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for row in left.indices {
            var current = [row + 1]
            for column in right.indices {
                let cost = left[row] == right[column] ? 0 : 1
                var value = min(last[column + 1] + 1, current[column] + 1, last[column] + cost)
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    value = min(value, beforeLast[column - 1] + 1)
                }
                current.append(value)
            }
            beforeLast = last
            last = current
        }
        return last[right.count]
    }
}
