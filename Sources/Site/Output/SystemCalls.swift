import CFolderExchange
import Foundation

/// The system calls that Foundation does not offer, or not without a cost: the one file of this target with pointers.
enum SystemCalls {
    /// Lets two folders change places in one step (Linux 3.15). False when the file system cannot.
    static func exchange(_ left: String, _ right: String) -> Bool {
        let folder = CInt(SOHIEU_AT_FDCWD)
        return unsafe renameat2(folder, left, folder, right, UInt32(SOHIEU_RENAME_EXCHANGE)) == 0
    }

    /// Writes a new file. Throws the system's error, a full disk among them.
    ///
    /// Foundation waits for the disk after every file; a site is ten thousand files that are worth nothing until they
    /// are all there.
    static func write(_ bytes: [UInt8], to path: String) throws(POSIXError) {
        let file = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw lastError }
        var written = 0
        while written < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Foundation.write(file, buffer.baseAddress.map { unsafe $0 + written }, buffer.count - written)
            }
            if count < 0 {
                if errno == EINTR { continue }
                let error = lastError
                _ = close(file)
                throw error
            }
            written += count
        }
        // A network file system may report a full disk only here.
        guard close(file) == 0 else { throw lastError }
    }

    private static var lastError: POSIXError { POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
}
