import FlyingSocks
import Foundation
import Glibc

/// One connection: requests are read and answered one after the other until either side ends it.
struct Conversation: Sendable {
    let socket: AsyncSocket
    let bounds: HTTPBounds
    let handler: PreviewHandler
    /// Told what the connection is open for, and how long that may take.
    let note: @Sendable (OpenConnections.Phase, Duration?) async -> Void

    /// Returns when the connection may be closed.
    func run() async {
        var reader = RequestReader(socket: socket, bounds: bounds, note: note)
        do {
            var isOpen = true
            while isOpen, let request = try await reader.next() {
                await note(.answering, nil)
                // A body is not read, so nothing can be read after it either.
                let isKeptAlive = request.isKeptAlive && !request.hasBody
                let response = await handler.answer(request)
                isOpen = try await send(response, isKeptAlive: isKeptAlive, withBody: request.method != "HEAD")
            }
        } catch let refusal as RequestRefusal {
            _ = try? await send(handler.refusal(refusal), isKeptAlive: false, withBody: true)
        } catch {
            // The client has gone, or the server is about to.
            return
        }
        await end()
    }

    /// Writes an answer; tells whether the connection can go on.
    private func send(_ response: Response, isKeptAlive: Bool, withBody: Bool) async throws -> Bool {
        switch response.body {
        case .bytes(let bytes):
            let head = response.head(isKeptAlive: isKeptAlive)
            try await write(withBody ? head + bytes : head)
            return isKeptAlive
        case .stream(let pieces):
            try await write(response.head(isKeptAlive: false))
            guard withBody else { return false }
            for await piece in pieces {
                try await write(piece)
                await note(.writing, nil)
            }
            return false
        }
    }

    private func write(_ bytes: [UInt8]) async throws {
        for start in stride(from: 0, to: bytes.count, by: bounds.part) {
            await note(.writing, bounds.writeTime)
            try await socket.write(Data(bytes[start..<min(start + bounds.part, bytes.count)]))
        }
    }

    /// Says that nothing more will come, and reads for a moment what is still on its way: closing a connection with
    /// unread bytes would take the answer back from a client that is still sending.
    private func end() async {
        _ = shutdown(socket.socket.file.rawValue, Int32(SHUT_WR))
        await note(.waiting, bounds.remainderTime)
        var count = 0
        while count < bounds.remainder, let more = try? await socket.read(atMost: 4096) { count += more.count }
    }
}
