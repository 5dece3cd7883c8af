import Diagnostics
import Foundation

/// Where commands print.
public enum StandardStream: CInt, Sendable {
    case output = 1
    case error = 2

    /// The stream takes nothing: the device is full, or the caller has closed it.
    public struct Unwritable: Error {
        /// What the system says.
        public var reason: Message
    }

    /// Whether a person sees what is printed.
    public var isTerminal: Bool { isatty(rawValue) == 1 }

    /// Prints `text`. A reader that has gone has what it wanted: that is no error.
    public func write(_ text: String) throws(Unwritable) {
        do throws(POSIXError) {
            try SystemCalls.write(Array(text.utf8)[...], to: rawValue)
        } catch {
            if error.code != .EPIPE { throw Unwritable(reason: error.words) }
        }
    }

    /// Sees to it, before any file is opened, that nothing printed can end up in a file of the site: a stream that the
    /// caller has closed takes nothing.
    public static func hold() { SystemCalls.holdStandardStreams() }
}
