import Deflation
import Testing

@Suite("Zlib")
struct ZlibTests {
    @Test("the format that browsers call deflate: its head, its check, the same bytes each time")
    func form() {
        let text = Array(String(repeating: "dân vận khéo, ", count: 500).utf8)
        let deflated = Zlib.deflate(text)
        #expect(deflated.prefix(2) == [0x78, 0x5E])
        #expect(deflated.count < text.count / 20)
        #expect(deflated == Zlib.deflate(text))
        #expect(Array(deflated.suffix(4)) == Self.adler(text))
    }

    @Test("nothing deflates too")
    func empty() {
        #expect(Zlib.deflate([]) == [0x78, 0x5E, 0x03, 0x00, 0x00, 0x00, 0x00, 0x01])
    }

    /// The check of RFC 1950 at the end of the stream.
    private static func adler(_ bytes: [UInt8]) -> [UInt8] {
        var one = 1
        var two = 0
        for byte in bytes {
            one = (one + Int(byte)) % 65521
            two = (two + one) % 65521
        }
        return [two >> 8, two & 255, one >> 8, one & 255].map { UInt8(truncatingIfNeeded: $0) }
    }
}
