/// A word in scanned text: a run of letters and digits.
struct Word {
    var range: Range<Int>
    /// Lower case, without marks; `?` for a letter that has no Latin base.
    var folded: String
    /// Whether its first letter is a capital.
    var isCapital: Bool
}
