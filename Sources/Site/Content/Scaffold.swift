import OfficialDocuments

extension ContentSchema {
    /// The text of a new page: every key of its kind, the ones not filled in as comments that say what they mean.
    public static func scaffold(for kind: PageKind, title: String) -> String {
        let number = kind == .document ? DocumentNumber.parse(title)?.number.description : nil
        var lines = ["---"]
        for key in keys(for: kind) {
            switch key.name {
            case "title": lines.append("title: \(quoted(number == nil ? title : ""))")
            case "number" where number != nil: lines.append("number: \(number ?? "")")
            case "draft": lines.append("draft: true")
            default: lines.append("# \(key.name): \(example(of: key.shape))  # \(key.meaning)")
            }
        }
        return (lines + ["---", "", ""]).joined(separator: "\n")
    }

    /// A double-quoted YAML scalar.
    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    private static func example(of shape: Shape) -> String {
        switch shape {
        case .date: "2018-02-27"
        case .texts, .references: "[]"
        case .flag: "true"
        case .count: "1"
        case .choice(let choices): choices.joined(separator: " | ")
        case .relations: "{implements: [25-NQ/TW ngày 03/6/2013]}"
        case .sources: "[{title: , portal: , date: }]"
        case .results: "[{indicator: , value: , unit: }]"
        case .attachments: "[{title: , path: }]"
        case .text, .reference, .locality: ""
        }
    }
}
