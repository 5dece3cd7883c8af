import Diagnostics
import Foundation

/// Where commands print: results to standard output, everything about them to standard error.
struct Console: Sendable {
    let language: Language

    /// Prints a result.
    func out(_ text: String) {
        try? FileHandle.standardOutput.write(contentsOf: Data((text + "\n").utf8))
    }

    /// Prints a result as it is.
    func out(bytes: [UInt8]) {
        try? FileHandle.standardOutput.write(contentsOf: Data(bytes))
    }

    /// Prints a remark about the work.
    func note(_ message: Message) { note(message.text(in: language)) }

    /// Prints a remark about the work.
    func note(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8))
    }
}
