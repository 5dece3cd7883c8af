import CFolderExchange
import Digests
import Foundation

/// The system calls that Foundation does not offer, or not without a cost: the one file of this target with pointers.
package enum SystemCalls {
    /// Lets two folders change places in one step (Linux 3.15). False when the file system cannot.
    package static func exchange(_ left: String, _ right: String) -> Bool {
        let folder = CInt(SOHIEU_AT_FDCWD)
        return unsafe renameat2(folder, left, folder, right, UInt32(SOHIEU_RENAME_EXCHANGE)) == 0
    }

    /// Gives a file or folder another path, in one step. A file, or an empty folder, at that path is replaced.
    package static func move(_ path: String, to new: String) throws(POSIXError) {
        guard unsafe rename(path, new) == 0 else { throw lastError }
    }

    // MARK: Files

    /// Writes a new file. Throws the system's error, a full disk among them.
    ///
    /// Foundation waits for the disk after every file; a site is ten thousand files that are worth nothing until they
    /// are all there.
    ///
    /// - Returns: what the file is known by from now on.
    @discardableResult package static func write(_ bytes: [UInt8], to path: String) throws(POSIXError) -> FileStamp {
        let file = try create(path)
        do throws(POSIXError) {
            try write(bytes[...], to: file)
        } catch {
            _ = close(file)
            throw error
        }
        return try finish(file)
    }

    /// Closes a file that was written.
    private static func finish(_ file: CInt) throws(POSIXError) -> FileStamp {
        var status = stat()
        let isKnown = unsafe fstat(file, &status) == 0
        // A network file system may report a full disk only here.
        guard close(file) == 0, isKnown else { throw lastError }
        return FileStamp(status)
    }

    /// Copies a file, reading it once; links are followed.
    ///
    /// - Returns: the digest of the bytes, and what the copy is known by.
    package static func copy(_ source: String, to path: String) throws(CopyFault) -> WrittenFile {
        var input: InputFile
        do throws(POSIXError) { input = try InputFile(path: source) } catch { throw .source(error) }
        let output: CInt
        do throws(POSIXError) { output = try create(path) } catch { throw .target(error) }
        var hash = SHA256()
        do throws(CopyFault) {
            while true {
                let piece: ArraySlice<UInt8>
                do throws(POSIXError) { piece = try input.next() } catch { throw .source(error) }
                if piece.isEmpty { break }
                hash.update(piece.span)
                do throws(POSIXError) { try write(piece, to: output) } catch { throw .target(error) }
            }
        } catch {
            _ = close(output)
            throw error
        }
        do throws(POSIXError) {
            return WrittenFile(digest: hash.finish(), stamp: try finish(output))
        } catch {
            throw .target(error)
        }
    }

    /// Which end of a copy the system refuses.
    package enum CopyFault: Error {
        case source(POSIXError)
        case target(POSIXError)
    }

    /// Gives a file a second name. What stands at `path` is not followed where it is a link itself.
    package static func link(_ path: String, as new: String) throws(POSIXError) {
        guard unsafe linkat(AT_FDCWD, path, AT_FDCWD, new, 0) == 0 else { throw lastError }
    }

    /// What the file at `path` is known by, and how many names it has; `nil` for what is no file, a link among them.
    package static func stamp(of path: String) -> (stamp: FileStamp, names: Int)? {
        var status = stat()
        guard unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return (FileStamp(status), Int(status.st_nlink))
    }

    /// What the running program is known by.
    package static var program: FileStamp? {
        var status = stat()
        return unsafe stat("/proc/self/exe", &status) == 0 ? FileStamp(status) : nil
    }

    /// Removes a file, or the link itself.
    package static func removeFile(_ path: String) throws(POSIXError) {
        guard unsafe unlink(path) == 0 else { throw lastError }
    }

    /// Opens a file for reading; a pipe without waiting for its other end.
    static func open(_ path: String) throws(POSIXError) -> CInt {
        let file = unsafe Foundation.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { throw lastError }
        return file
    }

    /// What stands at `path`; `nil` for nothing. A link that is followed and leads to nothing is nothing.
    package static func kind(of path: String, followingLinks: Bool = true) -> FileKind? {
        var status = stat()
        let result = followingLinks ? unsafe stat(path, &status) : unsafe lstat(path, &status)
        guard result == 0 else { return nil }
        return switch status.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        case S_IFLNK: .link
        case S_IFIFO: .pipe
        case S_IFSOCK: .socket
        default: .device
        }
    }

    /// All bytes of the file at `path`.
    package static func contents(of path: String) throws(POSIXError) -> [UInt8] {
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

    /// The size in bytes of an open file. Throws `ESPIPE` for what is no file: a pipe or a device has no end.
    static func size(of file: CInt) throws(POSIXError) -> Int {
        var status = stat()
        guard unsafe fstat(file, &status) == 0 else { throw lastError }
        guard status.st_mode & S_IFMT == S_IFREG else { throw POSIXError(.ESPIPE) }
        return Int(status.st_size)
    }

    private static func create(_ path: String) throws(POSIXError) -> CInt {
        let file = unsafe Foundation.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw lastError }
        return file
    }

    /// Writes everything; waits for a pipe whose reader is slow.
    static func write(_ bytes: ArraySlice<UInt8>, to file: CInt) throws(POSIXError) {
        var written = 0
        while written < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Foundation.write(file, buffer.baseAddress.map { unsafe $0 + written }, buffer.count - written)
            }
            if count < 0 {
                if errno == EINTR { continue }
                guard errno == EAGAIN else { throw lastError }
                var ready = pollfd(fd: file, events: Int16(POLLOUT), revents: 0)
                _ = unsafe poll(&ready, 1, -1)
                continue
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

    // MARK: Folders

    /// A name in a folder.
    package struct Name {
        /// The name; with U+FFFD for what is not UTF-8.
        package var text: String
        /// Whether `text` is the name to the byte, so that the file can be found by it.
        package var isDecodable: Bool
    }

    /// The names in a folder but `.` and `..`, in the order of their bytes.
    package static func names(in folder: String) throws(POSIXError) -> [Name] {
        guard let stream = unsafe opendir(folder) else { throw lastError }
        defer { unsafe closedir(stream) }
        var names: [Name] = []
        while true {
            errno = 0
            guard let entry = unsafe readdir(stream) else { break }
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { start in
                    let exact = unsafe String(validatingCString: start)
                    return Name(text: unsafe exact ?? String(cString: start), isDecodable: exact != nil)
                }
            }
            if name.text != ".", name.text != ".." { names.append(name) }
        }
        guard errno == 0 else { throw lastError }
        return names.sorted { $0.text.utf8.lexicographicallyPrecedes($1.text.utf8) }
    }

    /// Makes one folder; false when there is something at its path already.
    package static func makeFolder(_ path: String) throws(POSIXError) -> Bool {
        if unsafe mkdir(path, 0o777) == 0 { return true }
        guard errno == EEXIST else { throw lastError }
        return false
    }

    /// Removes an empty folder.
    package static func removeFolder(_ path: String) throws(POSIXError) {
        guard unsafe rmdir(path) == 0 else { throw lastError }
    }

    /// Whether this process may add files to a folder and take them out of it.
    package static func mayChange(_ folder: String) -> Bool {
        unsafe faccessat(AT_FDCWD, folder, W_OK | X_OK, Int32(AT_EACCESS)) == 0
    }

    /// Gives a folder the rights and, where the system lets us, the group of another.
    package static func adoptRights(of model: String, by folder: String) {
        var status = stat()
        guard unsafe stat(model, &status) == 0 else { return }
        // The group first: a change of group takes the set-group bit away.
        _ = unsafe chown(folder, uid_t.max, status.st_gid)
        _ = unsafe chmod(folder, status.st_mode & 0o7777)
    }

    // MARK: Places

    /// The path without links, `.` and `..`. Throws where a part of it does not exist.
    package static func realPath(_ path: String) throws(POSIXError) -> String {
        guard let real = unsafe realpath(path, nil) else { throw lastError }
        defer { unsafe free(real) }
        return unsafe String(cString: real)
    }

    /// What tells a file or folder from every other, by whatever path it is reached.
    package struct Identity: Hashable {
        package let device: UInt
        package let number: UInt

        package init(device: UInt, number: UInt) { (self.device, self.number) = (device, number) }

        fileprivate init(_ status: stat) { (device, number) = (UInt(status.st_dev), UInt(status.st_ino)) }
    }

    /// What `path` leads to; `nil` for nothing.
    package static func identity(of path: String) -> Identity? {
        var status = stat()
        return unsafe stat(path, &status) == 0 ? Identity(status) : nil
    }

    /// Which file is open.
    package static func identity(of file: CInt) -> Identity? {
        var status = stat()
        return unsafe fstat(file, &status) == 0 ? Identity(status) : nil
    }

    // MARK: Locks

    /// Opens a file that processes lock, and makes it where there is none.
    package static func openLock(_ path: String) throws(POSIXError) -> CInt {
        // Some network file systems lock only what is open for writing; another user's file is open for reading only.
        let file = unsafe Foundation.open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
        if file >= 0 { return file }
        guard errno == EACCES else { throw lastError }
        return try open(path)
    }

    /// Takes the lock on an open file, which the system takes back when the process ends, however it ends.
    ///
    /// - Returns: False when another process has it and `waits` is false.
    package static func lock(_ file: CInt, waits: Bool) throws(POSIXError) -> Bool {
        while flock(file, waits ? LOCK_EX : LOCK_EX | LOCK_NB) != 0 {
            if errno == EWOULDBLOCK { return false }
            if errno != EINTR { throw lastError }
        }
        return true
    }

    /// Makes the bytes those of an open file.
    package static func overwrite(_ file: CInt, with bytes: [UInt8]) throws(POSIXError) {
        guard ftruncate(file, 0) == 0 else { throw lastError }
        try write(bytes[...], to: file)
    }

    // MARK: Streams

    /// Opens the descriptors 0, 1 and 2 where the caller has closed them, so that no file gets one of these numbers and what
    /// is printed into it. Writing to one that was closed fails as before.
    static func holdStandardStreams() {
        for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) < 0 {
            _ = unsafe Foundation.open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
        }
    }

    private static var lastError: POSIXError { POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
}

extension FileStamp {
    fileprivate init(_ status: stat) {
        let modified = Int(status.st_mtim.tv_sec) * 1_000_000_000 + Int(status.st_mtim.tv_nsec)
        self.init(size: Int(status.st_size), modified: modified, identity: SystemCalls.Identity(status))
    }
}
