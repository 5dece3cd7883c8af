/// Work on all cores that must not keep the server from answering, or from ending.
public enum Background {
    /// Runs `work` below the priority of everything else and gives its result.
    ///
    /// - Returns: `nil` at once when the task is cancelled; nobody waits for `work` then.
    public static func result<Result: Sendable>(_ work: @escaping @Sendable () async -> Result) async -> Result? {
        // Through a stream: waiting for the task itself would raise its priority to that of the one who waits.
        let (stream, continuation) = AsyncStream<Result>.makeStream()
        Task.detached(priority: .utility) {
            continuation.yield(await work())
            continuation.finish()
        }
        for await result in stream { return result }
        return nil
    }
}
