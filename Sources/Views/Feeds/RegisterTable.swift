import Content
import OfficialDocuments
import Reading

/// The registers of documents and models as tables for spreadsheets (RFC 4180, UTF-8 with a byte order mark, without which
/// Excel takes another encoding). A model with several results stands once for each.
struct RegisterTable {
    let collection: Collection

    /// The whole file for documents or models, with a head line.
    func text(of kind: PageKind) -> String {
        let members = collection.pages.indices.filter {
            collection.pages[$0].kind == kind && !collection.pages[$0].head.isDraft
        }
        let lines = kind == .model ? members.flatMap(model) : members.map(document)
        let head = (kind == .model ? Self.modelHead : Self.documentHead).map(collection.word)
        return "\u{FEFF}" + ([head] + lines).map { $0.map(Self.cell).joined(separator: ",") + "\r\n" }.joined()
    }

    private static let documentHead = [
        "columnNumber", "attributeType", "columnTitle", "columnDate", "attributeIssuer", "attributePlace",
        "columnStatus", "columnAddress",
    ]

    private static let modelHead = [
        "columnModel", "columnForm", "columnField", "columnPlace", "columnIndicator", "columnFigure", "columnUnit",
        "columnYear", "columnStage", "columnPeriod", "attributeRegistered", "attributeRecognised", "columnAddress",
    ]

    private func document(_ index: Int) -> [String] {
        let page = collection.pages[index]
        let status = collection.standing(of: page.id)?.status ?? page.head.status ?? .unknown
        return [
            LinkItem(collection: collection).number(of: page) ?? "", collection.typeName(of: page) ?? "",
            collection.title(of: index),
            page.head.date?.iso ?? "", page.head.issuer ?? "", page.locality.map(collection.placeName) ?? "",
            collection.status(status).text, address(page),
        ]
    }

    private func model(_ index: Int) -> [[String]] {
        let page = collection.pages[index]
        let head = page.head
        let results = head.results.isEmpty ? [PageHead.ModelResult(indicator: "", value: "")] : head.results
        return results.map { result in
            [
                collection.title(of: index), head.form ?? "", head.field ?? "",
                page.locality.map(collection.placeName) ?? "",
                result.indicator, result.value, result.unit ?? "", result.year ?? "", head.stage?.rawValue ?? "",
                head.period ?? "", head.registered ?? "", head.recognised ?? "", address(page),
            ]
        }
    }

    private func address(_ page: Page) -> String { collection.absolute(page.url) ?? page.url }

    /// A text that a spreadsheet would take for a formula gets an apostrophe before it; a number with its sign stays one.
    ///
    /// Source: OWASP, CSV Injection: `=`, `+`, `-`, `@`, tab, CR and LF at the start of a cell, and their full-width forms.
    static func cell(_ text: String) -> String {
        let isFormula = text.unicodeScalars.first.map { "=+-@\t\r\n＝＋－＠".unicodeScalars.contains($0) } == true
        let text = isFormula && !isNumber(text) ? "'" + text : text
        guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    /// `-5`, `+3,2%`, `-1.200`: a sign and figures alone.
    private static func isNumber(_ text: String) -> Bool {
        let figures = text.dropFirst()
        return figures.first?.isWholeNumber == true
            && figures.allSatisfy { $0.isASCII && ($0.isWholeNumber || ".,% ".contains($0)) }
    }
}
