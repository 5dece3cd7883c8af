import Diagnostics
import Disk

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
    /// Whether a browser that opens the file runs scripts it holds; see `ActiveDrawing`.
    package var runsScripts = false

    /// The folder of the content whose files go to the root of the site as they are, under their own names: `_goc`, "gốc".
    public static let rootFolder = "_goc"

    /// The path below `rootFolder`; `nil` for a file that is not in it.
    package var rootPath: String? {
        path.hasPrefix(Self.rootFolder + "/") ? String(path.dropFirst(Self.rootFolder.count + 1)) : nil
    }

    /// What follows the last dot of the name, in lower case; empty for a name without one.
    package var ending: String {
        (path.split(separator: "/").last?.split(separator: ".").dropFirst().last ?? "").lowercased()
    }

    /// Whether the program reads the file itself: a page, or settings.
    package var isText: Bool { rootPath == nil && (path.hasSuffix(".md") || path.hasSuffix(".yaml")) }

    /// Whether the file is a page.
    public var isPage: Bool { isText && path.hasSuffix(".md") }

    /// The bytes of a file, for showing a line of it; `nil` for none, and for a pipe, which would be waited for.
    public static func contents(of path: String) -> [UInt8]? { try? SystemCalls.contents(of: path) }

    /// A page whose text came from elsewhere than a content folder, with what had to be changed in it.
    public static func page(_ bytes: [UInt8], displayPath: String) -> (file: SourceFile, diagnostics: [Diagnostic]) {
        let text = CleanText(bytes, path: displayPath)
        return (SourceFile(path: "index.md", displayPath: displayPath, bytes: text.bytes), text.diagnostics)
    }

    /// A file with its parts; `location` may be empty where nothing is to be copied.
    public init(path: String, displayPath: String, bytes: [UInt8], location: String = "") {
        self.path = path
        self.displayPath = displayPath
        self.bytes = bytes
        self.location = location
    }
}
