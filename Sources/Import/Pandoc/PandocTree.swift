import Foundation

/// Reads Pandoc's syntax tree (pandoc-types 1.22 and 1.23) into blocks.
struct PandocTree {
    /// The blocks of a document; `nil` when `json` is no such tree.
    static func read(_ json: Data) -> [Block]? {
        guard let root = try? JSONSerialization.jsonObject(with: json) as? [String: Any],
            let blocks = root["blocks"] as? [Any]
        else { return nil }
        return self.blocks(blocks)
    }

    // MARK: Blocks

    private static func blocks(_ value: Any?) -> [Block] {
        (value as? [Any] ?? []).flatMap(block)
    }

    private static func block(_ value: Any) -> [Block] {
        guard let node = value as? [String: Any], let tag = node["t"] as? String else { return [] }
        let content = node["c"]
        let parts = content as? [Any] ?? []
        switch tag {
        case "Para", "Plain": return [.paragraph(inlines(content))]
        case "Header": return [.heading(level: parts.first as? Int ?? 1, inlines(parts.at(2)))]
        case "LineBlock":
            let lines = parts.map(inlines)
            return [.paragraph(Array(lines.joined(separator: [.lineBreak])))]
        case "BulletList": return [.list(.bullet, items: parts.map(blocks))]
        case "OrderedList":
            return [.list(kind(parts.at(0)), items: (parts.at(1) as? [Any] ?? []).map(blocks))]
        case "DefinitionList":
            return parts.flatMap { entry -> [Block] in
                let entry = entry as? [Any] ?? []
                let meanings = (entry.at(1) as? [Any] ?? []).flatMap(blocks)
                return [.paragraph([.strong(inlines(entry.at(0)))])] + meanings
            }
        case "BlockQuote": return [.quote(blocks(content))]
        case "CodeBlock": return [.code(parts.at(1) as? String ?? "")]
        case "Table": return [table(parts)]
        case "Div": return blocks(parts.at(1))
        case "Figure":
            // attributes, [short caption, caption], content
            return blocks(parts.at(2)) + blocks((parts.at(1) as? [Any])?.at(1))
        default: return []
        }
    }

    private static func kind(_ value: Any?) -> ListKind {
        let parts = value as? [Any] ?? []
        let style = (parts.at(1) as? [String: Any])?["t"] as? String
        let numeral: ListKind.Numeral =
            switch style {
            case "LowerAlpha": .lowerLetter
            case "UpperAlpha": .upperLetter
            case "LowerRoman": .lowerRoman
            case "UpperRoman": .upperRoman
            default: .decimal
            }
        return .ordered(start: parts.at(0) as? Int ?? 1, numeral)
    }

    // MARK: Tables

    /// attributes, caption, columns, head, bodies, foot
    private static func table(_ parts: [Any]) -> Block {
        // A head without a word stands where the format has none.
        var rows = self.rows((parts.at(3) as? [Any])?.at(1)).filter { $0.contains { !$0.blocks.isEmpty } }
        for body in parts.at(4) as? [Any] ?? [] {
            let body = body as? [Any] ?? []
            rows += self.rows(body.at(2)) + self.rows(body.at(3))
        }
        rows += self.rows((parts.at(5) as? [Any])?.at(1))
        return .table(CellGrid(rows).table)
    }

    private static func rows(_ value: Any?) -> [[CellGrid.Cell]] {
        (value as? [Any] ?? []).map { row in
            ((row as? [Any])?.at(1) as? [Any] ?? []).map { cell in
                let cell = cell as? [Any] ?? []
                return CellGrid.Cell(
                    blocks: blocks(cell.at(4)), rows: cell.at(2) as? Int ?? 1, columns: cell.at(3) as? Int ?? 1)
            }
        }
    }

    // MARK: Inlines

    private static func inlines(_ value: Any?) -> [Inline] {
        var result: [Inline] = []
        for node in value as? [Any] ?? [] {
            for inline in inline(node) {
                if case .text(let text) = inline, case .text(let before)? = result.last {
                    result[result.count - 1] = .text(before + text)
                } else {
                    result.append(inline)
                }
            }
        }
        return result
    }

    private static func inline(_ value: Any) -> [Inline] {
        guard let node = value as? [String: Any], let tag = node["t"] as? String else { return [] }
        let content = node["c"]
        let parts = content as? [Any] ?? []
        switch tag {
        case "Str": return [.text(content as? String ?? "")]
        case "Space", "SoftBreak": return [.text(" ")]
        case "LineBreak": return [.lineBreak]
        case "Strong": return [.strong(inlines(content))]
        case "Emph": return [.emphasis(inlines(content))]
        case "Strikeout": return [.struck(inlines(content))]
        case "Superscript": return [.raised(inlines(content))]
        case "Subscript": return [.lowered(inlines(content))]
        case "Underline", "SmallCaps": return inlines(content)
        case "Span", "Cite": return inlines(parts.at(1))
        case "Quoted":
            let isSingle = (parts.at(0) as? [String: Any])?["t"] as? String == "SingleQuote"
            return [.text(isSingle ? "‘" : "“")] + inlines(parts.at(1)) + [.text(isSingle ? "’" : "”")]
        case "Code": return [.code(parts.at(1) as? String ?? "")]
        case "Math": return [.text(parts.at(1) as? String ?? "")]
        case "Link":
            let target = (parts.at(2) as? [Any])?.at(0) as? String ?? ""
            // A bookmark of the word processor leads nowhere outside it.
            return target.hasPrefix("#") ? inlines(parts.at(1)) : [.link(inlines(parts.at(1)), target: target)]
        case "Image":
            let target = (parts.at(2) as? [Any])?.at(0) as? String ?? ""
            return [.image(alternative: inlines(parts.at(1)).plain, path: target)]
        case "Note": return [.note(blocks(content))]
        default: return []
        }
    }
}

extension [Any] {
    /// The element at `index`, if there is one.
    fileprivate func at(_ index: Int) -> Any? { index < count ? self[index] : nil }
}
