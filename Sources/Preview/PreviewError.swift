import Diagnostics

/// Why a preview cannot start: the command line or the machine is wrong, not the content.
public enum PreviewError: Error, Hashable, Sendable {
    /// Another program listens on the port.
    case portInUse(UInt16)
    /// The port is one that only root may use.
    case portForbidden(UInt16)
    /// The text is no IP address of this machine.
    case badAddress(String)
    /// A file of the preview is not in the template folder.
    case missingFile(path: String)
    /// The folder cannot be watched: it is not there, or the machine has no watches left (`reason` is the system's word).
    case unwatchable(path: String, reason: String)
    /// The server stopped by itself.
    case server(reason: String)

    /// One or two sentences that say what to do.
    public var message: Message {
        switch self {
        case .portInUse(let port):
            Message(
                vi:
                    "cổng \(port) đang có chương trình khác dùng; chọn cổng khác bằng -p, ví dụ: sohieu serve -p \(Self.other(port))",
                en: "port \(port) is in use; choose another with -p, for example: sohieu serve -p \(Self.other(port))"
            )
        case .portForbidden(let port):
            Message(
                vi: "cổng \(port) cần quyền quản trị; chọn cổng từ 1024 trở lên bằng -p, ví dụ: sohieu serve -p 8000",
                en:
                    "port \(port) needs administrator rights; choose one from 1024 up with -p, for example: sohieu serve -p 8000"
            )
        case .badAddress(let address):
            Message(
                vi: "“\(address)” không phải địa chỉ IP của máy này; chỉ xem trên máy này thì dùng --bind 127.0.0.1",
                en:
                    "“\(address)” is no IP address of this machine; use --bind 127.0.0.1 to look at the site on this machine only"
            )
        case .missingFile(let path):
            Message(
                vi: "không đọc được \(path); chép lại thư mục preview/ của bộ khuôn mẫu gốc",
                en: "\(path) cannot be read; copy preview/ from the original templates"
            )
        case .unwatchable(let path, let reason):
            Message(
                vi: "không theo dõi được thư mục \(path): \(reason)",
                en: "the folder \(path) cannot be watched: \(reason)"
            )
        case .server(let reason):
            Message(vi: "máy chủ xem thử dừng: \(reason)", en: "the preview server stopped: \(reason)")
        }
    }

    private static func other(_ port: UInt16) -> UInt16 { port < 8000 || port == .max ? 8000 : port + 1 }
}
