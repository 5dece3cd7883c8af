import CFolderExchange

/// Swaps two folders in one step.
enum FolderExchange {
    /// Lets `left` and `right` change places, atomically (Linux 3.15). False when the file system cannot.
    static func swap(_ left: String, _ right: String) -> Bool {
        let folder = CInt(SOHIEU_AT_FDCWD)
        return unsafe renameat2(folder, left, folder, right, UInt32(SOHIEU_RENAME_EXCHANGE)) == 0
    }
}
