/// What a byte means to the scan.
enum ByteClass {
    static let other: UInt8 = 0
    static let letter: UInt8 = 1
    static let digit: UInt8 = 2
    /// First byte of a scalar that may be punctuation: U+0080–U+00BF, U+2000–U+2FFF, U+F000 and above.
    static let symbol: UInt8 = 3

    static let table: [UInt8] = (0...255).map { byte in
        switch UInt8(byte) {
        case 0x30...0x39: digit
        case 0x41...0x5A, 0x61...0x7A, 0x5F: letter
        case 0xC2, 0xE2, 0xEF: symbol
        case 0x80...0xFF: letter
        default: other
        }
    }
}
