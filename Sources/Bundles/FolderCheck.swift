import Content
import Diagnostics
import Digests
import Disk
import Foundation
import Output

/// Compares the files of a folder with their list of digests.
public struct FolderCheck: Sendable {
    /// Path of the folder as the user gave it, without a slash at its end.
    public let folder: String
    /// Path of the list in it.
    public let list: String

    /// What is to be told of a file.
    public enum Finding: Sendable, Equatable {
        /// Its bytes are not those of the list.
        case changed
        /// It is in the list and not in the folder.
        case missing
        /// It is in the folder and not in the list.
        case added
        /// What the system says instead of giving its bytes, or its names where it is a folder.
        case unreadable(Message)
        /// Windows or macOS has left it.
        case strewn
    }

    /// The folder cannot be checked.
    public enum Failure: Error, Sendable {
        /// Neither the folder nor a folder in it has a list.
        case unlisted
        /// Several folders in it have one: their paths.
        case ambiguous([String])
        /// The folder or its list cannot be read; what the system says.
        case unreadable(path: String, reason: Message)
    }

    /// Finds the list in the folder at `path` or, if it has none, in the one folder in it that has.
    public init(path: String) throws(Failure) {
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        if let list = try Self.list(in: path) {
            (folder, self.list) = (path, list)
            return
        }
        var candidates: [(folder: String, list: String)] = []
        for name in try Self.names(in: path) where Self.isFolder("\(path)/\(name)") && !Self.isStrewn(name) {
            let child = "\(path)/\(name)"
            // What cannot be looked into is no candidate.
            if let list = try? Self.list(in: child) { candidates.append((child, list)) }
        }
        guard let only = candidates.first else { throw .unlisted }
        guard candidates.count == 1 else { throw .ambiguous(candidates.map(\.folder)) }
        (folder, list) = only
    }

    /// The text of the list.
    public func text() throws(Failure) -> String {
        do throws(POSIXError) {
            return String(decoding: try SystemCalls.contents(of: list), as: UTF8.self)
        } catch {
            throw .unreadable(path: list, reason: error.words)
        }
    }

    /// Reads every file of the folder; what is not as `checksums` says, in the order of paths.
    public func findings(_ checksums: Checksums, jobs: Int) async -> [(path: String, finding: Finding)] {
        let folder = folder
        var strewn: [String] = []
        let listing = FolderListing(of: folder) { path in
            let isStrewn = Self.isStrewn(String(path.lastPathPart))
            if isStrewn { strewn.append(path) }
            return isStrewn
        }
        let found = listing.files.filter { "\(folder)/\($0)" != list }
        // A stick may give names back in another case, or in another form of Unicode.
        let exact = Set(found)
        let alike = Dictionary(found.map { (PortablePath.key($0), $0) }) { first, _ in first }
        let expected = checksums.paths.map { path in
            (path: path, found: exact.contains(path) ? path : alike[PortablePath.key(path)] ?? path)
        }
        let compared = await ParallelMap.map(expected, jobs: jobs) { file -> Finding? in
            do throws(POSIXError) {
                let digest = try InputFile.digest(of: "\(folder)/\(file.found)")
                return digest == checksums.digests[file.path] ? nil : .changed
            } catch {
                return error.code == .ENOENT || error.code == .ENOTDIR
                    ? .missing : .unreadable(error.words)
            }
        }
        var findings = strewn.map { (path: $0, finding: Finding.strewn) }
        findings += listing.unreadable.map { ($0.path, .unreadable($0.reason.words)) }
        findings += listing.undecodable.map { ($0, .added) }
        for (file, finding) in zip(expected, compared) {
            if let finding { findings.append((file.path, finding)) }
        }
        let known = Set(expected.map(\.found))
        findings += found.filter { !known.contains($0) }.map { ($0, .added) }
        return findings.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    private static func list(in folder: String) throws(Failure) -> String? {
        let key = PortablePath.key(Checksums.fileName)
        return try names(in: folder).first { PortablePath.key($0) == key }.map { "\(folder)/\($0)" }
    }

    private static func names(in folder: String) throws(Failure) -> [String] {
        do throws(POSIXError) {
            return try SystemCalls.names(in: folder).filter(\.isDecodable).map(\.text)
        } catch {
            throw .unreadable(path: folder, reason: error.words)
        }
    }

    /// Links are no folders: they may lead anywhere.
    private static func isFolder(_ path: String) -> Bool {
        SystemCalls.kind(of: path, followingLinks: false) == .folder
    }

    /// Files and folders that Windows, macOS and Linux leave on every stick, in lower case; `.gitkeep` is the repository's.
    private static let strewn: Set<String> = [
        ".ds_store", ".fseventsd", ".gitkeep", ".spotlight-v100", ".temporaryitems", ".trashes", "$recycle.bin",
        "desktop.ini", "ehthumbs.db", "system volume information", "thumbs.db",
    ]

    private static func isStrewn(_ name: String) -> Bool {
        strewn.contains(name.lowercased()) || name.hasPrefix("._") || name.hasPrefix(".Trash-")
    }
}

extension FolderCheck {
    /// A finding as a problem: a note for what systems have strewn, else an error.
    public func diagnostic(_ path: String, _ finding: Finding) -> Diagnostic {
        let again = Message(vi: "chép lại tệp này từ bản gốc", en: "copy the file anew from the original")
        let (id, message, suggestion): (String, Message, Message?) =
            switch finding {
            case .changed:
                (
                    "changed-file",
                    Message(vi: "hỏng: nội dung khác bản gốc", en: "changed: not the bytes of the original"), again
                )
            case .missing: ("missing-file", Message(vi: "thiếu tệp này", en: "the file is missing"), again)
            case .added where path == SiteBundle.deletions:
                (
                    "added-file",
                    Message(vi: "thừa: chưa cập nhật xong", en: "added: the update is not finished"),
                    Message(
                        vi: "xóa các tệp ghi trong đó, rồi xóa chính nó", en: "delete the files it lists, then itself")
                )
            case .added:
                (
                    "added-file",
                    Message(vi: "thừa: bản gốc không có tệp này", en: "added: the original has no such file"),
                    Message(vi: "xóa nếu không phải của bạn", en: "delete it unless it is yours")
                )
            case .unreadable(let reason):
                (
                    "unreadable",
                    Message(
                        vi: "không đọc được: \(reason.vietnamese)", en: "cannot be read: \(reason.english)"), again
                )
            case .strewn:
                ("strewn-file", Message(vi: "do hệ điều hành để lại, bỏ qua", en: "left by a system, passed over"), nil)
            }
        return Diagnostic(
            id: id,
            severity: finding == .strewn ? .note : .error,
            location: SourceLocation(path: "\(folder)/\(path)"),
            message: message,
            suggestion: suggestion
        )
    }
}

extension Checksums.Malformed {
    /// Every line that cannot be read, as a problem.
    public func diagnostics(path: String) -> [Diagnostic] {
        lines.map { line in
            let message: Message =
                switch line.fault {
                case .form:
                    Message(
                        vi: "dòng này không phải là mã SHA-256, hai dấu cách và tên tệp",
                        en: "the line is no SHA-256 digest, two spaces and a file name")
                case .path: Message(vi: "đường dẫn ra ngoài thư mục", en: "the path leads out of the folder")
                case .repetition: Message(vi: "tệp này đã có ở dòng trên", en: "the file stands in a line above")
                }
            return Diagnostic(
                id: "malformed-checksums",
                severity: .error,
                location: SourceLocation(path: path, line: line.number),
                message: message,
                suggestion: Message(vi: "chép lại tệp này từ bản gốc", en: "copy the file anew from the original")
            )
        }
    }
}
