/// How a file lies in an archive.
public enum ZipMethod: Sendable {
    /// Made smaller.
    case deflated
    /// As it is: its kind is compressed in itself.
    case stored

    private static let compressed: Set<String> = [
        "7z", "avif", "br", "docx", "epub", "gif", "gz", "jpeg", "jpg", "m4a", "mp3", "mp4", "odp", "ods", "odt", "ogg",
        "pdf",
        "png", "pptx", "rar", "webm", "webp", "woff", "woff2", "xlsx", "xz", "zip", "zst",
    ]

    /// What is best for a file of this name.
    public init(fileName: String) {
        let kind = fileName.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last ?? ""
        self = Self.compressed.contains(kind.lowercased()) ? .stored : .deflated
    }
}
