import Diagnostics
import FlyingFox
import FlyingSocks
import Foundation

/// Shows a site to the browsers of this machine, and again whenever its files change.
///
/// One reading at a time: what changes while the folders are being read leads to one more reading afterwards. While the
/// new site has errors and the old one has none, the old one stays on screen under the list of errors.
public struct PreviewServer: Sendable {
    private let options: PreviewOptions
    private let load: @Sendable () async -> PreviewLoad
    private let report: @Sendable (PreviewEvent) -> Void

    /// `load` reads the folders; `report` is told what happens.
    public init(
        options: PreviewOptions,
        load: @escaping @Sendable () async -> PreviewLoad,
        report: @escaping @Sendable (PreviewEvent) -> Void
    ) {
        self.options = options
        self.load = load
        self.report = report
    }

    /// Serves until Ctrl-C (or SIGTERM), which is a good end; throws when it cannot start.
    public func runUntilInterrupted() async throws(PreviewError) {
        let server = self
        let result = await withTaskGroup(of: Result<Void, PreviewError>.self) { group in
            group.addTask {
                do throws(PreviewError) { return .success(try await server.run()) } catch { return .failure(error) }
            }
            group.addTask {
                await Interruption.wait()
                return .success(())
            }
            let first = await group.next() ?? .success(())
            group.cancelAll()
            return first
        }
        try result.get()
    }

    /// Serves until the task is cancelled; throws when it cannot start.
    public func run() async throws(PreviewError) {
        let templates = try PreviewTemplates(options: options)
        let watcher = try FolderWatcher(folders: options.watchedFolders)
        let session = PreviewSession(run: String(UInt32.random(in: 0...UInt32.max), radix: 16))
        let handler = PreviewHandler(session: session, templates: templates, hosts: HostCheck(address: options.address))
        let http = HTTPServer(config: try configuration(), handler: handler)
        do {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await http.run() }
                group.addTask {
                    try await http.waitUntilListening(timeout: 60)
                    if let url = await Self.url(of: http.listeningAddress) { report(.listening(url: url)) }
                    await show(in: session)
                    for await _ in watcher.changes() { await show(in: session) }
                }
                group.addTask {
                    while true {
                        try await Task.sleep(for: .seconds(5))
                        await session.giveSignOfLife()
                    }
                }
                defer { group.cancelAll() }
                try await group.next()
            }
        } catch {
            if !Task.isCancelled { throw self.error(for: error) }
        }
    }

    private func show(in session: PreviewSession) async {
        let clock = ContinuousClock()
        let start = clock.now
        let loaded = await load()
        let isShown = await session.show(loaded)
        report(.loaded(diagnostics: loaded.diagnostics, isShown: isShown, duration: clock.now - start))
    }

    private func configuration() throws(PreviewError) -> HTTPServer.Configuration {
        // A first reading of a large site may take longer than the usual 15 seconds.
        let timeout: TimeInterval = 120
        if let address = try? sockaddr_in.inet(ip4: options.address, port: options.port) {
            return HTTPServer.Configuration(address: address, timeout: timeout, logger: .disabled)
        }
        if let address = try? sockaddr_in6.inet6(ip6: options.address, port: options.port) {
            return HTTPServer.Configuration(address: address, timeout: timeout, logger: .disabled)
        }
        throw .badAddress(options.address)
    }

    private func error(for error: any Error) -> PreviewError {
        guard case SocketError.failed(_, let number, _) = error else { return .server(reason: "\(error)") }
        switch number {
        case EADDRINUSE: return .portInUse(options.port)
        case EACCES: return .portForbidden(options.port)
        case EADDRNOTAVAIL: return .badAddress(options.address)
        default: return .server(reason: "\(error.localizedDescription)")
        }
    }

    private static func url(of address: Socket.Address?) -> String? {
        switch address {
        case .ip4(let host, let port): "http://\(host == "0.0.0.0" ? "127.0.0.1" : host):\(port)/"
        case .ip6(let host, let port): "http://[\(host == "::" ? "::1" : host)]:\(port)/"
        default: nil
        }
    }
}
