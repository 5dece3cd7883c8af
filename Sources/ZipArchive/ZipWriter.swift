import CLibArchive
import Glibc

/// Writes a zip file from beginning to end; the one file of this target with pointers.
///
/// The work is done by libarchive: Zip64 where a file or the whole is larger than 4 GiB, names in UTF-8. The bytes depend
/// only on what is added: every entry has the same time, the rights 0644, and the owner 0.
@safe public struct ZipWriter: ~Copyable {
    private let archive: OpaquePointer
    private let file: CInt
    private let time: Int

    /// The disk, or the library, refuses.
    public struct Unwritable: Error, Sendable {
        /// What the system or the library says, in its own words.
        public var reason: String
        /// The system's number of the error, if it is the system's.
        public var code: CInt?

        fileprivate init(reason: String) { self.reason = reason }

        fileprivate init(_ code: CInt) {
            reason = unsafe String(cString: strerror(code))
            self.code = code
        }
    }

    /// Creates the file at `path`, or empties the one that is there.
    ///
    /// A zip file holds local times. For them to be the same everywhere, the process lives in UTC from here on.
    ///
    /// - Parameter time: of every entry, in seconds since 1970 (UTC).
    public init(path: String, time: Int) throws(Unwritable) {
        _ = unsafe setenv("TZ", "UTC0", 1)
        tzset()
        // libarchive asks the C library whether a name is UTF-8.
        _ = unsafe setlocale(LC_CTYPE, "C.UTF-8")
        let file = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw Unwritable(errno) }
        guard let archive = unsafe Self.archive(in: file) else {
            _ = close(file)
            throw Unwritable(ENOMEM)
        }
        self.file = file
        unsafe self.archive = archive
        self.time = time
    }

    /// An archive that is written to an open file; `nil` only for want of memory, or of zip in the library.
    private static func archive(in file: CInt) -> OpaquePointer? {
        guard let archive = unsafe archive_write_new() else { return nil }
        guard unsafe archive_write_set_format_zip(archive) == ARCHIVE_OK,
            unsafe archive_write_set_options(archive, "zip:hdrcharset=UTF-8") == ARCHIVE_OK,
            // No padding after the end.
            unsafe archive_write_set_bytes_in_last_block(archive, 1) == ARCHIVE_OK,
            unsafe archive_write_open_fd(archive, file) == ARCHIVE_OK
        else {
            unsafe archive_write_free(archive)
            return nil
        }
        return unsafe archive
    }

    deinit {
        unsafe archive_write_free(archive)
        _ = close(file)
    }

    /// Begins the next file; `append` then gives its `size` bytes in pieces.
    public mutating func begin(_ path: String, size: Int, _ method: ZipMethod) throws(Unwritable) {
        let isSet =
            switch method {
            case .deflated: unsafe archive_write_zip_set_compression_deflate(archive)
            case .stored: unsafe archive_write_zip_set_compression_store(archive)
            }
        guard isSet == ARCHIVE_OK, let entry = unsafe archive_entry_new() else { throw lastError }
        defer { unsafe archive_entry_free(entry) }
        unsafe archive_entry_set_pathname_utf8(entry, path)
        unsafe archive_entry_set_filetype(entry, UInt32(Glibc.S_IFREG))
        unsafe archive_entry_set_perm(entry, 0o644)
        unsafe archive_entry_set_size(entry, Int64(size))
        unsafe archive_entry_set_mtime(entry, time, 0)
        guard unsafe archive_write_header(archive, entry) == ARCHIVE_OK else { throw lastError }
    }

    /// Adds the next bytes of the file that `begin` began.
    public mutating func append(_ bytes: Span<UInt8>) throws(Unwritable) {
        guard !bytes.isEmpty else { return }
        let written = unsafe bytes.withUnsafeBytes { unsafe archive_write_data(archive, $0.baseAddress, $0.count) }
        // The library takes no more than `begin` has announced.
        guard written == bytes.count else { throw lastError }
    }

    /// Adds a whole file.
    public mutating func add(_ path: String, _ bytes: [UInt8]) throws(Unwritable) {
        try begin(path, size: bytes.count, ZipMethod(fileName: path))
        try append(bytes.span)
    }

    /// Writes the table of contents and waits until the disk has everything.
    public consuming func finish() throws(Unwritable) {
        guard unsafe archive_write_close(archive) == ARCHIVE_OK else { throw lastError }
        guard fsync(file) == 0 else { throw Unwritable(errno) }
    }

    private var lastError: Unwritable {
        let code = unsafe archive_errno(archive)
        if code > 0 { return Unwritable(code) }
        return Unwritable(
            reason: unsafe archive_error_string(archive).map { unsafe String(cString: $0) } ?? "libarchive")
    }
}
