import VietnameseText

/// Where pages live: content paths, output paths, and the relative URLs between them.
public enum Permalink {
    /// The output path of a content path: `van-ban/24-ct-tu.md` → `van-ban/24-ct-tu.html`.
    ///
    /// Names of ASCII letters, digits, `-` and `_` are kept; others become Vietnamese slugs.
    public static func output(of contentPath: String) -> String {
        var parts = contentPath.split(separator: "/").map(String.init)
        let name = parts.popLast() ?? ""
        let stem = name.hasSuffix(".md") ? String(name.dropLast(3)) : name
        return (parts.map(slug) + [slug(stem) + ".html"]).joined(separator: "/")
    }

    /// The output path of page `number` of a list: `trang-2.html` beside `index.html`, else `chi-thi-trang-2.html`.
    package static func page(_ number: Int, of list: String) -> String {
        guard number > 1 else { return list }
        let stem =
            list.hasSuffix("/index.html")
            ? String(list.dropLast("index.html".count)) : String(list.dropLast(".html".count)) + "-"
        return "\(stem)trang-\(number).html"
    }

    /// The output path of a file that is copied: folders become slugs, and so does the name before its extension.
    public static func output(ofFile contentPath: String) -> String {
        var parts = contentPath.split(separator: "/").map(String.init)
        let name = parts.popLast() ?? ""
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else {
            return (parts.map(slug) + [slug(name)]).joined(separator: "/")
        }
        let fileName = slug(String(name[..<dot])) + "." + slug(String(name[name.index(after: dot)...]))
        return (parts.map(slug) + [fileName]).joined(separator: "/")
    }

    /// The name itself if it is safe everywhere, else its slug.
    public static func slug(_ name: String) -> String {
        let isPlain = name.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
        }
        if isPlain, !name.isEmpty { return name }
        let slug = Slug.make(name)
        return slug.isEmpty ? "ky-hieu-" + signs(name) : slug
    }

    /// A name for what has no letter or digit: the code points, `!` is `21`, so that two such files have two addresses.
    private static func signs(_ name: String) -> String {
        name.unicodeScalars.prefix(16).map { String($0.value, radix: 16) }.joined(separator: "-")
    }

    /// The way from a page to the root of the site: `""`, `"../"`, `"../../"` …
    public static func root(from url: String) -> String {
        String(repeating: "../", count: url.utf8.count { $0 == UInt8(ascii: "/") })
    }

    /// Resolves `relative` against the folder of `path`; both use `/`. `nil` when it leaves the root.
    ///
    /// A leading `/` means the root of the collection.
    public static func resolve(_ relative: String, against path: String) -> String? {
        var parts = relative.hasPrefix("/") ? [] : path.split(separator: "/").dropLast().map(String.init)
        for part in relative.split(separator: "/") {
            switch part {
            case ".": continue
            case "..":
                if parts.popLast() == nil { return nil }
            default: parts.append(String(part))
            }
        }
        return parts.joined(separator: "/")
    }
}
