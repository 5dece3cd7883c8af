import Diagnostics

/// What an editor has to look at in the tables of a text, since Markdown has plainer ones.
enum TableRemarks {
    /// One remark for each table that lost something of its form.
    static func remarks(on blocks: [Block]) -> [Message] {
        tables(in: blocks).enumerated().compactMap { index, table in
            let broken = table.rows.joined().count { CellText.lines(of: $0).count > 1 }
            guard table.spans > 0 || broken > 0 else { return nil }
            let spans = (vi: "\(table.spans) ô gộp đã tách", en: "\(table.spans) merged cells were parted")
            let lines = (
                vi: "\(broken) ô nhiều dòng nay liền một dòng", en: "\(broken) cells of several lines are one line"
            )
            let parts = (table.spans > 0 ? [spans] : []) + (broken > 0 ? [lines] : [])
            return Message(
                vi: "bảng \(index + 1): " + parts.map(\.vi).joined(separator: "; "),
                en: "table \(index + 1): " + parts.map(\.en).joined(separator: "; "))
        }
    }

    private static func tables(in blocks: [Block]) -> [Table] {
        blocks.flatMap { block -> [Table] in
            switch block {
            case .table(let table): [table]
            case .list(_, let items): items.flatMap(tables)
            case .quote(let inner): tables(in: inner)
            case .heading, .paragraph, .code: []
            }
        }
    }
}
