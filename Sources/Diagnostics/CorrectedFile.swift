/// A file with the certain corrections of its problems.
public struct CorrectedFile: Sendable {
    /// As diagnostics call it.
    public let path: String
    /// The corrected bytes.
    public private(set) var bytes: [UInt8]
    /// The problems that are gone, in reading order.
    public private(set) var corrected: [Diagnostic] = []
    private let original: LineTable

    /// Applies what is certain; `nil` when nothing is. Of corrections that overlap the first is applied.
    public init?(path: String, bytes: [UInt8], correcting problems: [Diagnostic]) {
        self.path = path
        original = LineTable(bytes)
        self.bytes = []
        var end = 0
        let table = original
        let changes = problems.compactMap { problem -> (range: Range<Int>, text: String, problem: Diagnostic)? in
            guard let passage = problem.passage, let text = passage.correction, text != passage.written,
                let range = table.range(of: passage, at: problem.location)
            else { return nil }
            return (range, text, problem)
        }
        for change in changes.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
        where change.range.lowerBound >= end {
            self.bytes += bytes[end..<change.range.lowerBound] + Array(change.text.utf8)
            end = change.range.upperBound
            corrected.append(change.problem)
        }
        guard !corrected.isEmpty else { return nil }
        self.bytes += bytes[end...]
    }

    /// The lines that change, in the unified form that `patch` reads. A correction adds no line and takes none away.
    public var difference: String {
        let new = LineTable(bytes)
        var text = "--- a/\(path.withoutControls)\n+++ b/\(path.withoutControls)\n"
        var last = 0
        for line in corrected.map(\.location.line).flatMap({ $0...($0 + Self.reach) }) where line > last {
            guard let before = original.bytes(ofLine: line), let after = new.bytes(ofLine: line), before != after else {
                continue
            }
            last = line
            text += "@@ -\(line) +\(line) @@\n"
            for (sign, bytes) in [("-", before), ("+", after)] {
                text += sign + String(decoding: bytes, as: UTF8.self).withoutControls + "\n"
            }
        }
        return text
    }

    /// A passage after a lead may stand some lines below the place of its problem.
    private static let reach = 40
}
