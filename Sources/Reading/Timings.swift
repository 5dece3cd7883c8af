/// How long each stage of a build took, for `--timings`.
public struct Timings: Sendable {
    /// Stages in the order they ran.
    public private(set) var stages: [(name: String, duration: Duration)] = []
    private let clock = ContinuousClock()

    /// No stage yet.
    public init() {}

    /// Runs `work` and notes how long it took.
    public mutating func measure<Result>(_ name: String, _ work: () async throws -> Result) async rethrows -> Result {
        let start = clock.now
        let result = try await work()
        stages.append((name, clock.now - start))
        return result
    }

    /// These stages and then those of `later`.
    public func followed(by later: Timings) -> Timings {
        var all = self
        all.stages += later.stages
        return all
    }
}
