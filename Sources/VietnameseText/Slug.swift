/// Names for files and anchors: "Chỉ thị 24-CT/TU" → `chi-thi-24-ct-tu`.
public enum Slug {
    /// `text` folded to ASCII letters and digits, every other run one hyphen, none at the ends.
    ///
    /// Empty when `text` holds no letter or digit that folds to ASCII; the caller chooses a name then.
    public static func make(_ text: String) -> String {
        String(decoding: make(Array(text.utf8)), as: UTF8.self)
    }

    /// `bytes` (UTF-8) as a slug; see `make(_:)` on strings.
    public static func make(_ bytes: [UInt8]) -> [UInt8] {
        var slug: [UInt8] = []
        slug.reserveCapacity(bytes.count)
        var gap = false
        for byte in Folding.fold(bytes) {
            guard (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x30 && byte <= 0x39) else {
                gap = true
                continue
            }
            if gap, !slug.isEmpty { slug.append(UInt8(ascii: "-")) }
            gap = false
            slug.append(byte)
        }
        return slug
    }
}
