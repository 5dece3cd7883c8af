/// An answer, before it is written.
struct Response: Sendable {
    /// A status code with its usual phrase (RFC 9110, section 15).
    enum Status: Int, Sendable {
        case ok = 200
        case temporaryRedirect = 307
        case badRequest = 400
        case forbidden = 403
        case notFound = 404
        case methodNotAllowed = 405
        case requestTimeout = 408
        case contentTooLarge = 413
        case targetTooLong = 414
        case headTooLong = 431
        case internalServerError = 500
        case serviceUnavailable = 503
        case versionNotSupported = 505

        fileprivate var phrase: String {
            switch self {
            case .ok: "OK"
            case .temporaryRedirect: "Temporary Redirect"
            case .badRequest: "Bad Request"
            case .forbidden: "Forbidden"
            case .notFound: "Not Found"
            case .methodNotAllowed: "Method Not Allowed"
            case .requestTimeout: "Request Timeout"
            case .contentTooLarge: "Content Too Large"
            case .targetTooLong: "URI Too Long"
            case .headTooLong: "Request Header Fields Too Large"
            case .internalServerError: "Internal Server Error"
            case .serviceUnavailable: "Service Unavailable"
            case .versionNotSupported: "HTTP Version Not Supported"
            }
        }
    }

    /// What follows the head.
    enum Body: Sendable {
        case bytes([UInt8])
        /// Pieces as they come; the connection ends with them.
        case stream(AsyncStream<[UInt8]>)
    }

    var status: Status
    /// Names and values in the order they are sent; length and connection are added when it is written.
    var fields: [(name: String, value: String)]
    var body: Body

    /// The status line, the header fields and the empty line.
    func head(isKeptAlive: Bool) -> [UInt8] {
        var lines = ["HTTP/1.1 \(status.rawValue) \(status.phrase)"] + fields.map { "\($0.name): \($0.value)" }
        if case .bytes(let bytes) = body { lines.append("Content-Length: \(bytes.count)") }
        lines.append("Connection: \(isKeptAlive ? "keep-alive" : "close")")
        return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
    }
}
