import Diagnostics
import Markdown

/// Turns the entries of a front matter into a `PageHead`, by the schema.
package struct HeadReader {
    package private(set) var head = PageHead()
    /// Every problem of the entries.
    package var diagnostics: [Diagnostic] { values.diagnostics }
    private var values = ValueReader()

    package init(_ entries: [YAMLValue.Entry], kind: PageKind) {
        for entry in entries where entry.key != ContentSchema.schemaKey {
            if let key = ContentSchema.key(entry.key, of: kind) {
                key.value.read(entry, &values, &head)
            } else {
                let names = ContentSchema.keys(for: kind).map(\.name)
                values.report(UnknownKey.diagnostic(entry, among: names, beside: entries, hint: Self.hint(entry.key)))
            }
        }
    }

    /// The folders whose pages have the key.
    private static func hint(_ name: String) -> Message? {
        let folders = ContentSchema.keys.filter { $0.name == name }.flatMap(\.kinds).compactMap(\.folder)
        guard !folders.isEmpty else { return nil }
        let list = folders.joined(separator: "/, ")
        return Message(vi: "khóa này chỉ dùng trong \(list)/", en: "this key belongs to pages in \(list)/")
    }
}
