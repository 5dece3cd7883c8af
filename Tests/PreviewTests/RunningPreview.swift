import Diagnostics
import FlyingSocks
import Foundation
import Glibc
import Testing

@testable import Preview

/// A preview server on a free port, and a browser that says exactly what it is told.
struct RunningPreview: Sendable {
    let port: UInt16
    let events: AsyncStream<PreviewEvent>

    /// Runs `body` against a server; the server must end by itself when told to.
    static func run(
        watching folders: [String] = [],
        templates: String = templateFolder,
        bounds: HTTPBounds = HTTPBounds(),
        load: @escaping @Sendable () async -> PreviewLoad,
        _ body: (RunningPreview) async throws -> Void
    ) async throws {
        let (events, continuation) = AsyncStream<PreviewEvent>.makeStream()
        let options = PreviewOptions(port: 0, watchedFolders: folders, templateFolder: templates)
        var server = PreviewServer(options: options, load: load) { continuation.yield($0) }
        server.bounds = bounds
        let task = Task { [server] in
            defer { continuation.finish() }
            try await server.run()
        }
        defer { task.cancel() }
        for await event in events {
            guard case .listening(let url) = event, let port = URL(string: url)?.port.flatMap(UInt16.init(exactly:))
            else {
                continue
            }
            try await body(RunningPreview(port: port, events: events))
            task.cancel()
            break
        }
        try await task.value
    }

    /// Sends a request line and headers as they are; `Host` is this server's unless given.
    func open(_ line: String, host: String? = nil, headers: [String] = []) async throws -> Answer {
        let lines = ["\(line) HTTP/1.1", "Host: \(host ?? "127.0.0.1:\(port)")", "Connection: close"] + headers
        return try await say(lines.joined(separator: "\r\n") + "\r\n\r\n")
    }

    /// Sends a text as it is.
    func say(_ text: String) async throws -> Answer {
        let socket = try await AsyncSocket.connected(to: sockaddr_in.inet(ip4: "127.0.0.1", port: port))
        try await socket.write(Data(text.utf8))
        return Answer(socket: socket)
    }

    /// The whole answer to a request.
    func ask(_ line: String, host: String? = nil) async throws -> (status: Int, headers: [String: String], body: String)
    {
        var answer = try await open(line, host: host)
        return try await answer.whole()
    }
}

/// What the server says, read as it comes.
struct Answer {
    let socket: AsyncSocket
    private var text = Data()

    init(socket: AsyncSocket) { self.socket = socket }

    /// Reads until `mark` has come, and gives all up to and with it.
    mutating func read(to mark: String) async throws -> String {
        while true {
            if let range = text.range(of: Data(mark.utf8)) {
                defer { text.removeSubrange(..<range.upperBound) }
                return String(decoding: text[..<range.upperBound], as: UTF8.self)
            }
            text.append(contentsOf: try await socket.read(atMost: 4096))
        }
    }

    /// Reads until the server ends the connection.
    mutating func rest() async throws -> String {
        while let more = try? await socket.read(atMost: 65_536), !more.isEmpty { text.append(contentsOf: more) }
        try? socket.close()
        return String(decoding: text, as: UTF8.self)
    }

    mutating func whole() async throws -> (status: Int, headers: [String: String], body: String) {
        let head = try await read(to: "\r\n\r\n").components(separatedBy: "\r\n")
        var headers: [String: String] = [:]
        for line in head.dropFirst() where line.contains(": ") {
            let parts = line.components(separatedBy: ": ")
            headers[parts[0].lowercased()] = parts[1]
        }
        let body = try await rest()
        let status = head.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) }
        return (try #require(status), headers, body)
    }
}
