import Content
import Diagnostics

/// Why an output is not written or not removed. What was there is as it was.
public enum OutputFault: Error, Sendable {
    /// The path is empty.
    case unnamed
    /// The path is a link to something that does not exist.
    case danglingLink(String)
    /// Something other than what a command writes stands at the path: what it is.
    case taken(path: String, by: Message)
    /// The path is the root of the machine, the home of the user, or holds the folder in which the command runs.
    case precious(String)
    /// A disk, or another folder, is mounted here: at the output or in it.
    case mountPoint(String)
    /// A folder lies in the output, or the output in it.
    case overlap(path: String, folder: String)
    /// Files that no build has written lie in the output.
    case foreign(path: String, files: [OutputContents.Foreign])
    /// The file is no bundle of ours.
    case foreignFile(String)
    /// A folder of the old output cannot be emptied by this user.
    case locked(String)
    /// The folder above the output cannot be written, and everything is made there first.
    case lockedParent(path: String, parent: String, reason: Message)
    /// The system refuses to write a file or folder; why.
    case unwritable(path: String, reason: Message)
    /// The system refuses to read a file of the content; why.
    case unreadable(path: String, reason: Message)

    /// Foreign files that are named; of more there is only their number.
    private static let named = 10

    /// One sentence or more: what is wrong and what to do.
    public var message: Message {
        switch self {
        case .unnamed: Message(vi: "nơi ghi (-o) để trống", en: "the output (-o) is empty")
        case .danglingLink(let path):
            Message(
                vi: "\(path) là liên kết tới nơi không có; tạo thư mục ấy hoặc xóa liên kết",
                en: "\(path) is a link to what does not exist; make that folder or remove the link")
        case .taken(let path, let kind):
            Message(
                vi: "\(path) là \(kind.vietnamese), không thay được; chọn chỗ khác bằng -o",
                en: "\(path) is \(kind.english) and is left alone; choose another output with -o")
        case .precious(let path):
            Message(
                vi: "\(path) là thư mục gốc, thư mục nhà, hoặc chứa thư mục đang làm việc; chọn chỗ khác bằng -o",
                en: "\(path) is the root, your home, or holds the working folder; choose another output with -o")
        case .mountPoint(let path):
            Message(
                vi:
                    "\(path) là điểm gắn đĩa, không thay được trong một bước; chọn một thư mục trong đó: -o \(path)/trang",
                en:
                    "\(path) is a mount point, which cannot be replaced in one step; choose a folder in it: -o \(path)/site"
            )
        case .overlap(let path, let folder):
            Message(
                vi: "nơi ghi \(path) và thư mục \(folder) nằm trong nhau; chọn chỗ khác bằng -o",
                en: "the output \(path) and the folder \(folder) lie in one another; choose another with -o")
        case .foreign(let path, let files): Self.foreign(path, files)
        case .foreignFile(let path):
            Message(
                vi:
                    "\(path) không phải gói do sohieu bundle làm, nên không ghi đè; chọn tên khác bằng -o, hoặc --force để ghi đè",
                en:
                    "\(path) is no bundle made by sohieu and is left alone; choose another name with -o, or --force to replace it"
            )
        case .locked(let path):
            Message(
                vi:
                    "không có quyền xóa tệp trong \(path), có lẽ của người dùng khác; đổi chủ (chown) hoặc chọn chỗ khác bằng -o",
                en:
                    "no permission to remove files in \(path), perhaps another user's; change its owner (chown) or choose another output with -o"
            )
        case .lockedParent(let path, let parent, let reason):
            Message(
                vi:
                    "không ghi được \(path): trang mới được dựng trong \(parent) rồi mới thay trang cũ, nhưng \(reason.vietnamese) ở đó",
                en: "\(path) cannot be written: the new one is made in \(parent) first, and there \(reason.english)")
        case .unwritable(let path, let reason):
            Message(
                vi: "không ghi được \(path): \(reason.vietnamese)", en: "\(path) cannot be written: \(reason.english)")
        case .unreadable(let path, let reason):
            Message(vi: "không đọc được \(path): \(reason.vietnamese)", en: "\(path) cannot be read: \(reason.english)")
        }
    }

    private static func foreign(_ path: String, _ files: [OutputContents.Foreign]) -> Message {
        func list(_ changed: String, _ more: String) -> String {
            var lines = files.prefix(named).map { "    \($0.path.withoutControls)\($0.isChanged ? changed : "")" }
            if files.count > named { lines.append("    " + more) }
            return lines.joined(separator: "\n")
        }
        let rest = files.count - named
        let vietnamese = list(" (đã bị sửa)", "… và \(rest) tệp khác")
        let english = list(" (changed)", "… and \(rest) more")
        let folder = SourceFile.rootFolder
        return Message(
            vi: """
                trong \(path) có \(files.count) tệp không do sohieu viết, nên giữ nguyên tất cả:
                \(vietnamese)
                Tệp cần đăng cùng trang: để vào thư mục \(folder)/ của nội dung. Không thì dời đi, chọn chỗ khác bằng -o, \
                hoặc --force để xóa.
                """,
            en: """
                \(path) holds \(files.count) files that sohieu has not written, so all is left as it is:
                \(english)
                Files to be published with the site go into \(folder)/ of the content. Else move them, choose another \
                output with -o, or --force to remove them.
                """)
    }
}
