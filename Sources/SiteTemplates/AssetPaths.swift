import VietnameseText

/// Assets with the fingerprint of their bytes in their names, so that a browser may keep them for ever.
public struct AssetPaths: Sendable {
    /// Name below `assets/` → path in the output: `site.css` → `assets/site.1a2b3c4d.css`.
    public let paths: [String: String]
    /// Output path by the name templates use: `site.css` is `css`, `site.js` is `js`,
    /// `search-page.js` is `searchPage`, `search.css` is `searchCss`.
    package let keys: [String: String]

    package init(_ assets: [String: [UInt8]]) {
        var paths: [String: String] = [:]
        for (name, bytes) in assets {
            let stem: Substring
            let rest: Substring
            if let dot = name.lastIndex(of: ".") {
                (stem, rest) = (name[..<dot], name[dot...])
            } else {
                (stem, rest) = (name[...], "")
            }
            paths[name] = "assets/\(stem).\(Self.fingerprint(bytes))\(rest)"
        }
        self.paths = paths
        keys = Dictionary(paths.map { (Self.key(of: $0), $1) }) { first, _ in first }
    }

    private static func key(of name: String) -> String {
        let parts = name.split(separator: ".")
        guard let stem = parts.first, let kind = parts.last else { return name }
        if stem == "site" { return String(kind) }
        let words = stem.split(whereSeparator: { $0 == "-" || $0 == "/" })
        let name = words.enumerated().map { $0 == 0 ? String($1) : String($1).capitalisedFirst }.joined()
        return kind == "css" ? name + "Css" : name
    }

    /// Eight hexadecimal digits of FNV-1a (64 bit, folded); it tells versions apart and guards nothing.
    static func fingerprint(_ bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let folded = String((hash >> 32) ^ (hash & 0xFFFF_FFFF), radix: 16)
        return String(repeating: "0", count: 8 - folded.count) + folded
    }
}
