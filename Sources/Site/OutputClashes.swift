import Content
import Diagnostics

/// Finds files of the output that would take one another's place, and names that no disk takes.
///
/// Pages and lists keep out of each other's way; a file that is copied has the name its author gave it.
package enum OutputClashes {
    /// Bytes that one part of a path may have (Linux, `NAME_MAX`).
    private static let longestPart = 255

    /// A problem for each file of the content in whose place something else goes as well.
    package static func diagnostics(_ site: Site) -> [Diagnostic] {
        let files = site.routes.map { OutputFile(path: $0.path, source: .route($0)) } + site.copies
        var diagnostics: [Diagnostic] = []
        // As FAT32, NTFS and macOS see them.
        var owners: [String: OutputFile] = [:]
        for file in files {
            if file.path.split(separator: "/").contains(where: { $0.utf8.count > longestPart }) {
                diagnostics.append(longName(file, site))
            }
            let key = file.path.lowercased()
            if let owner = owners[key] {
                diagnostics.append(clash(file, owner, site))
            } else {
                owners[key] = file
            }
        }
        // Nor can a file have the name of a folder.
        for file in files {
            var folder = file.path.lowercased()[...]
            while let slash = folder.lastIndex(of: "/") {
                folder = folder[..<slash]
                if let owner = owners.removeValue(forKey: String(folder)) {
                    diagnostics.append(clash(owner, file, site))
                }
            }
        }
        return diagnostics
    }

    /// - Parameter file: The one that an editor can rename, where there is a choice.
    private static func clash(_ file: OutputFile, _ other: OutputFile, _ site: Site) -> Diagnostic {
        let (place, otherPlace) = (site.location(of: file), site.location(of: other))
        let isSame = file.path.lowercased() == other.path.lowercased()
        var suggestion = Message(vi: "đổi tên tệp này", en: "rename the file")
        if case .route(let route) = other.source, case .file(.security) = route.target {
            suggestion = Message(
                vi: "xóa tệp này, hoặc bỏ security_contact trong site.yaml",
                en: "remove the file, or security_contact in site.yaml")
        }
        return Diagnostic(
            id: "clashing-path",
            severity: .error,
            location: place ?? otherPlace ?? SourceLocation(path: file.path),
            message: isSame
                ? Message(
                    vi: "địa chỉ \(file.path) đã dùng cho trang chương trình viết ra",
                    en: "the address \(file.path) is that of a page the program writes")
                : Message(
                    vi: "\(file.path) không thể vừa là tệp vừa là thư mục của \(other.path)",
                    en: "\(file.path) cannot be both a file and the folder of \(other.path)"),
            suggestion: suggestion,
            related: place == nil ? [] : [otherPlace].compactMap(\.self)
        )
    }

    private static func longName(_ file: OutputFile, _ site: Site) -> Diagnostic {
        Diagnostic(
            id: "long-name",
            severity: .error,
            location: site.location(of: file) ?? SourceLocation(path: file.path),
            message: Message(
                vi: "tên quá dài cho một tệp của trang web (hơn \(longestPart) byte): \(file.path)",
                en: "the name is too long for a file of the site (over \(longestPart) bytes): \(file.path)"),
            suggestion: Message(vi: "rút ngắn tên tệp hoặc thư mục", en: "shorten the name of the file or folder")
        )
    }
}
