/// Paragraphs that name a document by type, serial and year, with the full number that their page gives elsewhere.
///
/// `year-forms.tsv`: page, mention, number, paragraph.
public enum YearForms {
    /// Where each mention is found with the number it stands for.
    public static func evaluate(
        file path: String,
        finder: CitationFinder,
        knowledge: Knowledge
    ) throws(LabelledCitations.Failure) -> Outcomes {
        let table = try LabelledTable(path)
        let (page, mention) = (try table.column("page"), try table.column("mention"))
        let (number, paragraph) = (try table.column("number"), try table.column("paragraph"))
        var outcomes = Outcomes()
        for row in table.rows {
            let cells = row.cells
            guard let stated = DocumentNumber.parse(cells[number], with: knowledge)?.number else {
                throw .row(file: path, line: row.line)
            }
            // The page's full number stands in a paragraph of its own.
            let text = Array((cells[paragraph] + "\n\nVăn bản số \(cells[number]).").utf8)
            let form = Array(cells[mention].utf8)
            guard !Occurrence.all(of: form, in: text).isEmpty else { throw .row(file: path, line: row.line) }
            let found = finder.find(in: text).first { Array(text[$0.range]) == form }
            let outcome = found.map { $0.number?.key == stated.key ? "read" : "misread" } ?? "missed"
            outcomes.add(
                outcome, in: "year forms", success: "read", "\(cells[page])\t\(row.line)\t\(cells[mention])\t\(stated)")
        }
        outcomes.finish()
        return outcomes
    }
}

/// Where bytes stand in others.
enum Occurrence {
    static func all(of needle: [UInt8], in text: [UInt8]) -> [Range<Int>] {
        guard let first = needle.first else { return [] }
        var found: [Range<Int>] = []
        var index = 0
        while index + needle.count <= text.count {
            if text[index] == first, text[index...].starts(with: needle) {
                found.append(index..<index + needle.count)
                index += needle.count
            } else {
                index += 1
            }
        }
        return found
    }
}
