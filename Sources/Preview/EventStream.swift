/// The states of a session as server-sent events, the body of an answer that does not end.
///
/// Format: WHATWG HTML, section 9.2 "Server-sent events". The data of an event is
/// `{"site":"…","load":1,"errors":0}`; a sign of life is a comment.
enum EventStream {
    /// The events of the states, as bytes.
    static func pieces(_ states: AsyncStream<PreviewSession.State?>) -> AsyncStream<[UInt8]> {
        AsyncStream { await states.first { _ in true }.map { Array(event($0).utf8) } }
    }

    private static func event(_ state: PreviewSession.State?) -> String {
        guard let state else { return ":\n\n" }
        return "retry: 1000\ndata: {\"site\":\"\(state.site)\",\"load\":\(state.load),\"errors\":\(state.errors)}\n\n"
    }
}
