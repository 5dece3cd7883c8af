/// Refuses requests that reached this machine under somebody else's name.
///
/// A page elsewhere may let its own name point to 127.0.0.1 (DNS rebinding) and would then be allowed to read drafts.
/// Its requests carry that name in `Host`.
struct HostCheck: Sendable {
    /// The address the server listens on.
    let address: String

    /// Whether a `Host` header names this machine.
    func allows(_ header: String?) -> Bool {
        guard let header, let host = Self.host(of: header.lowercased()) else { return false }
        if ["localhost", "127.0.0.1", "::1", address.lowercased()].contains(host) { return true }
        // Listening on every address: whoever asks by number did not come through a foreign name.
        return ["0.0.0.0", "::"].contains(address) && Self.isNumeric(host)
    }

    /// The host of `host`, `host:port`, `[host]` or `[host]:port`, without brackets and port; `nil` if it is none.
    private static func host(of header: String) -> String? {
        let bytes = header.utf8
        guard bytes.first == UInt8(ascii: "[") else {
            let parts = header.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            return parts.count == 1 || isPort(parts[1]) ? parts.first.map(String.init) : nil
        }
        guard let end = header.firstIndex(of: "]") else { return nil }
        let rest = header[header.index(after: end)...]
        guard rest.isEmpty || rest.hasPrefix(":") && isPort(rest.dropFirst()) else { return nil }
        return String(header[..<end].dropFirst())
    }

    private static func isPort(_ text: Substring) -> Bool { !text.isEmpty && text.utf8.allSatisfy(isDigit) }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    /// Whether a host is an address in numbers, version 4 or 6.
    private static func isNumeric(_ host: String) -> Bool {
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        if parts.count == 4, parts.allSatisfy({ UInt8($0) != nil && $0.utf8.allSatisfy(isDigit) }) { return true }
        return host.contains(":") && host.utf8.allSatisfy { isDigit($0) || "abcdef:.".utf8.contains($0) }
    }
}
