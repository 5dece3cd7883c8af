/// The reference of front matter for editors: every key of every kind, as a page of Markdown in Vietnamese.
public struct SchemaReference {
    /// All kinds.
    public init() {}

    /// The whole page.
    public var text: String {
        ([Self.opening] + PageKind.allCases.map(section)).joined(separator: "\n")
    }

    private static let opening = """
        # Phần đầu trang: các khóa

        Trang này do `sohieu schema --format markdown` viết ra từ chính bảng mà chương trình dùng để đọc. Đừng sửa tay.

        Phần đầu trang nằm giữa hai dòng `---` ở đầu tệp, mỗi dòng một khóa. Khóa viết bằng tiếng Anh như dưới đây, giá trị
        viết bằng tiếng Việt. Khóa nào không cần thì bỏ. Giá trị có dấu hai chấm phải đặt trong ngoặc kép.

        | Kiểu | Viết thế nào |
        |---|---|
        | chữ | một dòng |
        | danh sách chữ | `[một, hai]`, hoặc chỉ một chữ |
        | ngày | `27/02/2018`, `2018-02-27`, `02/2018`, `2018`, “ngày 27 tháng 02 năm 2018” |
        | có hay không | `có` hoặc `không`, `true` hoặc `false` |
        | số | `11`, `XI`, “khóa XI” |
        | một trong các giá trị | không phân biệt chữ hoa, chữ thường, có dấu hay không dấu; tiếng Anh cũng được |
        | văn bản | số hiệu, kèm ngày hoặc cơ quan khi nhiều văn bản cùng số: `25-NQ/TW ngày 03/6/2013`; hoặc đường dẫn tệp của trang |
        | địa phương | mã hoặc tên nơi, như `lam-dong` |

        """

    private func section(_ kind: PageKind) -> String {
        let keys = ContentSchema.keys(for: kind)
        let folder = kind.folder.map { " (`\($0)/`)" } ?? ""
        let rows = keys.map { key in
            let text = key.note.isEmpty ? key.label : "\(key.label). \(key.note)"
            return "| `\(key.name)` | \(text) | \(Self.form(of: key.shape)) | \(Self.uses(of: key, kind)) |"
        }
        let lines =
            ["## \(kind.label)\(folder)", "", "| Khóa | Là gì | Kiểu | Thấy ở |", "|---|---|---|---|"] + rows
            + ["", "Mỗi khóa một ví dụ:", "", "```yaml"] + keys.map(\.exampleLines) + ["```", ""]
        return lines.joined(separator: "\n")
    }

    /// Where pages and lists use a key of its own accord.
    private static func uses(of key: ContentKey, _ kind: PageKind) -> String {
        let isShown = key.row.map { $0.kinds.isEmpty || $0.kinds.contains(kind) } ?? false
        let isListed = key.facets.contains { $0.kind == nil || $0.kind == kind }
        return [isShown ? "đầu trang" : nil, isListed ? "danh sách" : nil, key.filter == nil ? nil : "lọc tìm kiếm"]
            .compactMap(\.self).joined(separator: ", ")
    }

    /// How a value is written, in words.
    private static func form(of shape: ContentShape) -> String {
        func list(_ members: [ContentShape.Member]) -> String {
            members.map { "`\($0.name)` (\($0.label))" }.joined(separator: ", ")
        }
        return switch shape {
        case .text: "chữ"
        case .texts: "danh sách chữ"
        case .date: "ngày"
        case .flag: "có hay không"
        case .count: "số"
        case .choice(let accepted): "một trong: " + accepted.map(\.text).joined(separator: ", ")
        case .reference: "một văn bản"
        case .references: "danh sách văn bản"
        case .locality: "địa phương"
        case .relations(let members): "các mục, mỗi mục một danh sách văn bản: " + list(members)
        case .records(let members, _): "danh sách, mỗi phần tử gồm: " + list(members)
        }
    }
}
