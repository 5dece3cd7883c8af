/// What one client may cost the server, whoever it is: any page of any origin may send requests to this machine.
struct HTTPBounds: Sendable {
    /// Bytes of a request line. Browsers send 2 kB at most in practice; RFC 9112, section 3 asks for 8,000.
    var line = 8_192
    /// Bytes of a request line and all header fields.
    var head = 16_384
    /// Header fields of a request.
    var fields = 100
    /// Connections at a time, where the machine allows as many; one more ends the one in which nothing has happened for longest.
    var connections = 256
    /// How long a head may take from its first byte to its last.
    var headTime = Duration.seconds(10)
    /// How long a connection may stay open without a request.
    var idleTime = Duration.seconds(60)
    /// How long a client may take to receive `part` bytes.
    var writeTime = Duration.seconds(30)
    /// Bytes written at a time.
    var part = 65_536
    /// Bytes of a refused request that are read and thrown away, so that its sender can read why.
    var remainder = 1_048_576
    /// How long that may take.
    var remainderTime = Duration.seconds(1)
    /// How often connections are looked at whose time may be up.
    var sweep = Duration.milliseconds(500)
}
