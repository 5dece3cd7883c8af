/// A problem as a value: what, where, how bad, and what to do about it.
public struct Diagnostic: Hashable, Sendable, Codable {
    /// How bad a problem is.
    public enum Severity: String, Sendable, Comparable, CaseIterable, Codable {
        /// Nothing to fix, worth knowing.
        case note
        /// The site is built, but a reader will notice.
        case warning
        /// The page, or the site, cannot be built as written.
        case error

        /// The word for it, as printed: lỗi, cảnh báo, ghi chú.
        public var name: Message {
            switch self {
            case .note: Message(vi: "ghi chú", en: "note")
            case .warning: Message(vi: "cảnh báo", en: "warning")
            case .error: Message(vi: "lỗi", en: "error")
            }
        }

        private var rank: Int {
            switch self {
            case .note: 0
            case .warning: 1
            case .error: 2
            }
        }

        /// Milder before worse.
        public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
    }

    /// Stable, lower-case, hyphenated: `unknown-key`. Editors filter by it.
    public var id: String
    /// How bad it is.
    public var severity: Severity
    /// Where an editor should go to mend it.
    public var location: SourceLocation
    /// What is wrong, in one sentence without a full stop.
    public var message: Message
    /// What to write instead, or which command to run.
    public var suggestion: Message?
    /// Other places that belong to the problem, such as the first of two pages with one identity.
    public var related: [SourceLocation]
    /// The text it is about, from its place on, where that is known.
    public var passage: Passage?

    /// A problem; suggestion, related places and passage may be left out.
    public init(
        id: String,
        severity: Severity,
        location: SourceLocation,
        message: Message,
        suggestion: Message? = nil,
        related: [SourceLocation] = [],
        passage: Passage? = nil
    ) {
        self.id = id
        self.severity = severity
        self.location = location
        self.message = message
        self.suggestion = suggestion
        self.related = related
        self.passage = passage
    }

    /// The same problem, at most a warning.
    public var asRemark: Diagnostic { with(min(severity, .warning)) }

    /// The same problem of another severity.
    public func with(_ severity: Severity) -> Diagnostic {
        var problem = self
        problem.severity = severity
        return problem
    }
}

extension Diagnostic: Comparable {
    /// Reading order: by place, then by severity (worst first), then by id.
    public static func < (left: Self, right: Self) -> Bool {
        if left.location != right.location { return left.location < right.location }
        if left.severity != right.severity { return left.severity > right.severity }
        if left.id != right.id { return left.id < right.id }
        return left.message.english < right.message.english
    }
}
