import Content
import Diagnostics

/// A page that an import made, before it lies on disk.
public struct PageDraft: Sendable {
    /// A line of front matter.
    struct Entry: Sendable {
        var key: String
        /// As YAML; `nil` for a key that could not be filled.
        var value: String?
        /// Why an editor has to look.
        var doubt: Message?
    }

    /// Which kind of page.
    var kind: PageKind
    /// Name of the file without its extension, and of the folder for what belongs to it.
    var name: String
    /// What readers will see as its name.
    var title = ""
    var entries: [Entry] = []
    /// Lines of the original that the front matter was read from.
    var headLines: [String] = []
    /// Markdown.
    var body = ""
    /// Pictures by their file names.
    var pictures: [String: [UInt8]] = [:]
    /// What was left out or changed on the way, for the report.
    var remarks: [Message] = []
    /// The name under which the original is kept beside the page; `nil` where the page is the original.
    var originalName: String?
    /// Digest of the file, for a page beside which no original is kept.
    var origin: String?

    /// What stands before the digest in the page.
    static let originMark = "# Nhập từ tệp có SHA-256 "

    /// The folder of its kind in the content folder.
    var folder: String { kind.folder.map { $0 + "/" } ?? "" }

    mutating func set(_ key: String, _ value: String?, doubt: Message? = nil) {
        guard value != nil || doubt != nil else { return }
        entries.append(Entry(key: key, value: value, doubt: doubt))
    }

    /// The file: front matter with its doubts as comments, then the text.
    public var text: String {
        var lines = ["---"]
        if let origin { lines.append(Self.originMark + origin) }
        if !headLines.isEmpty {
            lines.append("# Phần đầu của bản gốc, để đối chiếu:")
            lines += headLines.map { "#   " + $0 }
        }
        for entry in entries {
            let note = entry.doubt.map { "  # xem lại: \($0.vietnamese)" } ?? ""
            if let value = entry.value {
                // A list stands below its key.
                lines.append(value.hasPrefix("\n") ? "\(entry.key):\(value)" : "\(entry.key): \(value)\(note)")
            } else {
                lines.append("# \(entry.key):\(note)")
            }
        }
        if let originalName, kind == .document {
            lines += ["attachments:", "  - title: Bản gốc", "    path: \(YAMLText.scalar("\(name)/\(originalName)"))"]
        }
        lines += ["draft: true", "---", "", ""]
        var page = lines.joined(separator: "\n") + body
        if let originalName, kind != .document { page += "\n[Bản gốc](\(name)/\(originalName))\n" }
        return page
    }
}
