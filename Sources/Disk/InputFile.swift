import Digests
import Foundation

/// A file of the disk that is read from beginning to end, a piece at a time.
package struct InputFile: ~Copyable {
    private let descriptor: CInt

    /// Opens the file at `path`; links are followed. Throws the system's error, `ESPIPE` for a pipe or a device.
    package init(path: String) throws(POSIXError) {
        let descriptor = try SystemCalls.open(path)
        do throws(POSIXError) {
            _ = try SystemCalls.size(of: descriptor)
        } catch {
            _ = close(descriptor)
            throw error
        }
        self.descriptor = descriptor
    }

    deinit {
        _ = close(descriptor)
    }

    /// In bytes.
    package func size() throws(POSIXError) -> Int { try SystemCalls.size(of: descriptor) }

    /// The next piece; empty at the end of the file.
    package mutating func next() throws(POSIXError) -> ArraySlice<UInt8> { try SystemCalls.read(from: descriptor) }

    /// The digest of the file at `path`.
    package static func digest(of path: String) throws(POSIXError) -> SHA256Digest {
        var file = try InputFile(path: path)
        var hash = SHA256()
        while case let piece = try file.next(), !piece.isEmpty { hash.update(piece.span) }
        return hash.finish()
    }
}
