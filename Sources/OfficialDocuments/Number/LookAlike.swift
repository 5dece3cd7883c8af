/// Letters of other alphabets that look like those of codes: `NÐ-CP` with U+00D0, `TT-BTС` with a Cyrillic С.
enum LookAlike {
    /// The letter of a code that `scalar` is or looks like; `nil` if codes have none such.
    static func replace(_ scalar: UInt32) -> (scalar: Unicode.Scalar?, isLookAlike: Bool) {
        switch scalar {
        case 0x41...0x5A, 0x61...0x7A, 0x110, 0x111, 0x1AF, 0x1B0: (Unicode.Scalar(scalar), false)
        case 0xD0, 0x189: ("Đ", true)
        case 0xF0, 0x256: ("đ", true)
        default: (letters[scalar], letters[scalar] != nil)
        }
    }

    /// Cyrillic, Greek and full-width letters.
    private static let letters: [UInt32: Unicode.Scalar] = {
        var letters: [UInt32: Unicode.Scalar] = [:]
        let pairs: [(foreign: String, latin: String)] = [
            ("АВЕКМНОРСТХУІЅЈ", "ABEKMHOPCTXYISJ"),
            ("асеорхуіѕј", "aceopxyisj"),
            ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"),
        ]
        for pair in pairs {
            for (foreign, latin) in zip(pair.foreign.unicodeScalars, pair.latin.unicodeScalars) {
                letters[foreign.value] = latin
            }
        }
        for offset in UInt32(0)..<26 {
            letters[0xFF21 + offset] = Unicode.Scalar(0x41 + offset)
            letters[0xFF41 + offset] = Unicode.Scalar(0x61 + offset)
        }
        return letters
    }()
}
