import Foundation

/// How long a page is, in one digit: the search norms frequencies by it (BM25).
enum PageLength {
    /// Each digit is a seventh more than the one below: 1 to 100,000 syllables in 89 steps.
    private static let step = 1.14

    /// The digit of a page of `syllables`.
    static func digit(_ syllables: Int) -> Int {
        min(Int((log(Double(max(syllables, 1))) / log(step)).rounded()), 88)
    }
}
