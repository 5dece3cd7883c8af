/// How far a stage of long work has come.
public struct StageProgress: Sendable, Equatable {
    /// The stages that take long on a large collection.
    public enum Stage: Sendable {
        /// Texts are read, a page at a time.
        case texts
        /// The search index is made.
        case index
        /// Pages and files are written.
        case files
    }

    /// What is being done.
    public var stage: Stage
    /// So many of `total` are done.
    public var done: Int
    /// All that there is to do.
    public var total: Int

    /// A stage with its count.
    public init(stage: Stage, done: Int, total: Int) {
        (self.stage, self.done, self.total) = (stage, done, total)
    }

    /// Whoever wants to be told; is told from one task at a time.
    public typealias Listener = @Sendable (StageProgress) -> Void
}
