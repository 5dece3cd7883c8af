import Content
import Diagnostics

/// The former addresses of pages (`redirect_from` in front matter, and `aliases` of pages that are no documents), and where
/// they lead now.
package struct Redirects: Sendable {
    /// A former address and its page.
    package struct Redirect: Sendable {
        /// Output path of the page that sends readers on: `cu/trang.html`, `cu/trang/index.html`.
        var path: String
        /// Index into `Collection.pages`.
        package var page: Int
    }

    package private(set) var all: [Redirect] = []
    /// `unusable-alias` and `taken-alias`, in the order of pages.
    package private(set) var diagnostics: [Diagnostic] = []

    init() {}

    /// Reads the former addresses of every page; of two that claim one address the first has it.
    init(_ pages: [Page], paths: inout ListPaths) {
        let owners = Dictionary(pages.map { ($0.url.lowercased(), $0.location) }) { first, _ in first }
        var former: [String: SourceLocation] = [:]
        for (index, page) in pages.enumerated() {
            for alias in (page.kind == .document ? [] : page.head.aliases) + page.head.formerAddresses {
                guard let path = Self.output(of: alias.value) else {
                    report(
                        "unusable-alias", alias, vi: "địa chỉ cũ không dùng được",
                        en: "the former address cannot be used",
                        Message(
                            vi: "viết địa chỉ trong trang này, như cu/trang.html",
                            en: "write an address within this site, such as cu/trang.html"))
                    continue
                }
                guard Self.isMissingDocument(path) || !ReservedPaths.contain(path) else {
                    report(
                        "reserved-alias", alias, vi: "địa chỉ cũ dành cho chương trình",
                        en: "the former address belongs to the program",
                        Message(vi: "bỏ địa chỉ này khỏi phần đầu trang", en: "remove it from the front matter"),
                        severity: .error)
                    continue
                }
                guard paths.take(path) else {
                    let owner = owners[path.lowercased()] ?? former[path.lowercased()]
                    report(
                        "taken-alias", alias, vi: "địa chỉ cũ đã thuộc về trang khác",
                        en: "the former address belongs to another page",
                        owner.map {
                            Message(vi: "trang ấy ở \($0.text)", en: "that page is \($0.text)")
                        }, related: owner.map { [$0] } ?? [])
                    continue
                }
                former[path.lowercased()] = alias.location
                all.append(Redirect(path: path, page: index))
            }
        }
    }

    /// Whether a page had the address as long as the collection lacked its document; lists of them stay the program's.
    private static func isMissingDocument(_ path: String) -> Bool {
        let folder = BrowseSection.missing.folder + "/"
        return path.hasPrefix(folder) && path != BrowseSection.missing.path && !path.hasPrefix(folder + "trang-")
    }

    /// Where the page of a former address lies: `/cu/trang/` and `cu/trang` become `cu/trang/index.html`, which every
    /// static host serves for both. `nil` for what is no address within the site.
    static func output(of alias: String) -> String? {
        guard !alias.contains("://"), !alias.contains("\\"), !alias.contains("?"), !alias.contains("#") else {
            return nil
        }
        var parts = alias.split(separator: "/").map(String.init)
        guard let name = parts.popLast(), !(parts + [name]).contains(where: { $0.hasPrefix(".") }) else { return nil }
        for suffix in [".html", ".htm"]
        where name.hasSuffix(suffix) && name.utf8.count > suffix.utf8.count && !alias.hasSuffix("/") {
            return (parts + [String(name.dropLast(suffix.count))]).map(Permalink.slug).joined(separator: "/") + suffix
        }
        guard !name.contains(".") else { return nil }
        return (parts + [name]).map(Permalink.slug).joined(separator: "/") + "/index.html"
    }

    private mutating func report(
        _ id: String,
        _ alias: Located<String>,
        vi: String,
        en: String,
        _ suggestion: Message?,
        severity: Diagnostic.Severity = .warning,
        related: [SourceLocation] = []
    ) {
        diagnostics.append(
            Diagnostic(
                id: id,
                severity: severity,
                location: alias.location,
                message: Message(vi: "\(vi): \(alias.value)", en: "\(en): \(alias.value)"),
                suggestion: suggestion,
                related: related
            )
        )
    }
}
