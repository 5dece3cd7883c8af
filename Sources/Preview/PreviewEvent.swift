import Diagnostics

/// What happens while the server runs, for whoever prints it.
public enum PreviewEvent: Sendable {
    /// The server answers at this address, such as `http://127.0.0.1:8000/`.
    case listening(url: String)
    /// The site was read. `isShown` is false when it has errors and the last good one stays on screen.
    case loaded(diagnostics: [Diagnostic], isShown: Bool, duration: Duration)
}
