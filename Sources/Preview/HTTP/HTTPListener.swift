import FlyingSocks
import Foundation
import Glibc

/// Accepts connections on one address and has each request answered.
///
/// HTTP/1.1 for a preview: GET and HEAD without bodies, persistent connections, pipelining. What does not fit
/// ``HTTPBounds`` is refused, and the connection ends.
struct HTTPListener: Sendable {
    private let socket: Socket
    private let pool = SocketPool<ePoll>.ePoll()
    private let bounds: HTTPBounds

    /// Listens from now on.
    init(address: String, port: UInt16, bounds: HTTPBounds) throws(PreviewError) {
        self.bounds = bounds
        do {
            if let ip4 = try? sockaddr_in.inet(ip4: address, port: port) {
                socket = try Self.listen(on: ip4)
            } else if let ip6 = try? sockaddr_in6.inet6(ip6: address, port: port) {
                socket = try Self.listen(on: ip6)
            } else {
                throw PreviewError.badAddress(address)
            }
        } catch let error as PreviewError {
            throw error
        } catch SocketError.failed(_, EADDRINUSE, _) {
            throw .portInUse(port)
        } catch SocketError.failed(_, EACCES, _) {
            throw .portForbidden(port)
        } catch SocketError.failed(_, EADDRNOTAVAIL, _) {
            throw .badAddress(address)
        } catch {
            throw .server(reason: error.localizedDescription)
        }
    }

    private static func listen(on address: some SocketAddress) throws -> Socket {
        let socket = try Socket(domain: Int32(type(of: address).family))
        do {
            try socket.setValue(true, for: .localAddressReuse)
            try socket.bind(to: address)
        } catch {
            try? socket.close()
            throw error
        }
        try socket.listen()
        // A browser that the preview starts must not keep the port.
        _ = fcntl(socket.file.rawValue, F_SETFD, FD_CLOEXEC)
        return socket
    }

    /// Where it listens, such as `http://127.0.0.1:8000/`.
    var url: String {
        switch try? socket.sockname() {
        case .ip4(let host, let port): "http://\(host == "0.0.0.0" ? "127.0.0.1" : host):\(port)/"
        case .ip6(let host, let port): "http://[\(host == "::" ? "::1" : host)]:\(port)/"
        default: ""
        }
    }

    /// Serves until the task is cancelled; every connection has ended then.
    func run(_ handler: PreviewHandler) async throws {
        defer { try? socket.close() }
        let listener = try AsyncSocket(socket: socket, pool: pool)
        let connections = OpenConnections(most: bounds.connections)
        try await pool.prepare()
        try await withThrowingDiscardingTaskGroup { group in
            group.addTask { try await pool.run() }
            group.addTask {
                while true {
                    try await Task.sleep(for: bounds.sweep)
                    await connections.endOverdue()
                }
            }
            while true {
                while await !connections.hasRoom() { try await Task.sleep(for: Self.moment) }
                guard let socket = try await Self.accept(on: listener) else { continue }
                let number = await connections.open(socket)
                group.addTask {
                    let conversation = Conversation(socket: socket, bounds: bounds, handler: handler) {
                        await connections.set(number, $0, for: $1)
                    }
                    await conversation.run()
                    await connections.close(number)
                }
            }
        }
    }

    /// How long to wait for room.
    private static let moment = Duration.milliseconds(5)

    /// The next connection; `nil` when it went before it was taken, or when none can be had for the moment.
    private static func accept(on listener: AsyncSocket) async throws -> AsyncSocket? {
        do {
            let socket = try await listener.accept()
            _ = fcntl(socket.socket.file.rawValue, F_SETFD, FD_CLOEXEC)
            // An answer is one write; the kernel must not wait for more before it sends the last packet.
            let noDelay = BoolSocketOption(level: Int32(IPPROTO_TCP), name: TCP_NODELAY)
            try? socket.socket.setValue(true, for: noDelay)
            return socket
        } catch SocketError.failed(_, let number, _) where Self.passing.contains(number) {
            try await Task.sleep(for: moment)
            return nil
        }
    }

    /// Errors of one connection, or of a moment. Source: accept(2).
    private static let passing = [
        EMFILE, ENFILE, ENOBUFS, ENOMEM, ECONNABORTED, EINTR, EPROTO, EPERM, ENETDOWN, ENETUNREACH, EHOSTDOWN,
        EHOSTUNREACH, ENONET, EOPNOTSUPP, ENOPROTOOPT,
    ]
}
