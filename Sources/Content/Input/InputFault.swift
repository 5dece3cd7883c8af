import Diagnostics
import Disk
import Foundation

/// Why something in the content or template folder is not read.
package enum InputFault {
    /// The system refuses.
    case unreadable(POSIXError)
    /// The name is not UTF-8.
    case undecodable
    /// A pipe, a socket, a device.
    case special(FileKind)
    /// A link to what does not exist.
    case dangling
    /// A link out of the content folder, and where it leads.
    case outside(String)
    /// A link back to a folder that it is in.
    case loop

    /// The problem with the file or folder at `path`, as it is shown.
    package func diagnostic(_ path: String) -> Diagnostic {
        let (id, message, suggestion) = words
        return Diagnostic(
            id: id, severity: .error, location: SourceLocation(path: path), message: message, suggestion: suggestion)
    }

    private var words: (id: String, message: Message, suggestion: Message) {
        switch self {
        case .unreadable(let reason):
            (
                "unreadable",
                Message(
                    vi: "không đọc được: \(reason.words.vietnamese)", en: "cannot be read: \(reason.words.english)"),
                Message(vi: "kiểm tra quyền đọc bằng ls -l", en: "check the permissions with ls -l")
            )
        case .undecodable:
            (
                "undecodable-name",
                Message(vi: "tên không phải UTF-8", en: "the name is not UTF-8"),
                Message(
                    vi: "đổi tên, chẳng hạn bằng convmv -f windows-1258 -t utf-8",
                    en: "rename it, for example with convmv -f windows-1258 -t utf-8")
            )
        case .special(let kind):
            (
                "special-file",
                Message(
                    vi: "đây là \(kind.name.vietnamese), không phải tệp", en: "it is \(kind.name.english), no file"),
                Message(vi: "dời nó ra khỏi thư mục", en: "move it out of the folder")
            )
        case .dangling:
            (
                "dangling-link",
                Message(vi: "liên kết không dẫn tới tệp nào", en: "the link leads to no file"),
                Message(vi: "sửa hoặc xóa liên kết này", en: "mend or remove the link")
            )
        case .outside(let target):
            (
                "outside-link",
                Message(
                    vi: "liên kết dẫn ra ngoài thư mục, tới \(target)",
                    en: "the link leads out of the folder, to \(target)"),
                Message(
                    vi: "chép hẳn tệp vào thư mục nếu cần dùng nó",
                    en: "copy the file itself into the folder if it is needed")
            )
        case .loop:
            (
                "symlink-loop",
                Message(vi: "liên kết quay lại thư mục chứa nó", en: "the link leads back into its own folder"),
                Message(vi: "xóa liên kết này", en: "remove the link")
            )
        }
    }
}
