import Diagnostics

/// What the preview server is told when it starts.
public struct PreviewOptions: Sendable {
    /// The IP address to listen on. Anything but a loopback address shows drafts to the network.
    public var address: String
    /// The port to listen on; 0 takes a free one.
    public var port: UInt16
    /// Folders whose changes lead to reading the site again; folders below them count too.
    public var watchedFolders: [String]
    /// The folder that has `preview/`: the script, the list of problems, its style.
    public var templateFolder: String
    /// Where a file of `preview/` is that `templateFolder` does not have.
    public var defaultFolder: String?
    /// The language of the list of problems.
    public var language: Language

    /// Loopback on port 8000 unless told otherwise.
    public init(
        address: String = "127.0.0.1",
        port: UInt16 = 8000,
        watchedFolders: [String],
        templateFolder: String,
        defaultFolder: String? = nil,
        language: Language = .vietnamese
    ) {
        self.address = address
        self.port = port
        self.watchedFolders = watchedFolders
        self.templateFolder = templateFolder
        self.defaultFolder = defaultFolder
        self.language = language
    }
}
