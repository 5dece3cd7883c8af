import Testing

@testable import Digests

/// The examples of FIPS 180-4 as NIST publishes them, and pieces against the whole.
@Suite struct SHA256Tests {
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func publishedExamples(_ text: String, _ digest: String) {
        #expect(SHA256.digest(of: Array(text.utf8)).description == digest)
    }

    @Test func piecesGiveTheDigestOfTheWhole() {
        let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        var hash = SHA256()
        for start in stride(from: 0, to: bytes.count, by: 77) {
            let piece = bytes[start...].prefix(77)
            hash.update(piece.span)
        }
        #expect(hash.finish() == SHA256.digest(of: bytes))
    }

    @Test func hexIsReadBack() throws {
        let digest = SHA256.digest(of: [1, 2, 3])
        #expect(SHA256Digest(hex: digest.description) == digest)
        #expect(SHA256Digest(hex: digest.description.uppercased()) == digest)
        #expect(SHA256Digest(hex: digest.description.dropLast()) == nil)
        #expect(SHA256Digest(hex: digest.description.dropLast() + "g") == nil)
        #expect(SHA256Digest(hex: String(repeating: "é", count: 32)) == nil)
    }
}
