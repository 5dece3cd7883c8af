import OfficialDocuments

/// Dates as editors write them in front matter.
public enum DateText {
    /// Reads `2018-02-27`, `2018-02`, `27/02/2018`, `02/2018` or `2018`. `nil` unless it is a real date.
    public static func read(_ text: String) -> PartialDate? {
        func numbers(_ separator: Character) -> [Int]? {
            let parts = text.split(separator: separator, omittingEmptySubsequences: false)
            guard parts.count <= 3,
                parts.allSatisfy({ $0.utf8.count <= 4 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
            else { return nil }
            let values = parts.compactMap { Int($0) }
            return values.count == parts.count ? values : nil
        }
        if text.contains("/") {
            guard let parts = numbers("/") else { return nil }
            switch parts.count {
            case 3: return PartialDate(year: parts[2], month: parts[1], day: parts[0])
            case 2: return PartialDate(year: parts[1], month: parts[0])
            default: return nil
            }
        }
        guard let parts = numbers("-"), let year = parts.first else { return nil }
        return PartialDate(
            year: year,
            month: parts.count > 1 ? parts[1] : nil,
            day: parts.count > 2 ? parts[2] : nil
        )
    }
}
