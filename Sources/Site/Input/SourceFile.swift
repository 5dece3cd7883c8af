/// A file of the content folder, as read.
public struct SourceFile: Sendable, Equatable {
    /// Relative to the content folder, parts separated by `/`, in NFC.
    public var path: String
    /// What diagnostics call the file: the path from where the command was started.
    public var displayPath: String
    /// For a Markdown or YAML file its bytes: valid UTF-8, no byte order mark, lines ended by LF. Empty for other files.
    public var bytes: [UInt8]
    /// Where the file lies, for copying.
    public var location: String
    /// In bytes, as on disk.
    public var size = 0

    /// Whether the file is a page.
    public var isPage: Bool { path.hasSuffix(".md") }

    /// A file with its parts; `location` may be empty where nothing is to be copied.
    public init(path: String, displayPath: String, bytes: [UInt8], location: String = "") {
        self.path = path
        self.displayPath = displayPath
        self.bytes = bytes
        self.location = location
    }
}
