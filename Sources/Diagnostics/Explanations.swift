/// What `sohieu explain` says of each problem: the sections of `docs/thong-bao.md`, a page of the manual.
public struct Explanation: Hashable, Sendable {
    /// The id of the problem.
    public var id: String
    /// What is wrong, in a few words.
    public var title: String
    /// The section below its heading, in Markdown.
    public var text: String
}

/// Every explanation, from the one table that is also the manual's.
public enum Explanations {
    /// In the order of the page, which is that of the alphabet.
    public static let all = read(String(decoding: PackageResources.thong_bao_md, as: UTF8.self))

    /// Every id there is.
    public static var ids: [String] { all.map(\.id) }

    /// Sections begin with "## `id` – title".
    static func read(_ page: String) -> [Explanation] {
        var explanations: [Explanation] = []
        for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("## `") {
                let parts = line.dropFirst(4).split(separator: "`", maxSplits: 1)
                let title = parts.count > 1 ? parts[1].drop { " –".contains($0) } : ""
                explanations.append(Explanation(id: String(parts.first ?? ""), title: String(title), text: ""))
            } else if !explanations.isEmpty {
                explanations[explanations.count - 1].text += line + "\n"
            }
        }
        return explanations.map { explanation in
            var trimmed = explanation
            let lines = explanation.text.split(separator: "\n", omittingEmptySubsequences: false)
            let start = lines.firstIndex { !$0.isEmpty } ?? 0
            let end = lines.lastIndex { !$0.isEmpty } ?? 0
            trimmed.text = start <= end ? lines[start...end].joined(separator: "\n") : ""
            return trimmed
        }
    }
}
