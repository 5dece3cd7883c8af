import Diagnostics

/// Shows a site to the browsers of this machine, and again whenever its files change.
///
/// One reading at a time: what changes while the folders are being read leads to one more reading afterwards. While the
/// new site has errors and the old one has none, the old one stays on screen under the list of errors.
public struct PreviewServer: Sendable {
    private let options: PreviewOptions
    private let load: @Sendable () async -> PreviewLoad
    private let report: @Sendable (PreviewEvent) -> Void
    /// What clients may cost it.
    var bounds = HTTPBounds()

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
        let watcher = try FolderWatcher(folders: options.watchedFolders) {
            report(.unwatched(path: $0, reason: $1))
        }
        let listener = try HTTPListener(address: options.address, port: options.port, bounds: bounds)
        let session = PreviewSession(run: String(UInt32.random(in: 0...UInt32.max), radix: 16))
        let handler = PreviewHandler(session: session, templates: templates, hosts: HostCheck(address: options.address))
        report(.listening(url: listener.url))
        do {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await listener.run(handler) }
                group.addTask {
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
            if !Task.isCancelled { throw .server(reason: error.localizedDescription) }
        }
    }

    private func show(in session: PreviewSession) async {
        let clock = ContinuousClock()
        let start = clock.now
        guard let loaded = await Background.result(load) else { return }
        let (isShown, change) = await session.show(loaded)
        let duration = clock.now - start
        report(.loaded(diagnostics: loaded.diagnostics, change: change, isShown: isShown, duration: duration))
    }
}
