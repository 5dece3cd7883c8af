import Diagnostics
import Foundation
import VietnameseText

/// The content folder on disk: the edge at which files become values.
public struct ContentFolder: Sendable {
    /// Path of the folder as the user gave it.
    public var path: String

    /// A folder, named with or without a slash at its end.
    public init(path: String) {
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        self.path = path
    }

    /// The folder cannot be read at all.
    public struct Unreadable: Error {
        /// As the user gave it.
        public var path: String
    }

    /// A file found below the folder.
    private struct Entry: Sendable {
        /// Relative to the folder, as the disk spells it.
        var path: String
    }

    /// Reads every file below the folder, in the order of their paths.
    ///
    /// Files and folders whose names start with a dot are passed over. A file or folder that cannot be read, or a link
    /// that leads back into its own folder, is a diagnostic.
    public func read(jobs: Int) async throws(Unreadable) -> (files: [SourceFile], diagnostics: [Diagnostic]) {
        guard SystemCalls.kind(of: path) == .folder else { throw Unreadable(path: path) }
        var entries: [Entry] = []
        var diagnostics: [Diagnostic] = []
        list("", ancestors: [realPath(path)], into: &entries, &diagnostics)
        entries.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        let folder = self
        let results = await ParallelMap.map(entries, jobs: jobs) { folder.read($0) }
        return (results.compactMap(\.file), diagnostics + results.flatMap(\.diagnostics))
    }

    private func display(_ relative: String) -> String { path + "/" + relative }

    private func realPath(_ path: String) -> String { URL(fileURLWithPath: path).resolvingSymlinksInPath().path }

    private func list(
        _ relative: String,
        ancestors: [String],
        into entries: inout [Entry],
        _ diagnostics: inout [Diagnostic]
    ) {
        let here = relative.isEmpty ? path : path + "/" + relative
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: here) else {
            diagnostics.append(unreadable(relative, vi: "không mở được thư mục", en: "the folder cannot be opened"))
            return
        }
        for name in names.sorted() where !name.hasPrefix(".") {
            let child = relative.isEmpty ? name : relative + "/" + name
            switch SystemCalls.kind(of: path + "/" + child) {
            case .folder: break
            case .file:
                entries.append(Entry(path: child))
                continue
            default:
                diagnostics.append(
                    unreadable(child, vi: "liên kết không dẫn tới tệp nào", en: "the link leads to no file"))
                continue
            }
            let real = realPath(path + "/" + child)
            if ancestors.contains(real) {
                diagnostics.append(
                    Diagnostic(
                        id: "symlink-loop",
                        severity: .error,
                        location: SourceLocation(path: display(child)),
                        message: Message(
                            vi: "liên kết quay lại thư mục chứa nó", en: "the link leads back into its own folder"),
                        suggestion: Message(vi: "xóa liên kết này", en: "remove the link")
                    )
                )
                continue
            }
            list(child, ancestors: ancestors + [real], into: &entries, &diagnostics)
        }
    }

    private func read(_ entry: Entry) -> (file: SourceFile?, diagnostics: [Diagnostic]) {
        let normal = Normalisation.compose(entry.path)
        let location = path + "/" + entry.path
        var file = SourceFile(path: normal, displayPath: display(normal), bytes: [], location: location)
        let isText = normal.hasSuffix(".md") || normal.hasSuffix(".yaml")
        guard isText else {
            guard let size = try? InputFile(path: location).size() else {
                return (nil, [unreadable(normal, vi: "không đọc được tệp", en: "the file cannot be read")])
            }
            file.size = size
            return (file, [])
        }
        guard let content = try? SystemCalls.contents(of: location) else {
            return (nil, [unreadable(normal, vi: "không đọc được tệp", en: "the file cannot be read")])
        }
        let (bytes, diagnostics) = TextCleaning.clean(content, path: file.displayPath)
        file.bytes = bytes
        return (file, diagnostics)
    }

    private func unreadable(_ relative: String, vi: String, en: String) -> Diagnostic {
        Diagnostic(
            id: "unreadable",
            severity: .error,
            location: SourceLocation(path: display(Normalisation.compose(relative))),
            message: Message(vi: vi, en: en),
            suggestion: Message(vi: "kiểm tra quyền đọc bằng ls -l", en: "check the permissions with ls -l")
        )
    }
}
