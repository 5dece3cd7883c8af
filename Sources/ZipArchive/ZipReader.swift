import CLibArchive

/// Reads a zip file that fits into memory; with `ZipWriter` the only file of this target with pointers.
public enum ZipReader {
    /// A file of an archive.
    public struct Entry: Sendable {
        /// As the archive names it.
        public var path: String
        /// Unpacked.
        public var bytes: [UInt8]
    }

    /// More than this, unpacked, no document of an office holds; an archive may claim anything.
    private static let limit = 1 << 29

    /// The files of an archive in its order; `nil` when it is broken or too large.
    public static func read(_ archive: [UInt8]) -> [Entry]? {
        guard let reader = unsafe archive_read_new() else { return nil }
        defer { unsafe archive_read_free(reader) }
        guard unsafe archive_read_support_format_zip(reader) == ARCHIVE_OK else { return nil }
        return unsafe archive.withUnsafeBytes { buffer -> [Entry]? in
            guard unsafe archive_read_open_memory(reader, buffer.baseAddress, buffer.count) == ARCHIVE_OK else {
                return nil
            }
            var entries: [Entry] = []
            var total = 0
            var header: OpaquePointer?
            while true {
                let status = unsafe archive_read_next_header(reader, &header)
                if status == ARCHIVE_EOF { return entries }
                guard status == ARCHIVE_OK, let entry = unsafe header,
                    let name = unsafe archive_entry_pathname(entry)
                else { return nil }
                var bytes: [UInt8] = []
                var piece = [UInt8](repeating: 0, count: 1 << 16)
                while true {
                    let count = unsafe piece.withUnsafeMutableBytes {
                        unsafe archive_read_data(reader, $0.baseAddress, $0.count)
                    }
                    guard count >= 0, total + count <= limit else { return nil }
                    if count == 0 { break }
                    total += count
                    bytes += piece[..<count]
                }
                entries.append(Entry(path: unsafe String(cString: name), bytes: bytes))
            }
        }
    }
}
