import Diagnostics

/// Why a file cannot be imported at all.
public struct ImportFailure: Error {
    /// One sentence for whoever gave the file.
    public let message: Message

    /// A failure with its sentence.
    public init(_ message: Message) { self.message = message }

    init(vi: String, en: String) {
        message = Message(vi: vi, en: en)
    }
}
