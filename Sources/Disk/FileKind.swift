import Diagnostics

/// What stands at a path.
package enum FileKind {
    case file
    case folder
    /// A symbolic link, where links are not followed.
    case link
    case pipe
    case socket
    case device

    /// What people call it.
    package var name: Message {
        switch self {
        case .file: Message(vi: "tệp", en: "a file")
        case .folder: Message(vi: "thư mục", en: "a folder")
        case .link: Message(vi: "liên kết", en: "a link")
        case .pipe: Message(vi: "ống dẫn (FIFO)", en: "a pipe (FIFO)")
        case .socket: Message(vi: "ổ cắm (socket)", en: "a socket")
        case .device: Message(vi: "thiết bị", en: "a device")
        }
    }
}
