/// How much a term counts in a page: BM25 without the part that depends on the query, in a few levels.
struct Impact: Sendable {
    /// Saturation and length normalisation, chosen on two public sets of Vietnamese legal questions.
    private static let saturation = 1.0
    private static let lengthShare = 0.6
    private static let lowest = 0.3

    /// Levels for single syllables and for pairs: pairs repeat seldom and need fewer.
    static let syllableLevels = 16
    static let pairLevels = 8

    private let averageLength: Double

    init(averageLength: Double) { self.averageLength = max(averageLength, 1) }

    /// The level, from 0, of a term of weighted frequency `frequency` in a page of `length` syllables.
    func level(frequency: Int, length: Int, levels: Int) -> Int {
        let frequency = Double(frequency)
        let norm = 1 - Self.lengthShare + Self.lengthShare * Double(length) / averageLength
        let value = frequency * (Self.saturation + 1) / (frequency + Self.saturation * norm)
        let step = (Self.saturation + 1 - Self.lowest) / Double(levels - 1)
        return min(max(Int(((value - Self.lowest) / step).rounded()), 0), levels - 1)
    }

    /// What each level stands for, in thousandths.
    static func values(levels: Int) -> [Int] {
        let step = (saturation + 1 - lowest) / Double(levels - 1)
        return (0..<levels).map { Int(((lowest + step * Double($0)) * 1000).rounded()) }
    }
}
