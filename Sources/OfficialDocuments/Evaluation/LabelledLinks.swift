/// Sentences of a collection's pages that cite a document by number, with the page that is meant.
///
/// `relations.tsv`: source, number, target, shared_number (1 where several documents bear the number), sentence.
public struct LabelledLinks: Sendable {
    /// A citation of a page with its answer.
    public struct Cited: Sendable {
        /// UTF-8 offset in the page's file.
        public var offset: Int
        /// `nil` for a name.
        public var number: DocumentNumber?
        /// What it means.
        public var resolution: Resolution

        /// Takes the parts as they are.
        public init(offset: Int, number: DocumentNumber?, resolution: Resolution) {
            self.offset = offset
            self.number = number
            self.resolution = resolution
        }
    }

    private struct Label {
        var line: Int
        var source: String
        var number: DocumentNumber
        var target: String
        var isShared: Bool
        var sentence: [UInt8]
    }

    private let path: String
    private let labels: [Label]

    /// The pages that have labels, sorted.
    public var sources: [String] { Set(labels.map(\.source)).sorted() }

    /// Reads the table at `path`.
    public init(file path: String, knowledge: Knowledge) throws(LabelledCitations.Failure) {
        let table = try LabelledTable(path)
        let (source, number) = (try table.column("source"), try table.column("number"))
        let (target, shared) = (try table.column("target"), try table.column("shared_number"))
        let sentence = try table.column("sentence")
        var labels: [Label] = []
        for row in table.rows {
            let cells = row.cells
            guard let read = DocumentNumber.parse(cells[number], with: knowledge)?.number, !cells[sentence].isEmpty
            else { throw .row(file: path, line: row.line) }
            labels.append(
                Label(
                    line: row.line, source: cells[source], number: read, target: cells[target],
                    isShared: cells[shared] == "1", sentence: Array(cells[sentence].utf8)))
        }
        self.path = path
        self.labels = labels
    }

    /// Which labels are linked to the document that is meant, and which are not.
    ///
    /// - Parameter read: the bytes and the citations of a page by its content path; `nil` if there is no such page.
    public func evaluate(
        reading read: (String) throws -> (bytes: [UInt8], cited: [Cited])?
    ) throws -> Outcomes {
        var outcomes = Outcomes()
        var pages: [String: (bytes: [UInt8], cited: [Cited])] = [:]
        for label in labels {
            if pages[label.source] == nil {
                guard let page = try read(label.source) else {
                    throw LabelledCitations.Failure.page(file: path, line: label.line, page: label.source)
                }
                pages[label.source] = page
            }
            guard let page = pages[label.source] else { continue }
            // Its title in the front matter may hold the sentence too.
            let sentences = Occurrence.all(of: label.sentence, in: page.bytes)
            guard !sentences.isEmpty else {
                throw LabelledCitations.Failure.label(file: path, line: label.line)
            }
            let cited = page.cited.first { cited in
                cited.number?.key == label.number.key && sentences.contains { $0.contains(cited.offset) }
            }
            let outcome: String
            switch cited?.resolution.outcome {
            case nil: outcome = "missed"
            case .resolved(label.target): outcome = "linked"
            case .resolved: outcome = "wrong"
            case .ambiguous: outcome = "ambiguous"
            case .missing: outcome = "missing"
            }
            let group = label.isShared ? "shared numbers" : "numbers of one document"
            outcomes.add(
                outcome, in: group, success: "linked",
                "\(label.source)\t\(label.line)\t\(label.number)\t\(label.target)")
        }
        outcomes.finish()
        return outcomes
    }
}
