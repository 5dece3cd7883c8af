import CLibCrypto

/// SHA-256 (FIPS 180-4) of bytes that come in pieces; the one file of this target with pointers.
///
/// The work is done by OpenSSL's libcrypto, which uses the instructions that the processor has for it.
@safe public struct SHA256: ~Copyable {
    private let context: OpaquePointer

    /// The digest of nothing yet.
    public init() {
        // Fails only where there is no memory for a few hundred bytes, or a libcrypto without SHA-256.
        guard let context = unsafe EVP_MD_CTX_new(), unsafe EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
            preconditionFailure("libcrypto offers no SHA-256")
        }
        unsafe self.context = context
    }

    deinit {
        unsafe EVP_MD_CTX_free(context)
    }

    /// Takes the next bytes in.
    public mutating func update(_ bytes: Span<UInt8>) {
        unsafe bytes.withUnsafeBytes { buffer in
            _ = unsafe EVP_DigestUpdate(context, buffer.baseAddress, buffer.count)
        }
    }

    /// The digest of all bytes taken in.
    public consuming func finish() -> SHA256Digest {
        var bytes = [UInt8](repeating: 0, count: SHA256Digest.length)
        unsafe bytes.withUnsafeMutableBufferPointer { buffer in
            _ = unsafe EVP_DigestFinal_ex(context, buffer.baseAddress, nil)
        }
        return SHA256Digest(finished: bytes)
    }

    /// The digest of `bytes`.
    public static func digest(of bytes: [UInt8]) -> SHA256Digest {
        var hash = SHA256()
        hash.update(bytes.span)
        return hash.finish()
    }
}
