import Diagnostics
import Foundation

extension POSIXError {
    /// Why the system refuses: for what an editor can do something about in both languages, else in the system's words.
    package var words: Message {
        switch code {
        case .EACCES, .EPERM: Message(vi: "không có quyền", en: "no permission")
        case .ENOSPC: Message(vi: "đĩa đã đầy", en: "the disk is full")
        case .EDQUOT: Message(vi: "đã dùng hết hạn mức đĩa", en: "the disk quota is used up")
        case .EROFS: Message(vi: "đĩa chỉ cho đọc", en: "the disk is read-only")
        case .ENOENT: Message(vi: "không có tệp hay thư mục này", en: "no such file or folder")
        case .ENOTDIR: Message(vi: "một phần của đường dẫn không phải thư mục", en: "a part of the path is no folder")
        case .EISDIR: Message(vi: "đây là thư mục", en: "it is a folder")
        case .ESPIPE: Message(vi: "không phải tệp thường", en: "it is no regular file")
        case .ENAMETOOLONG: Message(vi: "tên quá dài", en: "the name is too long")
        case .EIO: Message(vi: "đĩa hỏng", en: "the disk is failing")
        case .EBUSY: Message(vi: "đây là điểm gắn đĩa, hoặc đang được dùng", en: "it is a mount point, or in use")
        case .EXDEV:
            Message(
                vi: "hệ tệp này không đổi chỗ được cả thư mục; xóa trang cũ bằng sohieu clean rồi dựng lại",
                en: "this file system cannot move the folder; remove the old site with sohieu clean and build again")
        case .ENOLCK, .ENOSYS, .EOPNOTSUPP:
            Message(
                vi: "hệ tệp này không có khóa; hãy dựng vào đĩa khác",
                en: "this file system has no locks; build on another disk")
        case .EFBIG: Message(vi: "tệp vượt cỡ cho phép", en: "the file is larger than allowed")
        case .ELOOP: Message(vi: "liên kết vòng quanh", en: "the links go round in circles")
        default: Message(vi: localizedDescription, en: localizedDescription)
        }
    }
}
