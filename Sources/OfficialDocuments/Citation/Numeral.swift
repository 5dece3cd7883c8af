/// Ordinals of congresses and plenums: Roman, Arabic, in words.
public enum Numeral {
    /// The value of `text` between 1 and 99; `nil` if it is no numeral.
    static func value(_ text: String) -> Int? {
        if let number = Int(text), text.utf8.count <= 2, number > 0 { return number }
        return roman(text)
    }

    /// Roman capitals up to XXXIX, also with the marks that careless typing leaves on I.
    public static func roman(_ text: String) -> Int? {
        let digits: [Character: Int] = ["I": 1, "V": 5, "X": 10]
        var total = 0
        var last = 0
        for character in text.reversed() {
            guard let digit = digits[character] else { return nil }
            total += digit < last ? -digit : digit
            last = max(last, digit)
        }
        return (1...39).contains(total) ? total : nil
    }

    /// The value of a folded word: "bay" is 7.
    static func word(_ folded: String) -> Int? {
        [
            "nhat": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9,
            "muoi": 10,
        ][folded]
    }
}
