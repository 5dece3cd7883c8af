import Diagnostics
import Disk

/// Where commands print: results to standard output, everything about them to standard error.
struct Console: Sendable {
    let language: Language

    /// Prints a result, as a line. What cannot be printed is a failure: whoever reads it would take half for the whole.
    func out(_ text: String) throws(Failure) { try out(raw: text + "\n") }

    /// Prints a result as it is.
    func out(raw text: String) throws(Failure) {
        do throws(StandardStream.Unwritable) {
            try StandardStream.output.write(text)
        } catch {
            throw Failure(
                vi: "không in được kết quả: \(error.reason.vietnamese)",
                en: "the result cannot be printed: \(error.reason.english)")
        }
    }

    /// Prints a remark about the work.
    func note(_ message: Message) { note(message.text(in: language)) }

    /// Prints a remark about the work. Where nobody hears it, nobody can be told.
    func note(_ text: String) { note(raw: text + "\n") }

    /// Prints remarks about the work as they are.
    func note(raw text: String) { try? StandardStream.error.write(text) }
}
