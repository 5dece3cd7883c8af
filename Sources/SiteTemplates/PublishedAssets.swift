import Content
import Diagnostics
import VietnameseText

/// Assets with the fingerprint of their bytes in their names, so that a browser may keep them for ever.
public struct PublishedAssets: Sendable {
    /// Their bytes by name below `assets/`.
    public let files: [String: [UInt8]]
    /// Name below `assets/` → path in the output: `site.css` → `assets/site.1a2b3c4d.css`.
    public let paths: [String: String]
    /// Output path by the name templates use: `site.css` is `css`, `site.js` is `js`,
    /// `search-page.js` is `searchPage`, `search.css` is `searchCss`.
    package let keys: [String: String]

    /// The assets as they are.
    package init(_ assets: [String: [UInt8]]) {
        files = assets
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

    /// The assets of a site whose scripts say `strings`: the words that only scripts show stand once before `site.js`, and not in
    /// every page.
    package init(_ assets: [String: [UInt8]], _ templates: Templates, strings: [String: String]) {
        var assets = assets
        if let script = assets[Self.script] {
            let words = templates.bytes(
                Self.words,
                [
                    "strings": strings.mapValues(JSONObject.quoted), "assets": PublishedAssets(assets).keys,
                    "searchKinds": Self.searchKinds(strings),
                ])
            assets[Self.script] = AssetCompaction.compact(words ?? [], name: Self.script) + script
        }
        self.init(assets)
    }

    /// What the search calls pages and lists, by kind.
    private static func searchKinds(_ strings: [String: String]) -> [[String: String]] {
        let lists = ["place", "issuer", "topic", "missing"]
        let kinds =
            PageKind.allCases.map { ($0.rawValue, $0.searchWord) }
            + lists.map { ($0, "searchKind" + $0.capitalisedFirst) }
        return kinds.map { ["name": JSONObject.quoted("kind-" + $0), "label": JSONObject.quoted(strings[$1] ?? $1)] }
    }

    /// The script that every page loads.
    private static let script = "site.js"
    /// The template of what stands before it; in it each word is a JSON text.
    package static let words = "script-words"

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
