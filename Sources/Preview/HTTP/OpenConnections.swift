import FlyingSocks
import Glibc

/// The connections there are: each has its time for what it is doing, and when there are too many, the one in which
/// nothing has happened for longest is ended.
///
/// Whoever opens many at a time therefore ends their own: a new one is the last to go.
actor OpenConnections {
    /// What a connection is open for.
    enum Phase: Sendable {
        /// For the next request.
        case waiting
        /// A request that has begun to come.
        case reading
        /// An answer that is being made.
        case answering
        /// An answer, or an event, that is being sent.
        case writing
    }

    private struct Entry {
        let socket: AsyncSocket
        var phase: Phase
        /// Counts the changes of all connections: the smaller, the longer ago.
        var since: Int
        var end: ContinuousClock.Instant?
        /// Whether it has been told to end.
        var isEnding = false
    }

    private let limit: Int
    private var entries: [Int: Entry] = [:]
    private var changes = 0

    /// - Parameter most: How many there may be, where the machine allows as many.
    init(most: Int) {
        // libdispatch traps when it cannot open a file, so half of the process's files are left to everything else.
        limit = max(4, min(most, sysconf(Int32(_SC_OPEN_MAX)) / 2))
    }

    /// Whether there is room for one more; begins to make it where there is none.
    func hasRoom() -> Bool {
        if entries.count >= limit { endOne() }
        return entries.count < limit
    }

    /// Takes a new connection in and gives its number.
    func open(_ socket: AsyncSocket) -> Int {
        changes += 1
        entries[changes] = Entry(socket: socket, phase: .waiting, since: changes)
        return changes
    }

    /// Notes what a connection is doing now, and how long it may take.
    func set(_ number: Int, _ phase: Phase, for time: Duration?) {
        changes += 1
        entries[number]?.phase = phase
        entries[number]?.since = changes
        entries[number]?.end = time.map { ContinuousClock().now + $0 }
    }

    /// Closes a connection.
    func close(_ number: Int) {
        if let entry = entries.removeValue(forKey: number) { try? entry.socket.close() }
    }

    /// Ends the connection in which nothing has happened for longest. Its own task notices and closes it.
    func endOne() {
        let oldest = entries.filter { !$0.value.isEnding && $0.value.phase != .answering }
            .min { $0.value.since < $1.value.since }
        guard let (number, entry) = oldest else { return }
        entries[number]?.isEnding = true
        Self.shut(entry.socket, SHUT_RDWR)
    }

    /// Ends the connections whose time is up. A client whose request is too slow in coming can still be told.
    func endOverdue() {
        let now = ContinuousClock().now
        for (number, entry) in entries where entry.end.map({ $0 <= now }) ?? false {
            entries[number]?.end = nil
            Self.shut(entry.socket, entry.phase == .reading ? SHUT_RD : SHUT_RDWR)
        }
    }

    private static func shut(_ socket: AsyncSocket, _ how: Int) {
        _ = shutdown(socket.socket.file.rawValue, Int32(how))
    }
}
