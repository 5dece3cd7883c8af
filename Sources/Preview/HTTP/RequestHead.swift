/// The request line and the header fields of one request.
///
/// Source: RFC 9110, RFC 9112. Read strictly: what two readers could take for two things is refused.
struct RequestHead: Hashable, Sendable {
    /// In capital letters, as sent: `GET`.
    let method: String
    /// As sent, percent-encoded: `/van-ban/index.html?q=1`.
    let target: String
    /// Whether the client speaks HTTP/1.1 and does not ask to end the connection.
    let isKeptAlive: Bool
    /// Whether bytes of a body follow.
    let hasBody: Bool
    private let fields: [String: [String]]

    /// The values of a header field, one for each time it was sent; `name` in small letters.
    func values(_ name: String) -> [String] { fields[name] ?? [] }

    /// The part of the target before the query.
    var path: Substring { target.prefix { $0 != "?" } }

    /// Reads a head without the empty line at its end.
    ///
    /// - Parameter limit: How many header fields there may be.
    init(_ bytes: ArraySlice<UInt8>, fieldLimit limit: Int) throws(RequestRefusal) {
        var lines = Self.lines(bytes)[...]
        let first = lines.popFirst() ?? []
        let parts = first.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        guard parts.count == 3, Self.isToken(parts[0]), Self.isTarget(parts[1]) else { throw .malformed }
        let version = String(decoding: parts[2], as: UTF8.self)
        guard version.hasPrefix("HTTP/") else { throw .malformed }
        guard version == "HTTP/1.1" || version == "HTTP/1.0" else { throw .version }
        guard let target = String(validating: parts[1], as: UTF8.self) else { throw .malformed }
        guard lines.count <= limit else { throw .headTooLong }
        var fields: [String: [String]] = [:]
        for line in lines {
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")), Self.isToken(line[..<colon]),
                line.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == Self.tab })
            else { throw .malformed }
            let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
            fields[name, default: []].append(String(decoding: Self.trimmed(line[(colon + 1)...]), as: UTF8.self))
        }
        method = String(decoding: parts[0], as: UTF8.self)
        self.target = target
        self.fields = fields
        let lengths = fields["content-length"] ?? []
        let codings = fields["transfer-encoding"] ?? []
        // Two lengths, or a length and a coding, are how requests are smuggled in (RFC 9112, section 6.3).
        guard lengths.count <= 1, lengths.isEmpty || codings.isEmpty,
            lengths.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
        else { throw .malformed }
        hasBody = !codings.isEmpty || lengths.contains { $0.utf8.contains { $0 != UInt8(ascii: "0") } }
        let options = (fields["connection"] ?? []).flatMap { $0.lowercased().split { ", \t".contains($0) } }
        isKeptAlive = version == "HTTP/1.1" && !options.contains("close")
    }

    private static let tab = UInt8(ascii: "\t")

    /// Lines end with CR LF; a lone CR or LF stays in its line and is refused there.
    private static func lines(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = bytes.startIndex
        for index in bytes.indices.dropLast() where bytes[index] == 0x0D && bytes[index + 1] == 0x0A {
            lines.append(bytes[start..<index])
            start = index + 2
        }
        return lines + [bytes[start...]]
    }

    /// RFC 9110, section 5.6.2.
    private static func isToken(_ bytes: ArraySlice<UInt8>) -> Bool {
        !bytes.isEmpty
            && bytes.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
                }
            }
    }

    private static func isTarget(_ bytes: ArraySlice<UInt8>) -> Bool {
        !bytes.isEmpty && bytes.allSatisfy { $0 > 0x20 && $0 != 0x7F }
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == tab }
        let start = bytes.drop(while: isBlank)
        return start.prefix((start.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? start.startIndex) - start.startIndex)
    }
}
