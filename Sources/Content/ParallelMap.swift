/// Runs pure work over many values on several cores.
public enum ParallelMap {
    /// Values handed to a task at a time: enough to make the cost of a task vanish, few enough to share the load.
    package static let chunkSize = 32

    /// Maps `values` in parallel; results come in input order whatever the number of `jobs`.
    ///
    /// - Parameter progress: is told how many are done, a chunk at a time.
    public static func map<Value: Sendable, Result: Sendable>(
        _ values: [Value],
        jobs: Int,
        progress: (@Sendable (_ done: Int) -> Void)? = nil,
        _ transform: @escaping @Sendable (Value) -> Result
    ) async -> [Result] {
        guard jobs > 1, values.count > 1 else {
            return values.enumerated().map { index, value in
                defer { if (index + 1).isMultiple(of: chunkSize) { progress?(index + 1) } }
                return transform(value)
            }
        }
        let starts = Array(stride(from: 0, to: values.count, by: chunkSize))
        var chunks = [[Result]](repeating: [], count: starts.count)
        await withTaskGroup(of: (Int, [Result]).self) { group in
            var (next, done) = (0, 0)
            func addTask() {
                guard next < starts.count else { return }
                let index = next
                let range = starts[index]..<min(starts[index] + chunkSize, values.count)
                group.addTask { (index, values[range].map(transform)) }
                next += 1
            }
            for _ in 0..<jobs { addTask() }
            for await (index, chunk) in group {
                chunks[index] = chunk
                done += chunk.count
                progress?(done)
                addTask()
            }
        }
        return chunks.flatMap(\.self)
    }
}
