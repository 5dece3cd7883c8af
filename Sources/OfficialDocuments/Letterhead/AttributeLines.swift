import VietnameseText

/// The lines "Số hiệu: 522/KH-UBND" in which portals state the attributes of a document.
struct AttributeLines {
    enum Attribute: CaseIterable {
        case number, type, issuer, date, title, signer

        /// Labels, folded.
        var labels: [String] {
            switch self {
            case .number:
                ["so hieu van ban", "so hieu", "so ky hieu", "so van ban", "so / ky hieu", "so/ky hieu", "ky hieu"]
            case .type: ["loai van ban", "the loai van ban", "hinh thuc van ban"]
            case .issuer: ["co quan ban hanh", "noi ban hanh", "don vi ban hanh", "co quan/don vi ban hanh"]
            case .date: ["ngay ban hanh", "ngay ky"]
            case .title: ["trich yeu", "trich yeu noi dung", "ve viec", "ten van ban"]
            case .signer: ["nguoi ky"]
            }
        }
    }

    private var values: [Attribute: String] = [:]
    /// The line behind the last attribute.
    private(set) var end = 0

    /// Whether there are enough of them to be a table of attributes.
    var isTable: Bool { values[.number] != nil && values.count >= 3 }

    subscript(attribute: Attribute) -> String? { isTable ? values[attribute] : nil }

    init(_ lines: [LayoutLine]) {
        for (index, line) in lines.enumerated() {
            for attribute in Attribute.allCases where values[attribute] == nil {
                guard let value = Self.value(of: attribute, in: line) else { continue }
                values[attribute] = value
                end = index + 1
                break
            }
        }
    }

    private static func value(of attribute: Attribute, in line: LayoutLine) -> String? {
        let text = String(line.text.drop { !$0.isLetter })
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let label = Folding.fold(text[..<colon].split(separator: " ").joined(separator: " "))
        guard attribute.labels.contains(label) else { return nil }
        let value = String(text[text.index(after: colon)...]).trimmed
        return value.isEmpty ? nil : value
    }
}
