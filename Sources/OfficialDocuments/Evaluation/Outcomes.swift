/// How often each outcome of a measurement occurred, with a line for every one that is no success.
public struct Outcomes: Sendable, CustomStringConvertible {
    /// Counts by group and outcome.
    public private(set) var counts: [String: [String: Int]] = [:]
    /// One line for each success, sorted: what a later run is compared with.
    public private(set) var run: [String] = []
    /// What went otherwise.
    public private(set) var mistakes: [String] = []

    /// Nothing measured yet.
    public init() {}

    /// Counts `outcome` in `group`; `success` is the one that is wanted.
    mutating func add(_ outcome: String, in group: String, success: String, _ detail: String) {
        counts[group, default: [:]][outcome, default: 0] += 1
        if outcome == success { run.append(detail) } else { mistakes.append("\(outcome): \(detail)") }
    }

    mutating func finish() { run.sort() }

    /// A line a group: the share of each outcome; then every mistake.
    public var description: String {
        let lines = counts.sorted { $0.key < $1.key }.map { group, outcomes in
            let total = outcomes.values.reduce(0, +)
            let shares = outcomes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { outcome, count in
                let share = (Double(count) / Double(total) * 10_000).rounded() / 10_000
                return "\(outcome) \(count) (\(share))"
            }
            return "\(group): \(shares.joined(separator: ", ")) of \(total)"
        }
        return (lines + mistakes).joined(separator: "\n")
    }
}
