/// Digits above and below the line, which Unicode has and Markdown has no mark for: m², CO₂.
enum RaisedDigits {
    /// `nil` when one of the characters has no raised form.
    static func raise(_ text: String) -> String? { map(text, Array("⁰¹²³⁴⁵⁶⁷⁸⁹")) }

    /// `nil` when one of the characters has no lowered form.
    static func lower(_ text: String) -> String? { map(text, Array("₀₁₂₃₄₅₆₇₈₉")) }

    private static func map(_ text: String, _ digits: [Character]) -> String? {
        var result = ""
        for character in text {
            guard character.isASCII, let value = character.wholeNumberValue else { return nil }
            result.append(digits[value])
        }
        return result
    }
}
