import FlyingFox
import FlyingSocks

/// The states of a session as server-sent events, the body of an answer that does not end.
///
/// Format: WHATWG HTML, section 9.2 "Server-sent events". The data of an event is
/// `{"site":"…","load":1,"errors":0}`; a sign of life is a comment.
struct EventStream: AsyncBufferedSequence {
    typealias Element = UInt8

    let states: AsyncStream<PreviewSession.State?>

    func makeAsyncIterator() -> Iterator { Iterator(states: states.makeAsyncIterator()) }

    struct Iterator: AsyncBufferedIteratorProtocol {
        var states: AsyncStream<PreviewSession.State?>.Iterator

        /// Never asked for: the server reads buffers.
        mutating func next() async -> UInt8? { nil }

        mutating func nextBuffer(suggested count: Int) async -> [UInt8]? {
            guard let state = await states.next() else { return nil }
            return Array(Self.event(state).utf8)
        }

        private static func event(_ state: PreviewSession.State?) -> String {
            guard let state else { return ":\n\n" }
            return
                "retry: 1000\ndata: {\"site\":\"\(state.site)\",\"load\":\(state.load),\"errors\":\(state.errors)}\n\n"
        }
    }
}
