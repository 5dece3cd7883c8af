import CFolderExchange
import Digests
import Foundation

/// The system calls that Foundation does not offer, or not without a cost: the one file of this target with pointers.
enum SystemCalls {
    /// Lets two folders change places in one step (Linux 3.15). False when the file system cannot.
    static func exchange(_ left: String, _ right: String) -> Bool {
        let folder = CInt(SOHIEU_AT_FDCWD)
        return unsafe renameat2(folder, left, folder, right, UInt32(SOHIEU_RENAME_EXCHANGE)) == 0
    }

    /// Lets the file at `new` take the place of the one at `path`, if there is one, in one step.
    static func replace(_ path: String, with new: String) throws(POSIXError) {
        guard unsafe rename(new, path) == 0 else { throw lastError }
    }

    /// Writes a new file. Throws the system's error, a full disk among them.
    ///
    /// Foundation waits for the disk after every file; a site is ten thousand files that are worth nothing until they
    /// are all there.
    static func write(_ bytes: [UInt8], to path: String) throws(POSIXError) {
        let file = try create(path)
        do throws(POSIXError) {
            try write(bytes[...], to: file)
        } catch {
            _ = close(file)
            throw error
        }
        // A network file system may report a full disk only here.
        guard close(file) == 0 else { throw lastError }
    }

    /// Copies a file, reading it once; links are followed. Throws the system's error.
    ///
    /// - Returns: the digest of the bytes.
    static func copy(_ source: String, to path: String) throws(POSIXError) -> SHA256Digest {
        var input = try InputFile(path: source)
        let output = try create(path)
        var hash = SHA256()
        do throws(POSIXError) {
            while case let piece = try input.next(), !piece.isEmpty {
                hash.update(piece.span)
                try write(piece, to: output)
            }
        } catch {
            _ = close(output)
            throw error
        }
        guard close(output) == 0 else { throw lastError }
        return hash.finish()
    }

    /// Opens a file for reading; a pipe without waiting for its other end.
    static func open(_ path: String) throws(POSIXError) -> CInt {
        let file = unsafe Foundation.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { throw lastError }
        return file
    }

    /// What stands at `path`; `nil` for nothing, or for a link that leads to nothing.
    static func kind(of path: String) -> FileKind? {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { return nil }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .folder
        default: return .other
        }
    }

    /// All bytes of the file at `path`.
    static func contents(of path: String) throws(POSIXError) -> [UInt8] {
        let file = try open(path)
        defer { _ = close(file) }
        // One byte more than the file has: the end is found without a second array.
        var bytes = [UInt8](repeating: 0, count: try size(of: file) + 1)
        var filled = 0
        while true {
            let count = unsafe bytes.withUnsafeMutableBytes { buffer in
                unsafe Foundation.read(file, buffer.baseAddress.map { unsafe $0 + filled }, buffer.count - filled)
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw lastError
            }
            if count == 0 { break }
            filled += count
            if filled == bytes.count { bytes.append(contentsOf: repeatElement(0, count: bytes.count)) }
        }
        bytes.removeLast(bytes.count - filled)
        return bytes
    }

    /// The size of an open file in bytes.
    static func size(of file: CInt) throws(POSIXError) -> Int {
        var status = stat()
        guard unsafe fstat(file, &status) == 0 else { throw lastError }
        return Int(status.st_size)
    }

    private static func create(_ path: String) throws(POSIXError) -> CInt {
        let file = unsafe Foundation.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw lastError }
        return file
    }

    private static func write(_ bytes: ArraySlice<UInt8>, to file: CInt) throws(POSIXError) {
        var written = 0
        while written < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Foundation.write(file, buffer.baseAddress.map { unsafe $0 + written }, buffer.count - written)
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw lastError
            }
            written += count
        }
    }

    /// Bytes read at a time.
    private static let pieceSize = 1 << 18

    /// The next bytes of a file; none at its end.
    static func read(from file: CInt) throws(POSIXError) -> ArraySlice<UInt8> {
        var piece = [UInt8](repeating: 0, count: pieceSize)
        while true {
            let count = unsafe piece.withUnsafeMutableBytes { unsafe Foundation.read(file, $0.baseAddress, $0.count) }
            if count >= 0 { return piece[..<count] }
            if errno != EINTR { throw lastError }
        }
    }

    private static var lastError: POSIXError { POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
}
