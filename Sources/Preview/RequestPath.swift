import Foundation

/// What the path of a request asks for.
enum RequestPath: Hashable {
    /// A file of the output: `van-ban/index.html`.
    case file(String)
    /// A file of the preview itself, by its name below `/__sohieu/`.
    case preview(String)

    /// Where the preview keeps its own files; no page has an address that starts with two underscores.
    static let previewFolder = "__sohieu"

    /// Reads the percent-encoded path of a request target; `nil` for anything that could not be a file of the output.
    ///
    /// A path that ends in `/` means the `index.html` of that folder.
    init?(target: Substring) {
        guard target.utf8.first == UInt8(ascii: "/"), let path = String(target.dropFirst()).removingPercentEncoding
        else {
            return nil
        }
        var parts = path.split(separator: "/", omittingEmptySubsequences: false)
        if parts.last == "" { parts[parts.count - 1] = "index.html" }
        let isPlain = parts.allSatisfy { part in
            !part.isEmpty && part != "." && part != ".."
                && !part.utf8.contains { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }
        }
        guard isPlain else { return nil }
        if parts.count == 2, parts[0] == Self.previewFolder {
            self = .preview(String(parts[1]))
        } else {
            self = .file(parts.joined(separator: "/"))
        }
    }
}
