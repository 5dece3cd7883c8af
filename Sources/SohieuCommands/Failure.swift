import ArgumentParser
import Diagnostics
import Output

/// Something the command line or the machine got wrong: printed as one sentence, exit status 2.
struct Failure: Error {
    var message: Message

    init(vi vietnamese: String, en english: String) {
        message = Message(vi: vietnamese, en: english)
    }

    init(_ fault: OutputFault) { message = fault.message }
}

extension ExitCode {
    /// The content has errors.
    static let contentErrors = ExitCode(1)
    /// The command line or the machine is wrong.
    static let misuse = ExitCode(2)
}
