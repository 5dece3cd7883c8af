/// How a list of problems is printed; the raw values are those of `--format`.
public enum DiagnosticFormat: String, CaseIterable, Sendable {
    /// For people: place, message, source line with a caret, suggestion, related places, a closing count.
    case human
    /// For editors and `grep`: exactly `path:line:col: severity: message [id]`, a problem a line.
    case short
    /// For programs: one JSON object a line. Keys in this order: `id`, `severity` (`error`, `warning`, `note`), `path`,
    /// `line`, `column` (both from 1, columns in characters), `message`, then, where there are any, `suggestion` and
    /// `related` (objects of `path`, `line`, `column`).
    case json
    /// For the checks of a code host: workflow commands (`::error file=…,line=…,col=…,title=…::…`).
    case github
}
