import Content
import Reading

/// Pages of one kind that share a theme or a field: grouped once per site.
struct Kinship: Sendable {
    private struct Key: Hashable, Sendable {
        var kind: PageKind
        var value: String
    }

    private var themes: [Key: [Int]] = [:]
    private var fields: [Key: [Int]] = [:]

    init(_ collection: Collection) {
        for (index, page) in collection.pages.enumerated() {
            if let theme = page.head.theme { themes[Key(kind: page.kind, value: theme), default: []].append(index) }
            if let field = page.head.field { fields[Key(kind: page.kind, value: field), default: []].append(index) }
        }
    }

    func sharing(theme: String?, as kind: PageKind) -> [Int] {
        theme.flatMap { themes[Key(kind: kind, value: $0)] } ?? []
    }

    func sharing(field: String?, as kind: PageKind) -> [Int] {
        field.flatMap { fields[Key(kind: kind, value: $0)] } ?? []
    }
}
