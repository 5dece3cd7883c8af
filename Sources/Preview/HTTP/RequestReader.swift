import FlyingSocks

/// Reads the heads of the requests on one connection, one after the other, within bounds.
struct RequestReader {
    private let socket: AsyncSocket
    private let bounds: HTTPBounds
    private let note: @Sendable (OpenConnections.Phase, Duration?) async -> Void
    /// What came and is not read yet.
    private var buffer: [UInt8] = []

    init(
        socket: AsyncSocket,
        bounds: HTTPBounds,
        note: @escaping @Sendable (OpenConnections.Phase, Duration?) async -> Void
    ) {
        self.socket = socket
        self.bounds = bounds
        self.note = note
    }

    /// The next head; `nil` when the client has gone or had nothing to say for long.
    mutating func next() async throws -> RequestHead? {
        var end: ContinuousClock.Instant?
        var searched = 0
        while true {
            if end == nil {
                // Empty lines before a request are passed over (RFC 9112, section 2.2).
                buffer.removeFirst(buffer.prefix { $0 == 0x0D || $0 == 0x0A }.count)
                if !buffer.isEmpty { end = ContinuousClock().now + bounds.headTime }
                await note(end == nil ? .waiting : .reading, end == nil ? bounds.idleTime : bounds.headTime)
            }
            if let range = Self.end(of: buffer, from: searched) {
                let head = buffer[..<range.lowerBound]
                try check(head)
                defer { buffer.removeFirst(range.upperBound) }
                return try RequestHead(head, fieldLimit: bounds.fields)
            }
            try check(buffer[...])
            searched = max(0, buffer.count - 3)
            do {
                buffer += try await socket.read(atMost: 4096)
            } catch is SocketError {
                if let end, ContinuousClock().now >= end { throw RequestRefusal.slow }
                return nil
            }
        }
    }

    private func check(_ head: ArraySlice<UInt8>) throws(RequestRefusal) {
        guard head.count <= bounds.line || head.prefix(bounds.line).contains(0x0A) else { throw .lineTooLong }
        guard head.count <= bounds.head else { throw .headTooLong }
    }

    /// The empty line that ends a head.
    private static func end(of bytes: [UInt8], from start: Int) -> Range<Int>? {
        guard start + 4 <= bytes.count else { return nil }
        return (start...(bytes.count - 4)).first { bytes[$0..<$0 + 4].elementsEqual("\r\n\r\n".utf8) }
            .map { $0..<$0 + 4 }
    }
}
