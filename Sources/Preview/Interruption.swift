import Dispatch
import Glibc

/// Ctrl-C and SIGTERM as values.
enum Interruption {
    /// Returns when the process is asked to end, or the task is cancelled.
    ///
    /// From the second time on the system's own way holds: the process ends at once.
    static func wait() async {
        let (stream, continuation) = AsyncStream<Void>.makeStream()
        let sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global(qos: .userInteractive))
            source.setEventHandler {
                signal(number, SIG_DFL)
                continuation.yield()
            }
            source.resume()
            return source
        }
        defer { for source in sources { source.cancel() } }
        for await _ in stream { break }
    }
}
