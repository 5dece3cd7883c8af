import Digests
import Foundation

/// What lies below a folder. Links are not followed: they are files here, whatever they lead to.
package struct FolderListing: Sendable {
    /// Everything that is no folder: paths below the folder, parts separated by `/`, each folder's in the order of names.
    package private(set) var files: [String] = []
    /// Folders, each before those in it.
    package private(set) var folders: [String] = []
    /// Files and folders whose names are not UTF-8, with U+FFFD for what is not; nothing can be done with them by name.
    package private(set) var undecodable: [String] = []
    /// Folders that cannot be read, and why.
    package private(set) var unreadable: [(path: String, reason: POSIXError)] = []

    private let root: String

    /// Reads the folder at `root`.
    ///
    /// - Parameter isSkipped: Given a path, whether it is passed over with all that is in it.
    package init(of root: String, skipping isSkipped: (String) -> Bool = { _ in false }) {
        self.root = root
        read("", isSkipped)
    }

    /// Whether nothing is there, as far as can be read.
    package var isEmpty: Bool { files.isEmpty && folders.isEmpty && undecodable.isEmpty && unreadable.isEmpty }

    private mutating func read(_ folder: String, _ isSkipped: (String) -> Bool) {
        let names: [SystemCalls.Name]
        do throws(POSIXError) {
            names = try SystemCalls.names(in: folder.isEmpty ? root : "\(root)/\(folder)")
        } catch {
            unreadable.append((folder, error))
            return
        }
        for name in names {
            let path = folder.isEmpty ? name.text : "\(folder)/\(name.text)"
            if !name.isDecodable {
                undecodable.append(path)
            } else if !isSkipped(path) {
                guard SystemCalls.kind(of: "\(root)/\(path)", followingLinks: false) == .folder else {
                    files.append(path)
                    continue
                }
                folders.append(path)
                read(path, isSkipped)
            }
        }
    }

    /// Removes what is in this listing and nothing that has come since. What cannot be removed stays.
    ///
    /// - Parameter place: Where the folder is now, if it has been moved.
    /// - Returns: the first refusal of the system, but for folders that hold something else.
    @discardableResult package func remove(in place: String? = nil) -> POSIXError? {
        let root = place ?? root
        var refusal: POSIXError?
        func attempt(_ path: String, _ work: (String) throws(POSIXError) -> Void) {
            do throws(POSIXError) {
                try work("\(root)/\(path)")
            } catch {
                if ![.ENOENT, .ENOTEMPTY, .EEXIST].contains(error.code) { refusal = refusal ?? error }
            }
        }
        // The list of a site goes last: what is left of a site is known by it.
        for file in files where file != Checksums.fileName { attempt(file, SystemCalls.removeFile) }
        for folder in folders.reversed() { attempt(folder, SystemCalls.removeFolder) }
        for file in files where file == Checksums.fileName { attempt(file, SystemCalls.removeFile) }
        return refusal
    }
}
