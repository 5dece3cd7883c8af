/// How the written form of a number departs from its canonical spelling.
public struct Deviation: OptionSet, Hashable, Sendable {
    /// One bit for each departure.
    public let rawValue: Int

    /// The departures whose bits are set.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Space or a line break inside the number, or a dash other than the hyphen: harmless.
    public static let spacing = Deviation(rawValue: 1)
    /// Separators of the wrong family: `22/CT-TW`.
    public static let separators = Deviation(rawValue: 2)
    /// `17-CTR/TU`, `18-CT/Ttg`.
    public static let letterCase = Deviation(rawValue: 4)
    /// A letter of another alphabet: `NÐ-CP`.
    public static let lookAlike = Deviation(rawValue: 8)
    /// The bar of Đ or another mark lost or misplaced: `86/2022/ND-CP`, `NQ-TƯ`.
    public static let marks = Deviation(rawValue: 16)
}
