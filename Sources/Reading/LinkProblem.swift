import Diagnostics

/// The diagnostics of a link that one page alone can tell.
enum LinkProblem {
    static func outside(_ destination: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            id: "broken-link",
            severity: .error,
            location: location,
            message: Message(
                vi: "liên kết ra ngoài thư mục nội dung: \(destination)",
                en: "the link leaves the content folder: \(destination)")
        )
    }

    /// The problem of an address that is not in the collection, if it is one: an image, which the policy of the pages keeps
    /// out, or a link that no page may have.
    static func elsewhere(_ destination: String, isImage: Bool, at location: SourceLocation) -> Diagnostic? {
        if isImage, !destination.isEmpty {
            return Diagnostic(
                id: "foreign-image",
                severity: .warning,
                location: location,
                message: Message(
                    vi: "hình ở nơi khác, trang không được phép tải: \(destination.prefix(120))",
                    en: "the image lies elsewhere, and pages may not load it: \(destination.prefix(120))"),
                suggestion: Message(
                    vi: "lưu hình vào thư mục nội dung và dẫn tới tệp ấy",
                    en: "save the image in the content folder and link to that file")
            )
        }
        guard isDangerous(destination) else { return nil }
        let shown = destination.prefix(120)
        return Diagnostic(
            id: "unsafe-link",
            severity: .warning,
            location: location,
            message: Message(
                vi: "liên kết chạy lệnh hoặc mở tệp của máy, bị bỏ địa chỉ: \(shown)",
                en: "a link that runs a script or opens a local file loses its address: \(shown)"
            ),
            suggestion: Message(
                vi: "dẫn tới một trang, một tệp hoặc một địa chỉ https",
                en: "link to a page, a file or an https address")
        )
    }

    /// The schemes that cmark leaves out of links (`_scan_dangerous_url`).
    static func isDangerous(_ destination: String) -> Bool {
        let start = destination.prefix(11).lowercased()
        return ["javascript:", "vbscript:", "file:", "data:"].contains { start.hasPrefix($0) }
    }
}
