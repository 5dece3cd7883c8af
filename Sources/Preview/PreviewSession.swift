import Diagnostics

/// What is on screen now, and who is told when that changes.
actor PreviewSession {
    /// What browsers are told: they load a page again when `site` is not what it was made from.
    struct State: Hashable, Sendable {
        /// Names the site that pages are rendered from; differs between runs of the server.
        var site: String
        /// Counts the readings of the folders, so that a changed list of problems is noticed.
        var load: Int
        /// How many errors the last reading found.
        var errors: Int
    }

    private let run: String
    private var siteNumber = 0
    private(set) var site: (any PreviewSite)?
    private(set) var diagnostics: [Diagnostic] = []
    /// Whether what is shown has the problems of `diagnostics`.
    private(set) var isShown = true
    private var isGood = false
    private var loads = 0
    private var listeners: [Int: AsyncStream<State?>.Continuation] = [:]
    private var listenersSoFar = 0

    /// `run` tells this run of the server from those before it.
    init(run: String) { self.run = run }

    var state: State { State(site: "\(run)-\(siteNumber)", load: loads, errors: DiagnosticCount(diagnostics).errors) }

    /// Puts a site on screen, unless it has errors and the one that is there has none. Tells whether it did, and what
    /// became of the problems since the last time.
    func show(_ load: PreviewLoad) -> (isShown: Bool, change: DiagnosticChange?) {
        isShown = load.site != nil && (load.isGood || !isGood)
        if isShown {
            site = load.site
            isGood = load.isGood
            siteNumber += 1
        }
        let change = loads == 0 ? nil : DiagnosticChange(from: diagnostics, to: load.diagnostics)
        diagnostics = load.diagnostics
        loads += 1
        tell(state)
        return (isShown, change)
    }

    /// Returns once the folders have been read for the first time, or the task is cancelled.
    func firstLoad() async {
        if loads == 0 { _ = await states().first { $0 != nil } }
    }

    /// The state now and after each change, with `nil` in between as a sign of life.
    func states() -> AsyncStream<State?> {
        let (stream, continuation) = AsyncStream<State?>.makeStream(bufferingPolicy: .bufferingNewest(4))
        listenersSoFar += 1
        listeners[listenersSoFar] = continuation
        if loads > 0 { continuation.yield(state) }
        return stream
    }

    /// Writes to every browser that listens; those that have gone are noticed by that alone.
    func giveSignOfLife() { tell(nil) }

    private func tell(_ state: State?) {
        listeners = listeners.filter { _, continuation in
            if case .terminated = continuation.yield(state) { false } else { true }
        }
    }
}
