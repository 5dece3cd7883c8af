/// What became of the problems between two readings of the same files.
///
/// A problem that merely moved, because lines were added above it, is the same problem.
public struct DiagnosticChange: Hashable, Sendable {
    /// Problems there were not before, in the order of the later list.
    public private(set) var new: [Diagnostic] = []
    /// Problems there are no longer, in the order of the earlier list.
    public private(set) var mended: [Diagnostic] = []
    /// How many problems there are now, new ones included.
    public let remaining: DiagnosticCount

    /// Compares the problems of two readings.
    public init(from earlier: [Diagnostic], to later: [Diagnostic]) {
        remaining = DiagnosticCount(later)
        // Those that stayed where they were go first: of two problems with the same words the moved one is found new.
        let (gone, come) = Self.unmatched(earlier, later) { $0 }
        (mended, new) = Self.unmatched(gone, come) { Words($0) }
    }

    /// What makes two problems at different lines the same one.
    private struct Words: Hashable {
        let id: String
        let severity: Diagnostic.Severity
        let path: String
        let message: Message

        init(_ diagnostic: Diagnostic) {
            (id, severity) = (diagnostic.id, diagnostic.severity)
            (path, message) = (diagnostic.location.path, diagnostic.message)
        }
    }

    /// What is left of two lists when what is alike by `key` is taken from both, as often as it is in both.
    private static func unmatched<Key: Hashable>(
        _ earlier: [Diagnostic],
        _ later: [Diagnostic],
        by key: (Diagnostic) -> Key
    ) -> ([Diagnostic], [Diagnostic]) {
        func without(_ list: [Diagnostic], _ others: [Diagnostic]) -> [Diagnostic] {
            var counts = Dictionary(others.map { (key($0), 1) }, uniquingKeysWith: +)
            return list.filter { diagnostic in
                guard let count = counts[key(diagnostic)], count > 0 else { return true }
                counts[key(diagnostic)] = count - 1
                return false
            }
        }
        return (without(earlier, later), without(later, earlier))
    }
}
