/// The 32 bytes that SHA-256 makes of a file.
public struct SHA256Digest: Hashable, Sendable, CustomStringConvertible {
    /// In bytes.
    static let length = 32

    /// The bytes, 32 of them.
    public let bytes: [UInt8]

    init(finished bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Reads 64 hexadecimal digits, in capitals or not; `nil` for anything else.
    public init?(hex: some StringProtocol) {
        let digits = hex.utf8.compactMap { digit -> UInt8? in
            switch digit {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
            default: nil
            }
        }
        guard digits.count == hex.utf8.count, digits.count == 2 * Self.length else { return nil }
        bytes = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    /// 64 hexadecimal digits, as `sha256sum` prints them.
    public var description: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
