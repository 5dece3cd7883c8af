/// Folding: lower case, no marks, đ → d. What a reader types on a keyboard without Vietnamese input.
public enum Folding {
    private static let groups: [(base: Unicode.Scalar, letters: String)] = [
        ("a", "àáảãạăằắẳẵặâầấẩẫậ"),
        ("d", "đð"),
        ("e", "èéẻẽẹêềếểễệ"),
        ("i", "ìíỉĩị"),
        ("o", "òóỏõọôồốổỗộơờớởỡợ"),
        ("u", "ùúủũụưừứửữự"),
        ("y", "ỳýỷỹỵ"),
    ]

    /// Precomposed lower-case letter → base letter.
    private static let table: [Unicode.Scalar: Unicode.Scalar] = {
        var table: [Unicode.Scalar: Unicode.Scalar] = [:]
        for group in groups {
            for letter in group.letters.unicodeScalars { table[letter] = group.base }
        }
        return table
    }()

    /// `text` in lower case without tone marks, vowel marks or the bar of đ; other characters stay.
    ///
    /// Accepts composed and decomposed text: combining marks are dropped.
    public static func fold(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.lowercased().unicodeScalars {
            if (0x0300...0x036F).contains(scalar.value) { continue }
            result.append(table[scalar] ?? scalar)
        }
        return String(result)
    }
}
