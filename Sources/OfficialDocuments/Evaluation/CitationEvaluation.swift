/// What the finder gets right, misses and invents on labelled pages.
public struct CitationEvaluation: Sendable {
    /// Counts behind precision, recall and F1.
    public struct Score: Hashable, Sendable {
        /// Labelled and found.
        public var hits: Int
        /// Labelled and not found.
        public var misses: Int
        /// Found and not labelled.
        public var inventions: Int

        /// No counts yet, unless they are given.
        public init(hits: Int = 0, misses: Int = 0, inventions: Int = 0) {
            self.hits = hits
            self.misses = misses
            self.inventions = inventions
        }

        /// 1 when nothing was found and nothing was to be found.
        public var precision: Double { hits + inventions == 0 ? 1 : Double(hits) / Double(hits + inventions) }
        /// 1 when nothing was to be found.
        public var recall: Double { hits + misses == 0 ? 1 : Double(hits) / Double(hits + misses) }
        /// The harmonic mean of both, 0 when both are.
        public var f1: Double {
            precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
        }
    }

    /// A labelled citation that was not found, or a found one that is not labelled.
    public struct Mistake: Hashable, Sendable {
        /// Name of the page's file.
        public var page: String
        /// UTF-8 offset in the page's text.
        public var offset: Int
        /// The text there, a newline written `\n`.
        public var raw: String
        /// What it should be, or what it was read as.
        public var detail: String
    }

    /// Numbers by exact span.
    public private(set) var finding = Score()
    /// Numbers by exact span and canonical form.
    public private(set) var canonical = Score()
    /// Short forms by exact span.
    public private(set) var shortForms = Score()
    /// Hits and misses by the reader's kind.
    public private(set) var byKind: [String: Score] = [:]
    /// Labelled and not found.
    public private(set) var missed: [Mistake] = []
    /// Found and not labelled.
    public private(set) var invented: [Mistake] = []
    /// Found at the right place, read as another number.
    public private(set) var misread: [Mistake] = []
    /// Found where a reader says that there is none; these are among the invented.
    public private(set) var trapped: [Mistake] = []
    /// One line for each citation found and read rightly, sorted: page, offset, raw, canonical.
    public private(set) var run: [String] = []

    /// Runs `finder` over `labelled`.
    public init(_ labelled: LabelledCitations, finder: CitationFinder) {
        for page in labelled.pages {
            let citations = finder.find(in: page.text)
            let labels = labelled.citations[page.name, default: []]
            numbers(page, citations.filter { $0.kind != .short && $0.kind != .name }, labels)
            traps(page, citations, labelled.negatives[page.name, default: []])
            shorts(page, citations.filter { $0.kind == .short }, labelled.shortForms[page.name, default: []])
        }
        run.sort()
    }

    private mutating func numbers(
        _ page: LabelledCitations.Page,
        _ found: [Citation],
        _ labels: [LabelledCitations.Label]
    ) {
        let byRange = Dictionary(found.map { ($0.range, $0) }) { first, _ in first }
        for label in labels {
            guard let citation = byRange[label.range] else {
                finding.misses += 1
                canonical.misses += 1
                byKind[label.kind, default: Score()].misses += 1
                missed.append(mistake(page, label.range, label.canonical))
                continue
            }
            finding.hits += 1
            let number = citation.number?.description ?? ""
            if number == label.canonical {
                canonical.hits += 1
                byKind[label.kind, default: Score()].hits += 1
                run.append("\(page.name)\t\(label.range.lowerBound)\t\(escape(label.raw))\t\(number)")
            } else {
                canonical.misses += 1
                canonical.inventions += 1
                byKind[label.kind, default: Score()].misses += 1
                misread.append(mistake(page, label.range, "\(label.canonical) was read as \(number)"))
            }
        }
        let ranges = Set(labels.map(\.range))
        for citation in found where !ranges.contains(citation.range) {
            finding.inventions += 1
            canonical.inventions += 1
            invented.append(mistake(page, citation.range, citation.number?.description ?? ""))
        }
    }

    private mutating func traps(
        _ page: LabelledCitations.Page,
        _ found: [Citation],
        _ negatives: [LabelledCitations.Label]
    ) {
        for citation in found where citation.kind != .name && citation.kind != .short {
            for negative in negatives where negative.range.overlaps(citation.range) {
                trapped.append(mistake(page, citation.range, negative.kind))
            }
        }
    }

    private mutating func shorts(
        _ page: LabelledCitations.Page,
        _ found: [Citation],
        _ labels: [LabelledCitations.Label]
    ) {
        let ranges = Set(found.map(\.range))
        for label in labels {
            if ranges.contains(label.range) {
                shortForms.hits += 1
                run.append("\(page.name)\t\(label.range.lowerBound)\t\(escape(label.raw))\tshort")
            } else {
                shortForms.misses += 1
                missed.append(mistake(page, label.range, "short form of \(label.canonical)"))
            }
        }
        let labelled = Set(labels.map(\.range))
        for citation in found where !labelled.contains(citation.range) {
            shortForms.inventions += 1
            let number = citation.number?.description ?? "no number"
            invented.append(mistake(page, citation.range, "short form of \(number)"))
        }
    }

    private func mistake(_ page: LabelledCitations.Page, _ range: Range<Int>, _ detail: String) -> Mistake {
        let raw = String(decoding: page.text[range], as: UTF8.self)
        return Mistake(page: page.name, offset: range.lowerBound, raw: escape(raw), detail: detail)
    }

    private func escape(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\\n")
    }
}

extension CitationEvaluation: CustomStringConvertible {
    /// The report: scores, then every mistake.
    public var description: String {
        var lines = ["                precision  recall     F1   hits misses inventions"]
        for (name, score) in [("finding", finding), ("canonical", canonical), ("short forms", shortForms)] {
            lines.append(line(name, score))
        }
        for (kind, score) in byKind.sorted(by: { $0.key < $1.key }) {
            lines.append(line("  " + kind, score))
        }
        for (name, mistakes) in [
            ("missed", missed), ("misread", misread), ("invented", invented), ("trapped", trapped),
        ] {
            for mistake in mistakes {
                lines.append("\(name): \(mistake.page):\(mistake.offset): '\(mistake.raw)' \(mistake.detail)")
            }
        }
        return lines.joined(separator: "\n")
    }

    private func line(_ name: String, _ score: Score) -> String {
        func pad(_ text: String, _ width: Int) -> String {
            String(repeating: " ", count: max(0, width - text.count)) + text
        }
        func ratio(_ value: Double) -> String {
            let thousandths = Int((value * 1000).rounded())
            let rest = "\(thousandths % 1000)"
            return "\(thousandths / 1000).\(String(repeating: "0", count: 3 - rest.count))\(rest)"
        }
        let title = name + String(repeating: " ", count: max(0, 16 - name.count))
        return title + pad(ratio(score.precision), 9) + pad(ratio(score.recall), 8) + pad(ratio(score.f1), 7)
            + pad("\(score.hits)", 7) + pad("\(score.misses)", 7) + pad("\(score.inventions)", 11)
    }
}
