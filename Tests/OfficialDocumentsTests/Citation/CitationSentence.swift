import Foundation
import OfficialDocuments

/// A sentence with its document numbers marked: `[[raw=>canonical|kind]]`.
struct CitationSentence: Sendable {
    /// What a mark says of a citation.
    struct Label: Hashable, Sendable, CustomStringConvertible {
        var range: Range<Int>
        var raw: String
        var canonical: String
        var kind: String

        var description: String { "\(kind) '\(raw)' \(canonical)" }
    }

    var line: Int
    var family: String
    var noise: String
    var text: [UInt8]
    var labels: Set<Label>

    /// The sentences of `Tests/Fixtures/citations/sentences.tsv`.
    static let all: [CitationSentence] = {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = tests.appendingPathComponent("Fixtures/citations/sentences.tsv")
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
        return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
            let cells = line.split(separator: "\t")
            guard cells.count == 3, line.unicodeScalars.first != "#" else { return nil }
            return CitationSentence(
                line: index + 1, family: String(cells[0]), noise: String(cells[1]), marked: String(cells[2]))
        }
    }()

    init(line: Int, family: String, noise: String, marked: String) {
        self.line = line
        self.family = family
        self.noise = noise
        text = []
        labels = []
        var rest = marked.replacingOccurrences(of: "\\n", with: "\n")
            .replacingOccurrences(of: "\\_", with: "\u{A0}")[...]
        while let open = rest.range(of: "[["), let close = rest.range(of: "]]", range: open.upperBound..<rest.endIndex)
        {
            text += Array(rest[..<open.lowerBound].utf8)
            let mark = rest[open.upperBound..<close.lowerBound].components(separatedBy: "|")
            let spelling = mark[0].components(separatedBy: "=>")
            let start = text.count
            text += Array(spelling[0].utf8)
            labels.insert(
                Label(
                    range: start..<text.count,
                    raw: spelling[0],
                    canonical: spelling.count > 1 ? spelling[1] : spelling[0],
                    kind: mark.count > 1 ? mark[1] : "full"
                ))
            rest = rest[close.upperBound...]
        }
        text += Array(rest.utf8)
    }

    /// What the finder makes of it, names apart.
    func found(by finder: CitationFinder) -> Set<Label> {
        Set(
            finder.find(in: text).filter { $0.kind != .name }.map { citation in
                Label(
                    range: citation.range,
                    raw: String(decoding: text[citation.range], as: UTF8.self),
                    canonical: citation.number?.description ?? "",
                    kind: citation.kind.rawValue
                )
            })
    }
}
