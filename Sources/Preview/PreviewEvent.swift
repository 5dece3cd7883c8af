import Diagnostics

/// What happens while the server runs, for whoever prints it.
public enum PreviewEvent: Sendable {
    /// The server answers at this address, such as `http://127.0.0.1:8000/`.
    case listening(url: String)
    /// The site was read. `isShown` is false when it has errors and the last good one stays on screen; `change` is what is
    /// new and what was mended since the last reading, `nil` for the first.
    case loaded(diagnostics: [Diagnostic], change: DiagnosticChange?, isShown: Bool, duration: Duration)
    /// The machine has no watch left for a folder (`reason` is the system's word): changes below it may go unnoticed.
    case unwatched(path: String, reason: String)
}
