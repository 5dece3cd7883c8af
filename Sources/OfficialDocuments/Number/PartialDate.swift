/// A calendar date known to the day, the month or the year.
public struct PartialDate: Hashable, Sendable, Comparable {
    /// 1900–2100.
    public var year: Int { Int(storedYear) }
    /// 1–12.
    public var month: Int? { storedMonth == 0 ? nil : Int(storedMonth) }
    /// 1–31, only with a month.
    public var day: Int? { storedDay == 0 ? nil : Int(storedDay) }

    // Small, since every citation and every document holds some.
    private let storedYear: Int16
    private let storedMonth: UInt8
    private let storedDay: UInt8

    /// `nil` unless the parts name a real date of the Gregorian calendar between the years 1900 and 2100.
    public init?(year: Int, month: Int? = nil, day: Int? = nil) {
        guard (1900...2100).contains(year) else { return nil }
        if let month {
            guard (1...12).contains(month) else { return nil }
            if let day {
                guard (1...Self.days(in: month, of: year)).contains(day) else { return nil }
            }
        } else if day != nil {
            return nil
        }
        storedYear = Int16(truncatingIfNeeded: year)
        storedMonth = UInt8(truncatingIfNeeded: month ?? 0)
        storedDay = UInt8(truncatingIfNeeded: day ?? 0)
    }

    /// `2018-02-27`, `2018-02` or `2018`.
    public var iso: String {
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        guard let month else { return "\(year)" }
        guard let day else { return "\(year)-\(two(month))" }
        return "\(year)-\(two(month))-\(two(day))"
    }

    /// `27/02/2018`, `03/6/2013`, `02/2018` or `2018`: days below 10 and the months 1 and 2 have a zero before them, other
    /// months none (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.4).
    public var vietnamese: String { [dayText, monthText, String(year)].compactMap(\.self).joined(separator: "/") }

    /// The day with two digits: `03`.
    public var dayText: String? { day.map { $0 < 10 ? "0\($0)" : "\($0)" } }

    /// The month as official documents write it: `02`, `6`, `11`.
    public var monthText: String? { month.map { $0 < 3 ? "0\($0)" : "\($0)" } }

    /// Whether both can be the same date: every part that both state is equal.
    public func agrees(with other: PartialDate) -> Bool {
        if year != other.year { return false }
        if let month, let theirs = other.month, month != theirs { return false }
        if let day, let theirs = other.day, day != theirs { return false }
        return true
    }

    /// An unknown part comes before every known one.
    public static func < (left: Self, right: Self) -> Bool {
        (left.year, left.month ?? 0, left.day ?? 0) < (right.year, right.month ?? 0, right.day ?? 0)
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
