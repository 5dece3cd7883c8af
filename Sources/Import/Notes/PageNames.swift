import VietnameseText

/// What a note may call a page: its title or the name of its file.
public struct PageNames: Sendable {
    private var paths: [String: Set<String>] = [:]

    /// No pages.
    public init() {}

    /// Lets `name` mean the page at a content path.
    public mutating func add(_ name: String, path: String) {
        paths[Self.key(name), default: []].insert(path)
    }

    /// The one page that goes by `name`.
    func path(of name: String) -> String? {
        guard let found = paths[Self.key(name)], found.count == 1 else { return nil }
        return found.first
    }

    private static func key(_ name: String) -> String {
        let last = name.split(separator: "/").last.map(String.init) ?? name
        return Slug.make(last.hasSuffix(".md") ? String(last.dropLast(3)) : last)
    }
}
