/// Many problems put together for people: remarks that say the same are told once, and of one kind only the first few.
///
/// Errors are never put together: each has to be mended. The formats for programs list every remark.
struct GatheredDiagnostics {
    /// A problem with the places of those that say the same.
    struct Entry {
        var diagnostic: Diagnostic
        /// Further places of the very same remark.
        var others: [SourceLocation] = []
    }

    /// In the order of the first of each.
    private(set) var entries: [Entry] = []
    /// Remarks that are not shown, by id, in the order in which their ids come up.
    private(set) var rest: [(id: String, severity: Diagnostic.Severity, count: Int)] = []

    /// So many remarks alike are told one by one.
    private static let alike = 5
    /// So many entries of one id are shown.
    private static let kind = 20

    init(_ diagnostics: ArraySlice<Diagnostic>) {
        struct Saying: Hashable {
            var id: String
            var message: Message
        }
        var counts: [Saying: Int] = [:]
        for diagnostic in diagnostics where diagnostic.severity < .error {
            counts[Saying(id: diagnostic.id, message: diagnostic.message), default: 0] += 1
        }
        var first: [Saying: Int] = [:]
        var shown: [String: Int] = [:]
        var hidden: [String: Int] = [:]
        for diagnostic in diagnostics {
            guard diagnostic.severity < .error else {
                entries.append(Entry(diagnostic: diagnostic))
                continue
            }
            let saying = Saying(id: diagnostic.id, message: diagnostic.message)
            let isGathered = counts[saying, default: 0] > Self.alike
            if isGathered, let index = first[saying] {
                entries[index].others.append(diagnostic.location)
                continue
            }
            guard shown[diagnostic.id, default: 0] < Self.kind else {
                if let index = hidden[diagnostic.id] {
                    rest[index].count += 1
                } else {
                    hidden[diagnostic.id] = rest.count
                    rest.append((diagnostic.id, diagnostic.severity, 1))
                }
                continue
            }
            shown[diagnostic.id, default: 0] += 1
            if isGathered { first[saying] = entries.count }
            entries.append(Entry(diagnostic: diagnostic))
        }
    }
}
