import OfficialDocuments
import VietnameseText

/// Dates as editors write them in front matter.
public enum DateText {
    /// What a text says of a day.
    public enum Reading: Sendable, Equatable {
        case date(PartialDate)
        /// It has the form of a date, and there is no such day.
        case impossible
        /// It has not.
        case unreadable
    }

    /// Reads `2018-02-27`, `2018-02`, `2018`, `27/02/2018`, `8-2-2018`, `8.2.2018`, `02/2018`, "ngày 27 tháng 02 năm 2018",
    /// "tháng 02/2018"; the day comes first unless the year does. `nil` unless it is a real date.
    public static func read(_ text: String) -> PartialDate? {
        if case .date(let date) = reading(text) { date } else { nil }
    }

    /// Whether a date is written as the program writes it (`2018-02-27`) or as offices do in figures (`27/02/2018`).
    static func isUsual(_ text: String) -> Bool {
        let text = text.utf8
        func isDigits(_ separator: Character) -> Bool {
            text.allSatisfy { (0x30...0x39).contains($0) || $0 == separator.asciiValue }
        }
        return isDigits("/") || (isDigits("-") && text.prefix { $0 != UInt8(ascii: "-") }.count == 4)
    }

    /// Reads a date, and tells one that cannot be from what is none.
    public static func reading(_ text: String) -> Reading {
        let words = Folding.fold(text).split { $0 == " " || $0 == "," }.filter {
            !["ngay", "thang", "nam"].contains($0)
        }
        let parts = words.joined(separator: "/").split { $0 == "/" || $0 == "-" || $0 == "." }
        guard (1...3).contains(parts.count),
            parts.allSatisfy({ $0.utf8.count <= 4 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
        else { return .unreadable }
        var numbers = parts.compactMap { Int($0) }
        if parts[0].utf8.count < 4 { numbers.reverse() }
        guard parts.count(where: { $0.utf8.count > 2 }) == 1, numbers[0] > 99 else { return .unreadable }
        let date = PartialDate(
            year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil, day: numbers.count > 2 ? numbers[2] : nil)
        return date.map { .date($0) } ?? .impossible
    }
}
