import Diagnostics

/// Who lives where in the output, and who claims a place that is taken.
struct AddressBook {
    /// Output path by content path, for pages and copied files.
    private(set) var addresses: [String: String] = [:]
    private(set) var diagnostics: [Diagnostic] = []
    /// Output paths in lower case, as FAT32, NTFS and macOS see them → the file that has it.
    private var owners: [String: SourceFile] = [:]

    /// Places the program fills itself.
    private static let reserved = [
        "tim-kiem.html", "404.html", PlainFile.robots.path, PlainFile.sitemap.path, Checksums.fileName.lowercased(),
        OfflineFiles.page,
        OfflineFiles.worker, PlainFile.manifest.path,
    ]
    private static let reservedFolders = ["assets/", "search/", "chua-co/"]

    /// Gives `file` the output path `url`. False, with a diagnostic, when it is taken.
    mutating func claim(_ url: String, for file: SourceFile) -> Bool {
        let key = url.lowercased()
        // What the site tells search engines may be the author's own words.
        let isOwnRobots = file.rootPath == PlainFile.robots.path
        if !isOwnRobots && Self.reserved.contains(key) || Self.reservedFolders.contains(where: key.hasPrefix) {
            diagnostics.append(
                Diagnostic(
                    id: "reserved-path",
                    severity: .error,
                    location: SourceLocation(path: file.displayPath),
                    message: Message(
                        vi: "địa chỉ \(url) dành cho chương trình", en: "the address \(url) belongs to the program"),
                    suggestion: Message(vi: "đổi tên tệp", en: "rename the file")
                )
            )
            return false
        }
        if let owner = owners[key] {
            diagnostics.append(
                Diagnostic(
                    id: "duplicate-path",
                    severity: .error,
                    location: SourceLocation(path: file.displayPath),
                    message: Message(
                        vi: "trùng địa chỉ \(url) với \(owner.displayPath)",
                        en: "claims the address \(url), as does \(owner.displayPath)"
                    ),
                    suggestion: Message(vi: "đổi tên một trong hai tệp", en: "rename one of the two files"),
                    related: [SourceLocation(path: owner.displayPath)]
                )
            )
            return false
        }
        owners[key] = file
        addresses[file.path] = url
        return true
    }
}
