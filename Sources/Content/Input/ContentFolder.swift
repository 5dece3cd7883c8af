import Diagnostics
import Disk
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

    /// Reads every file below the folder, in the order of their paths.
    ///
    /// Files and folders whose names start with a dot are passed over, but in `SourceFile.rootFolder`. Links are followed
    /// where they stay in the folder; a link that leaves it would bring any file of the machine into the site. What cannot
    /// be read, and what is no file, is a diagnostic.
    public func read(jobs: Int) async throws(Unreadable) -> (files: [SourceFile], diagnostics: [Diagnostic]) {
        guard SystemCalls.kind(of: path) == .folder, let root = try? SystemCalls.realPath(path) else {
            throw Unreadable(path: path)
        }
        var walk = Walk(folder: path, root: root)
        walk.list("", above: [root])
        let folder = self
        let results = await ParallelMap.map(walk.files, jobs: jobs) { folder.read($0) }
        return (results.compactMap(\.file), walk.diagnostics + results.flatMap(\.diagnostics))
    }

    /// Reads the file at a path below the folder, as the disk spells it.
    private func read(_ relative: String) -> (file: SourceFile?, diagnostics: [Diagnostic]) {
        let normal = Normalisation.compose(relative)
        let location = path + "/" + relative
        var file = SourceFile(path: normal, displayPath: path + "/" + normal, bytes: [], location: location)
        do throws(POSIXError) {
            guard file.isText else {
                file.size = try InputFile(path: location).size()
                if ActiveDrawing.endings.contains(file.ending) {
                    file.runsScripts = ActiveDrawing.runs(try SystemCalls.contents(of: location))
                }
                return (file, [])
            }
            let text = CleanText(
                try SystemCalls.contents(of: location), path: file.displayPath)
            file.bytes = text.bytes
            return (file, text.diagnostics)
        } catch {
            return (nil, [InputFault.unreadable(error).diagnostic(file.displayPath)])
        }
    }

    /// A way through the folder: the files found, and what is none.
    private struct Walk {
        /// As the user gave it.
        let folder: String
        /// Its path without links.
        let root: String
        /// Paths below the folder, as the disk spells them, in the order of their bytes.
        var files: [String] = []
        var diagnostics: [Diagnostic] = []

        /// - Parameter above: Paths without links of the folders that lead here, this one last.
        mutating func list(_ relative: String, above: [String]) {
            let names: [SystemCalls.Name]
            do throws(POSIXError) {
                names = try SystemCalls.names(in: relative.isEmpty ? folder : folder + "/" + relative)
            } catch {
                report(.unreadable(error), relative)
                return
            }
            let isPassedThrough = relative == SourceFile.rootFolder || relative.hasPrefix(SourceFile.rootFolder + "/")
            for name in names where !Self.isHidden(name.text, isPassedThrough) {
                let child = relative.isEmpty ? name.text : relative + "/" + name.text
                guard name.isDecodable else {
                    report(.undecodable, child)
                    continue
                }
                switch kind(of: child) {
                case .file: files.append(child)
                case .folder:
                    guard let real = try? SystemCalls.realPath(folder + "/" + child), !above.contains(real) else {
                        report(.loop, child)
                        continue
                    }
                    list(child, above: above + [real])
                case .link, nil: continue
                case .some(let other): report(.special(other), child)
                }
            }
            if relative.isEmpty { files.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
        }

        /// What stands at a path, or where the link there leads; `nil`, with a diagnostic, for a link not to be followed.
        private mutating func kind(of child: String) -> FileKind? {
            let path = folder + "/" + child
            let kind = SystemCalls.kind(of: path, followingLinks: false)
            guard kind == .link else { return kind }
            guard let real = try? SystemCalls.realPath(path) else {
                report(.dangling, child)
                return nil
            }
            guard real == root || real.hasPrefix(root == "/" ? "/" : root + "/") else {
                report(.outside(real), child)
                return nil
            }
            return SystemCalls.kind(of: path)
        }

        /// A site may need `.well-known/`, but never what git or a desktop has left.
        private static func isHidden(_ name: String, _ isPassedThrough: Bool) -> Bool {
            guard name.hasPrefix(".") else { return false }
            return !isPassedThrough || name.hasPrefix(".git") || name == ".DS_Store"
        }

        private mutating func report(_ fault: InputFault, _ relative: String) {
            diagnostics.append(
                fault.diagnostic(relative.isEmpty ? folder : folder + "/" + Normalisation.compose(relative)))
        }
    }
}
