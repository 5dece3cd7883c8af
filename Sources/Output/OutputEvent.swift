import Diagnostics

/// What is told on the way to an output.
public enum OutputEvent: Sendable {
    /// Another process makes the same output, and we wait for it; its number, where it is known.
    case waiting(process: Int?)
    /// A process was killed between taking the old output away and putting the new one there; the old one is back.
    case restored
    /// These files are removed, which no build has written (`--force`).
    case removing(path: String, files: [OutputContents.Foreign])
    /// Files that came while the new output was made, or that have no name to be removed by; they lie here now.
    case kept(path: String)
    /// The new output is there, but the old one could not be removed and lies here now.
    case left(path: String, reason: Message)

    /// What to print.
    public var message: Message {
        switch self {
        case .waiting(let process):
            let name = process.map { Message(vi: "tiến trình \($0)", en: "process \($0)") }
            return Message(
                vi: "Đang chờ \(name?.vietnamese ?? "một tiến trình khác") dựng xong vào cùng chỗ này…",
                en: "Waiting for \(name?.english ?? "another process") to finish with the same output…")
        case .restored:
            return Message(
                vi: "Lần dựng trước bị ngắt giữa chừng; đã khôi phục trang cũ.",
                en: "The last build was killed on its way; the old site is back.")
        case .removing(let path, let files):
            let list = files.map { "\n    \($0.path.withoutControls)" }.joined()
            return Message(
                vi: "Xóa khỏi \(path) theo --force \(files.count) tệp không do sohieu viết:\(list)",
                en: "Removing from \(path), for --force, \(files.count) files that sohieu has not written:\(list)")
        case .kept(let path):
            return Message(
                vi: "Còn tệp được thêm vào giữa lúc đang dựng, hoặc có tên hỏng; đã giữ lại ở \(path).",
                en: "Files that were added meanwhile, or have broken names, are kept in \(path).")
        case .left(let path, let reason):
            return Message(
                vi: "Không xóa được hết trang cũ (\(reason.vietnamese)); phần còn lại ở \(path).",
                en: "The old site could not be removed (\(reason.english)); what is left lies in \(path).")
        }
    }
}
