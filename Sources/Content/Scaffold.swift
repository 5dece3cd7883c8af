import OfficialDocuments
import VietnameseText

extension ContentSchema {
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
                let sign = key.scaffoldedIn.contains(kind) ? "" : "# "
                let note = key.note.isEmpty ? "" : ". \(key.note)"
                lines.append("\(sign)\(key.name): \(blank(key))  # \(key.label)\(note)")
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

    private static func blank(_ key: ContentKey) -> String {
        switch key.shape {
        case .date: placeholder("ngày/tháng/năm")
        case .texts: "[\(placeholder("từng mục"))]"
        case .references: "[\(placeholder("số hiệu và ngày"))]"
        case .reference: placeholder("số hiệu và ngày")
        case .flag: "true"
        case .count: placeholder("số")
        case .choice(let accepted): placeholder("một trong – \(accepted.map(\.text).joined(separator: " | "))")
        case .relations(let members): "{\(members.first?.name ?? ""): [\(placeholder("số hiệu và ngày"))]}"
        case .records(let members, _):
            "[{\(members.map { "\($0.name): \(placeholder($0.label))" }.joined(separator: ", "))}]"
        case .text, .locality: placeholder(key.label.prefix { $0 != ":" && $0 != "," }.lowercased())
        }
    }
}
