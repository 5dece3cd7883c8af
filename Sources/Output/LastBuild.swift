import Diagnostics
import Digests
import Disk
import Foundation

/// What the last build of an output was made from, what it said, and what came of it: as long as all of that holds, the next
/// one has nothing to do.
public struct LastBuild: Codable, Sendable {
    /// `BuildInputs.digest`.
    private let inputs: String
    /// The digest of the output's list, `SHA256SUMS`.
    private let list: String
    /// Every problem that was told.
    public let diagnostics: [Diagnostic]
    /// How many pages the site has.
    public let pages: Int

    private static let name = "build"

    /// A build from `inputs` that has just been published in `output`.
    public init(from inputs: SHA256Digest, _ diagnostics: [Diagnostic], _ summary: SiteWriter.Summary) {
        self.inputs = inputs.description
        list = summary.list.description
        self.diagnostics = diagnostics
        pages = summary.pages
    }

    /// What `output` remembers; `nil` unless a build from `inputs` would make exactly what lies there.
    public init?(from inputs: SHA256Digest, in output: OutputFolder) {
        guard let bytes = output.remembered(Self.name),
            let last = try? JSONDecoder().decode(Self.self, from: Data(bytes)),
            last.inputs == inputs.description, let list = SHA256Digest(hex: last.list), output.holds(list: list)
        else { return nil }
        self = last
    }

    /// Lets `output` remember it.
    public func keep(in output: OutputFolder) {
        if let bytes = try? JSONEncoder().encode(self) { output.remember(Array(bytes), as: Self.name) }
    }
}
