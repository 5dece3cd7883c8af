import Content
import Foundation
import VietnameseText

/// Where a link of a page leads inside the collection.
struct LinkTarget {
    /// Content path of the page or file; empty for the page itself; `nil` when the link leaves the content folder.
    var path: String?
    /// The same path as written, where `path` is the page it may mean: an HTML file of the content.
    private(set) var file: String?
    var fragment: String?

    /// `nil` for a link to another site, or to no address at all.
    init?(_ destination: String, from page: String) {
        guard !destination.isEmpty, !Self.hasScheme(destination), !destination.hasPrefix("//") else { return nil }
        let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let address = parts[0].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)[0]
        if parts.count > 1, !parts[1].isEmpty { fragment = Self.decoded(String(parts[1])) }
        guard !address.isEmpty else {
            path = ""
            return
        }
        file = Permalink.resolve(Self.decoded(String(address)), against: page).map(Normalisation.compose)
        path = file.map { Self.sourcePath($0, isFolder: address.hasSuffix("/")) }
    }

    /// Where the link leads among the addresses of a collection, which are given by content path.
    func address(among addresses: [String: String]) -> String? {
        path.flatMap { addresses[$0] } ?? file.flatMap { addresses[$0] }
    }

    /// Authors may link to the source (`x.md`), to the page it becomes (`x.html`) or to a folder (`x/`).
    private static func sourcePath(_ path: String, isFolder: Bool) -> String {
        if isFolder || path.isEmpty { return path.isEmpty ? "index.md" : path + "/index.md" }
        return path.hasSuffix(".html") ? path.dropLast(5) + ".md" : path
    }

    private static func decoded(_ text: String) -> String { text.removingPercentEncoding ?? text }

    /// Whether the text starts like `https:` or `mailto:`.
    private static func hasScheme(_ text: String) -> Bool {
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
        let scheme = text.utf8[..<colon]
        return !scheme.isEmpty
            && scheme.allSatisfy { byte in
                (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "+")
                    || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
            }
    }
}
