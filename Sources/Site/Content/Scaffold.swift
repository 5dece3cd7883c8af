import OfficialDocuments
import VietnameseText

extension ContentSchema {
    /// Keys that a new page states from the start; the others stand behind `#`.
    private static let stated: [PageKind: [String]] = [
        .document: ["number", "issuer", "date"], .term: ["abbreviation"], .report: ["published"],
    ]

    /// The text of a new page: every key of its kind with what is to be filled in, most of them as comments that say what
    /// they mean. No value looks like a real one, and one that is left is reported (`unfilled`).
    ///
    /// - Parameters:
    ///   - title: the title; for a document it may be its number.
    ///   - locality: id of the place the page belongs to.
    public static func scaffold(for kind: PageKind, title: String, locality: String? = nil, with knowledge: Knowledge)
        -> String
    {
        let number = kind == .document ? DocumentNumber.parse(title, with: knowledge)?.number.description : nil
        var lines = ["---"]
        for key in keys(for: kind) {
            switch key.name {
            case "title": lines.append("title: \(quoted(number == nil ? title : placeholder("tên văn bản")))")
            case "number" where number != nil: lines.append("number: \(number ?? "")")
            case "locality" where locality != nil: lines.append("locality: \(locality ?? "")")
            case "draft": lines.append("draft: true")
            default:
                let isStated = stated[kind]?.contains(key.name) == true
                lines.append("\(isStated ? "" : "# ")\(key.name): \(blank(key))  # \(key.meaning)")
            }
        }
        return (lines + ["---", "", ""]).joined(separator: "\n")
    }

    /// The name of a new page's file, without its ending. A document of a place bears the name of the place, since offices of
    /// many places give the same numbers.
    public static func fileName(for title: String, locality: String? = nil) -> String {
        let name = Permalink.slug(Slug.make(title))
        guard let locality, !name.hasSuffix("-" + locality) else { return name }
        return name + "-" + locality
    }

    /// Whether a value is what a scaffold left to be filled in.
    static func isPlaceholder(_ text: String) -> Bool { text.contains("<điền") }

    private static func placeholder(_ what: String) -> String { "<điền \(what)>" }

    /// A double-quoted YAML scalar.
    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    private static func blank(_ key: Key) -> String {
        switch key.shape {
        case .date: placeholder("ngày/tháng/năm")
        case .texts: "[\(placeholder("từng mục"))]"
        case .references: "[\(placeholder("số hiệu và ngày"))]"
        case .reference: placeholder("số hiệu và ngày")
        case .flag: "true"
        case .count: placeholder("số")
        case .choice(let choices): placeholder("một trong – \(choices.joined(separator: " | "))")
        case .relations: "{implements: [\(placeholder("số hiệu và ngày"))]}"
        case .sources:
            "[{title: \(placeholder("tên bài")), portal: \(placeholder("nơi đăng")), date: \(placeholder("ngày"))}]"
        case .results:
            "[{indicator: \(placeholder("chỉ tiêu")), value: \(placeholder("con số")), unit: \(placeholder("đơn vị"))}]"
        case .attachments: "[{title: \(placeholder("tên tệp")), path: \(placeholder("đường dẫn"))}]"
        case .text, .locality: placeholder(key.meaning.prefix { $0 != ":" && $0 != "," }.lowercased())
        }
    }
}
