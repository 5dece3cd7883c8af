/// How a list of problems is printed; the raw values are those of `--format`.
public enum DiagnosticFormat: String, CaseIterable, Sendable {
    /// For people: place, message, source line with a caret, suggestion, related places, a closing count.
    case human
    /// For editors and `grep`: exactly `path:line:col: severity: message [id]`, a problem a line.
    case short
    /// For programs: one JSON object a line, as `docs/schemas/diagnostic.json` describes it. `version` is that of this form;
    /// a key that is added leaves it, a key that changes or goes raises it.
    case json
    /// For the checks of a code host: workflow commands (`::error file=…,line=…,col=…,title=…::…`).
    case github
    /// For programs that gather the findings of many tools: one SARIF 2.1.0 document.
    case sarif
}
