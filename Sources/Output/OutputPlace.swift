import Disk
import Foundation

/// Where an output goes: the place that a path given by the user means once its links are followed.
///
/// Whoever serves the folder that a link leads to sees the new site: what the link leads to is replaced, not the link.
package struct OutputPlace: Sendable {
    /// As the user gave it, without a slash at its end; for messages.
    package let path: String
    /// Absolute path without links.
    package let target: String
    /// What stands there; `nil` for nothing.
    package let kind: FileKind?

    /// Reads a path. Throws for one that leads to nothing or is no path.
    package init(_ path: String) throws(OutputFault) {
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        self.path = path
        guard !path.isEmpty else { throw .unnamed }
        if SystemCalls.kind(of: path, followingLinks: false) == .link, SystemCalls.kind(of: path) == nil {
            throw .danglingLink(path)
        }
        do throws(POSIXError) {
            target = try Self.resolve(path)
        } catch {
            throw .unwritable(path: path, reason: error.words)
        }
        kind = SystemCalls.kind(of: target)
    }

    /// The real path of what exists, with the rest behind it.
    private static func resolve(_ path: String) throws(POSIXError) -> String {
        do throws(POSIXError) {
            return try SystemCalls.realPath(path)
        } catch {
            guard error.code == .ENOENT else { throw error }
        }
        let parts = path.split(separator: "/")
        // The way back out of what does not exist is no way.
        guard let last = parts.last, last != ".", last != ".." else { throw POSIXError(.ENOENT) }
        let above = parts.dropLast().joined(separator: "/")
        let parent = path.hasPrefix("/") ? try resolve("/" + above) : try resolve(above.isEmpty ? "." : above)
        return (parent == "/" ? "" : parent) + "/" + last
    }

    /// Whether the place lies in `folder`, is it, or holds it, by whatever links or mounts either is reached.
    public func overlaps(_ folder: String) -> Bool {
        guard let input = SystemCalls.identity(of: folder) else { return false }
        if Self.identities(from: target).contains(input) { return true }
        guard let output = SystemCalls.identity(of: target), let real = try? SystemCalls.realPath(folder) else {
            return false
        }
        return Self.identities(from: real).contains(output)
    }

    /// Whether the place is `folder` or a folder above it.
    func holds(_ folder: String) -> Bool {
        guard let own = SystemCalls.identity(of: target), let real = try? SystemCalls.realPath(folder) else {
            return false
        }
        return Self.identities(from: real).contains(own)
    }

    /// Where a disk, or another folder, is mounted at the place or below: it cannot be moved, and what is in it is not ours.
    ///
    /// proc(5), `/proc/pid/mountinfo`: the fifth field of a line, with blanks, tabs and line feeds as three octal digits.
    var mountPoints: [String] {
        guard let bytes = try? SystemCalls.contents(of: "/proc/self/mountinfo") else { return [] }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line -> String? in
            let fields = line.split(separator: " ")
            guard fields.count > 4 else { return nil }
            let point = String(fields[4]).replacing(/\\([0-7]{3})/) { match in
                UInt8(match.1, radix: 8).map { String(UnicodeScalar($0)) } ?? String(match.0)
            }
            return point == target || point.hasPrefix(target + "/") ? point : nil
        }
    }

    /// Of an absolute path and of every folder above it, as far as they exist.
    private static func identities(from path: String) -> Set<SystemCalls.Identity> {
        var identities = Set<SystemCalls.Identity>()
        var path = path
        while true {
            if let identity = SystemCalls.identity(of: path) { identities.insert(identity) }
            if path == "/" { return identities }
            path = path.parentPath
        }
    }
}
