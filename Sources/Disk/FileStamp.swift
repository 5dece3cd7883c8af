import Digests

/// What a file is known by without being read. As long as all of it is as it was, so are the bytes, unless somebody took pains
/// to hide a change.
package struct FileStamp: Sendable, Hashable {
    /// In bytes.
    package var size: Int
    /// When it was last written, in nanoseconds since 1970.
    package var modified: Int
    package var identity: SystemCalls.Identity

    package init(size: Int, modified: Int, identity: SystemCalls.Identity) {
        self.size = size
        self.modified = modified
        self.identity = identity
    }
}

/// A file that was written, with what it is known by since.
package struct WrittenFile: Sendable, Equatable {
    package var digest: SHA256Digest
    package var stamp: FileStamp

    package init(digest: SHA256Digest, stamp: FileStamp) {
        self.digest = digest
        self.stamp = stamp
    }
}
