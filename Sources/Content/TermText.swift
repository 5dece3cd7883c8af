import OfficialDocuments
import VietnameseText

/// Whole numbers as editors write them: `11`, `XI`, `khóa XI`, `thứ XI`, `lần thứ XI`.
enum TermText {
    /// The number; `nil` for what is none between 0 and 9999.
    static func read(_ text: String) -> Int? {
        let words = text.split(separator: " ").filter {
            !["khoa", "thu", "lan", "so"].contains(Folding.fold(String($0)))
        }
        guard words.count == 1, let word = words.first else { return nil }
        if let count = Int(word), word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            return (0...9999).contains(count) ? count : nil
        }
        return Numeral.roman(word.uppercased())
    }
}
