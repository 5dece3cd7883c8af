import Dispatch
import Glibc

/// Linux's notices about changed files. The only file here that touches unsafe pointers.
struct Inotify: Sendable {
    /// Something happened to a watched folder or to a file in it.
    struct Event: Hashable, Sendable {
        /// The folder, by the number ``watch(_:)`` gave; -1 when the queue ran over.
        var folder: Int32
        /// Bits `IN_…`.
        var bits: UInt32
        /// The file or folder in it; empty when it is about the watched folder itself.
        var name: String

        /// Whether any of the bits of `mask` is set.
        func has(_ mask: Int32) -> Bool { bits & UInt32(bitPattern: mask) != 0 }
    }

    /// A C error number.
    struct Failure: Error {
        var number: Int32
        /// The system's word for it.
        var reason: String { unsafe String(cString: strerror(number)) }
    }

    private let descriptor: Int32

    init() throws(Failure) {
        descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
        if descriptor < 0 { throw Failure(number: errno) }
    }

    /// Watches the files of one folder, not of those below it; gives the folder's number.
    ///
    /// The same folder has the same number, by whatever path. Fails with `ENOTDIR` on anything but a folder.
    func watch(_ path: String, followingLinks: Bool) throws(Failure) -> Int32 {
        var bits = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ONLYDIR
        if !followingLinks { bits |= IN_DONT_FOLLOW }
        let number = unsafe inotify_add_watch(descriptor, path, UInt32(bitPattern: Int32(bits)))
        if number < 0 { throw Failure(number: errno) }
        return number
    }

    /// Forgets a folder.
    func forget(_ folder: Int32) { _ = inotify_rm_watch(descriptor, folder) }

    /// Which folder a path leads to: another one after it was removed and made again, or replaced.
    struct Identity: Hashable, Sendable {
        let device: UInt
        let number: UInt
    }

    /// The folder at a path; `nil` when there is none.
    static func identity(of path: String) -> Identity? {
        var status = stat()
        guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return nil }
        return Identity(device: UInt(status.st_dev), number: UInt(status.st_ino))
    }

    /// How often ``read(_:)`` hands over nothing, for what the system has no notice of.
    static let tick = Duration.seconds(1)

    /// Hands over the events as they come, and nothing now and then, until the task is cancelled; then the watch ends for
    /// good.
    func read(_ receive: ([Event]) -> Void) async {
        let (stream, continuation) = AsyncStream<[Event]>.makeStream()
        let descriptor = descriptor
        let source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: .global())
        source.setEventHandler {
            while let bytes = Self.bytes(from: descriptor) { continuation.yield(Self.events(in: bytes)) }
        }
        source.setCancelHandler { _ = close(descriptor) }
        source.resume()
        let ticks = Task {
            while (try? await Task.sleep(for: Self.tick)) != nil { continuation.yield([]) }
        }
        defer {
            source.cancel()
            ticks.cancel()
        }
        for await events in stream { receive(events) }
    }

    /// What is there to be read; `nil` for nothing.
    private static func bytes(from descriptor: Int32) -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: 16_384)
        let count = unsafe buffer.withUnsafeMutableBytes { unsafe Glibc.read(descriptor, $0.baseAddress, $0.count) }
        return count > 0 ? Array(buffer.prefix(count)) : nil
    }

    /// Source of the layout: inotify(7), `struct inotify_event`: folder, bits, cookie, length of the name, the name
    /// padded with NUL.
    static func events(in bytes: [UInt8]) -> [Event] {
        func word(_ offset: Int) -> UInt32 {
            (0..<4).reduce(0) { $0 | UInt32(bytes[offset + $1]) << (8 * UInt32($1)) }
        }
        var events: [Event] = []
        var offset = 0
        while offset + 16 <= bytes.count {
            let end = min(offset + 16 + Int(word(offset + 12)), bytes.count)
            let name = bytes[(offset + 16)..<end].prefix { $0 != 0 }
            events.append(
                Event(
                    folder: Int32(bitPattern: word(offset)),
                    bits: word(offset + 4),
                    name: String(decoding: name, as: UTF8.self)
                )
            )
            offset = end
        }
        return events
    }
}
