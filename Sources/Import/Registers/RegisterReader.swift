import Content
import Diagnostics
import Foundation
import OfficialDocuments
import VietnameseText

/// Reads a register of exemplary models: a row a model, columns by the names offices give them.
struct RegisterReader {
    let localities: Localities

    /// Headings of columns, folded, by the key they fill. The first that a heading begins with holds.
    private static let columns: [(key: String, headings: [String])] = [
        ("title", ["ten mo hinh", "ten dien hinh", "mo hinh dien hinh", "ten goi", "title", "ten"]),
        ("locality", ["dia phuong", "dia ban", "noi thuc hien", "locality", "xa phuong", "tinh"]),
        ("field", ["linh vuc", "field"]),
        ("holder", ["tap the ca nhan", "loai", "holder"]),
        ("form", ["hinh thuc", "form"]),
        ("stage", ["giai doan", "trang thai", "tinh trang", "tien do", "stage"]),
        ("registered", ["nam dang ky", "ngay dang ky", "dang ky", "registered"]),
        ("recognised", ["nam cong nhan", "ngay cong nhan", "cong nhan", "recognised"]),
        ("period", ["thoi ky", "period"]),
        ("summary", ["tom tat", "summary"]),
    ]

    /// A draft for each row.
    func read(_ bytes: [UInt8], file: String) throws(ImportFailure) -> [PageDraft] {
        guard let text = Self.text(bytes) else {
            throw ImportFailure(
                vi: "\(file) không phải UTF-8; trong Excel chọn “CSV UTF-8”",
                en: "\(file) is not UTF-8; choose “CSV UTF-8” in Excel")
        }
        guard let rows = CSVTable.rows(of: Normalisation.compose(text)) else {
            throw ImportFailure(
                vi: "\(file) có dấu nháy kép không đóng", en: "\(file) has a quotation mark that is never closed")
        }
        guard let header = rows.first(where: { row in row.contains { Self.key($0) == "title" } }),
            let start = rows.firstIndex(of: header)
        else {
            throw ImportFailure(
                vi: "\(file) không có cột tên mô hình; dòng đầu cần một cột “Tên mô hình”",
                en: "\(file) has no column with the names of the models (“Tên mô hình”)")
        }
        var keys: [String?] = []
        for heading in header {
            let key = Self.key(heading)
            keys.append(keys.contains(key) ? nil : key)
        }
        return rows[(start + 1)...].compactMap { draft($0, header, keys, file: file) }
    }

    /// UTF-8, or UTF-16 where a byte order mark says so.
    private static func text(_ bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return String(data: Data(bytes), encoding: .utf16)
        }
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        return String(validating: body, as: UTF8.self)
    }

    private static func key(_ heading: String) -> String? {
        let words = Folding.fold(heading).split { !$0.isLetter }.joined(separator: " ")
        return columns.first { $0.headings.contains { words == $0 || words.hasPrefix($0 + " ") } }?.key
    }

    private func draft(_ row: [String], _ header: [String], _ keys: [String?], file: String) -> PageDraft? {
        var draft = PageDraft(kind: .model, name: "")
        var rest: [Block] = []
        for (index, written) in row.enumerated() where index < header.count {
            let value = LayoutLine(written).text
            if value.isEmpty { continue }
            let key = keys[index]
            switch key {
            case "title":
                draft.title = value
                draft.set("title", YAMLText.scalar(value))
            case "locality":
                if case .found(let id) = localities.lookup(value) {
                    draft.set("locality", id)
                } else {
                    draft.set(
                        "locality", nil,
                        doubt: Message(
                            vi: "chưa có “\(value)” trong localities.yaml", en: "“\(value)” is not in localities.yaml"))
                    rest.append(Self.line(header[index], value))
                }
            case "stage", "form", "holder":
                if let choice = ContentSchema.choice(value, of: key ?? "", for: .model) {
                    draft.set(key ?? "", choice)
                } else {
                    rest.append(Self.line(header[index], value))
                }
            case let key?: draft.set(key, YAMLText.scalar(value))
            case nil where !["tt", "stt", "so tt", "so thu tu"].contains(Folding.fold(header[index]).trimmedMarks):
                let lines = written.split(separator: "\n").map { [Inline.text(String($0))] }
                rest.append(.heading(level: 2, [.text(LayoutLine(header[index]).text)]))
                rest.append(.paragraph(Array(lines.joined(separator: [.lineBreak]))))
            case nil: break
            }
        }
        guard !draft.title.isEmpty else { return nil }
        draft.name = DraftNaming.name(of: draft.title)
        draft.headLines = ["Sổ: \(file)"]
        draft.body = MarkdownWriter.write(rest)
        return draft
    }

    private static func line(_ heading: String, _ value: String) -> Block {
        .paragraph([.strong([.text(LayoutLine(heading).text + ":")]), .text(" " + value)])
    }
}

extension String {
    /// Without marks at its ends.
    fileprivate var trimmedMarks: String { split { !$0.isLetter }.joined(separator: " ") }
}
