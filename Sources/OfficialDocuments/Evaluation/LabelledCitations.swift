import Foundation

/// Pages whose citations readers have labelled, to measure the finder with.
///
/// A folder holds `citations.tsv` (file, offset, raw, canonical, kind, …), optionally `shortforms.tsv` and
/// `negatives.tsv`, and `pages/`. The first line of a page is its address and no part of its text; offsets are Unicode
/// code points from 0 in the text behind it; a newline in `raw` is written `\n`.
public struct LabelledCitations: Sendable {
    /// A page without the line that holds its address.
    public struct Page: Sendable {
        /// Name of its file.
        public var name: String
        /// UTF-8.
        public var text: [UInt8]
    }

    /// What a reader says of a stretch of a page.
    public struct Label: Hashable, Sendable {
        /// UTF-8 offsets in the page's text.
        public var range: Range<Int>
        /// The text at the range.
        public var raw: String
        /// The number it means; empty where there is none.
        public var canonical: String
        /// The reader's kind (`plain`, `own`, `elided`, `variant`, `short`), or why it is no citation.
        public var kind: String
    }

    /// Why a labelled folder cannot be used.
    public enum Failure: Error, CustomStringConvertible {
        case unreadable(path: String)
        case column(file: String, name: String)
        case label(file: String, line: Int)
        case row(file: String, line: Int)
        case page(file: String, line: Int, page: String)

        /// In English, for whoever runs the evaluation.
        public var description: String {
            switch self {
            case .unreadable(let path): "cannot read \(path)"
            case .column(let file, let name): "\(file) has no column '\(name)'"
            case .label(let file, let line): "\(file):\(line): the text at this offset is not the labelled one"
            case .row(let file, let line): "\(file):\(line): the row lacks a cell, or a cell cannot be read"
            case .page(let file, let line, let page): "\(file):\(line): there is no page '\(page)'"
            }
        }
    }

    /// Sorted by name.
    public var pages: [Page]
    /// By page name, in the order of the table.
    public var citations: [String: [Label]]
    /// By page name: short forms of numbers.
    public var shortForms: [String: [Label]]
    /// By page name: what looks like a number and is none.
    public var negatives: [String: [Label]]

    /// Reads the folder at `path`.
    public init(folder path: String) throws(Failure) {
        let folder = URL(fileURLWithPath: path, isDirectory: true)
        let pagesPath = folder.appendingPathComponent("pages").path
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: pagesPath) else {
            throw .unreadable(path: pagesPath)
        }
        var pages: [Page] = []
        for name in names.sorted() where name.hasSuffix(".txt") {
            let bytes = try Self.read(pagesPath + "/" + name)
            let start = bytes.firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
            pages.append(Page(name: name, text: Array(bytes[start...])))
        }
        let texts = Dictionary(pages.map { ($0.name, $0.text) }) { first, _ in first }
        self.pages = pages
        citations = try Self.labels(path + "/citations.tsv", texts: texts, kind: "kind", isOptional: false)
        shortForms = try Self.labels(path + "/shortforms.tsv", texts: texts, kind: nil, isOptional: true)
        negatives = try Self.labels(path + "/negatives.tsv", texts: texts, kind: "why", isOptional: true)
    }

    private static func read(_ path: String) throws(Failure) -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else { throw .unreadable(path: path) }
        return Array(data)
    }

    private static func labels(
        _ path: String,
        texts: [String: [UInt8]],
        kind: String?,
        isOptional: Bool
    ) throws(Failure) -> [String: [Label]] {
        if isOptional, !FileManager.default.fileExists(atPath: path) { return [:] }
        let table = try LabelledTable(path)
        let (file, offset, raw) = (try table.column("file"), try table.column("offset"), try table.column("raw"))
        let canonical = table.column(ifPresent: "canonical")
        let kindColumn: Int? = if let kind { try table.column(kind) } else { nil }
        var result: [String: [Label]] = [:]
        for row in table.rows {
            let cells = row.cells
            guard let start = Int(cells[offset]), let text = texts[cells[file]] else {
                throw .label(file: path, line: row.line)
            }
            let written = cells[raw].replacingOccurrences(of: "\\n", with: "\n")
            let begin = byteOffset(ofScalar: start, in: text)
            let range = begin..<(begin + written.utf8.count)
            guard range.upperBound <= text.count, Array(text[range]) == Array(written.utf8) else {
                throw .label(file: path, line: row.line)
            }
            let label = Label(
                range: range,
                raw: written,
                canonical: canonical.map { cells[$0] } ?? "",
                kind: kindColumn.map { cells[$0] } ?? "short"
            )
            result[cells[file], default: []].append(label)
        }
        return result
    }

    private static func byteOffset(ofScalar count: Int, in text: [UInt8]) -> Int {
        var remaining = count
        for (offset, byte) in text.enumerated() where byte & 0xC0 != 0x80 {
            if remaining == 0 { return offset }
            remaining -= 1
        }
        return text.count
    }
}
