import Content
import Diagnostics

/// Who lives where in the output, and who claims a place that is taken.
struct AddressBook {
    /// Output path by content path, for pages and copied files.
    private(set) var addresses: [String: String] = [:]
    private(set) var diagnostics: [Diagnostic] = []
    /// Output paths in lower case, as FAT32, NTFS and macOS see them → the file that has it.
    private var owners: [String: SourceFile] = [:]
    /// Folders that files lie in → the first of them.
    private var folders: [String: SourceFile] = [:]
    /// Whether who comes too late gets another address instead of none.
    private let isLenient: Bool

    init(isLenient: Bool = false) { self.isLenient = isLenient }

    /// Gives `file` the output path `url`, or in a lenient book one like it. `nil`, with a diagnostic, when it cannot be had.
    mutating func claim(_ url: String, for file: SourceFile) -> String? {
        var url = url
        if let problem = problem(with: url, file) {
            diagnostics.append(problem)
            guard isLenient else { return nil }
            url = free(url, file)
        }
        let key = url.lowercased()
        owners[key] = file
        for folder in ReservedPaths.prefixes(of: key) where folders[folder] == nil { folders[folder] = file }
        addresses[file.path] = url
        return url
    }

    /// Why `file` cannot have `url`; `nil` when it can.
    private func problem(with url: String, _ file: SourceFile) -> Diagnostic? {
        let key = url.lowercased()
        // What the site tells search engines may be the author's own words.
        if ReservedPaths.contain(key), file.rootPath != PlainFile.robots.path { return reserved(url, file) }
        if let owner = owners[key] { return taken(url, file, owner) }
        // A file where others have a folder, or in a folder where another has a file.
        if let owner = folders[key] { return taken(url, file, owner) }
        return ReservedPaths.prefixes(of: key).lazy.compactMap { owners[$0] }.first.map { taken(url, file, $0) }
    }

    /// `url` with a number at the end of its name, or of its first folder where that is reserved.
    private func free(_ url: String, _ file: SourceFile) -> String {
        let top = url.prefix { $0 != "/" }
        let isFolder = top.count < url.count && ReservedPaths.contain(top + "/")
        let stem = isFolder ? top : url.lastIndex(of: ".").map { url[..<$0] } ?? url[...]
        for number in 2... {
            let candidate = "\(stem)-\(number)\(url[stem.endIndex...])"
            if problem(with: candidate, file) == nil { return candidate }
        }
        return url
    }

    private func reserved(_ url: String, _ file: SourceFile) -> Diagnostic {
        Diagnostic(
            id: "reserved-path",
            severity: .error,
            location: SourceLocation(path: file.displayPath),
            message: Message(
                vi: "địa chỉ \(url) dành cho chương trình", en: "the address \(url) belongs to the program"),
            suggestion: Message(vi: "đổi tên tệp", en: "rename the file")
        )
    }

    private func taken(_ url: String, _ file: SourceFile, _ owner: SourceFile) -> Diagnostic {
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
    }
}
