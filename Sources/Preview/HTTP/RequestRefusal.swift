import Diagnostics

/// Why a request is not answered as it wished. After most of these the connection ends: what follows may be anything.
enum RequestRefusal: Error, Hashable {
    /// No request in the sense of RFC 9112.
    case malformed
    case version
    case lineTooLong
    case headTooLong
    /// The head did not come to its end in time.
    case slow
    /// A preview takes nothing.
    case body
    case method
    /// Sent to a name that is not this machine's.
    case host
    /// Sent by a page of another origin.
    case origin

    /// The status of the answer.
    var status: Response.Status {
        switch self {
        case .malformed: .badRequest
        case .version: .versionNotSupported
        case .lineTooLong: .targetTooLong
        case .headTooLong: .headTooLong
        case .slow: .requestTimeout
        case .body: .contentTooLarge
        case .method: .methodNotAllowed
        case .host, .origin: .forbidden
        }
    }

    /// For whoever reads the answer.
    var message: Message {
        switch self {
        case .malformed: Message(vi: "yêu cầu sai cách viết HTTP", en: "this is no HTTP request")
        case .version: Message(vi: "chỉ nhận HTTP/1.0 và HTTP/1.1", en: "only HTTP/1.0 and HTTP/1.1")
        case .lineTooLong: Message(vi: "địa chỉ quá dài", en: "the address is too long")
        case .headTooLong: Message(vi: "phần đầu của yêu cầu quá dài", en: "the head of the request is too long")
        case .slow: Message(vi: "yêu cầu đến quá chậm", en: "the request came too slowly")
        case .body: Message(vi: "không nhận nội dung gửi lên", en: "nothing can be sent here")
        case .method: Message(vi: "chỉ nhận GET và HEAD", en: "only GET and HEAD")
        case .host: Message(vi: "tên máy chủ này không được phép", en: "this host name is not allowed")
        case .origin: Message(vi: "trang khác không được phép hỏi ở đây", en: "other sites may not ask here")
        }
    }
}
