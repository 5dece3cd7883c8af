/// Paths within the content folder.
public enum ContentPath {
    /// How a page at `source` writes a link to the page at `target`: `../van-ban/24-ct-tu.md`.
    public static func relative(from source: String, to target: String) -> String {
        let folder = source.split(separator: "/").dropLast()
        let path = target.split(separator: "/")
        let shared = zip(folder, path.dropLast()).prefix { $0 == $1 }.count
        let up = Array(repeating: Substring(".."), count: folder.count - shared)
        return (up + path.dropFirst(shared)).joined(separator: "/")
    }
}
