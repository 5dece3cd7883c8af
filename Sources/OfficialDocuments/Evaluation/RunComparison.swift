/// What a run of a measurement gained and lost against an earlier one, line by line.
public struct RunComparison: Hashable, Sendable {
    /// Lines that the earlier run had not, in the order of this one.
    public let gained: [String]
    /// Lines that the earlier run had and this one has not, sorted.
    public let lost: [String]

    /// Compares `run` with `earlier`.
    public init(_ run: [String], with earlier: [String]) {
        let (before, now) = (Set(earlier), Set(run))
        gained = run.filter { !before.contains($0) }
        lost = earlier.filter { !now.contains($0) }.sorted()
    }
}
