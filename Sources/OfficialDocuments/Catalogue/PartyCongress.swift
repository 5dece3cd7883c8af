/// The terms of the Party's committees, within which their counters run.
enum PartyCongress {
    /// The last days of the national congresses. Source: the documents of the congresses VI (1986) to XIV (2026).
    private static let closings: [(term: Int, closed: (year: Int, month: Int, day: Int))] = [
        (6, (1986, 12, 18)), (7, (1991, 6, 27)), (8, (1996, 7, 1)), (9, (2001, 4, 22)), (10, (2006, 4, 25)),
        (11, (2011, 1, 19)), (12, (2016, 1, 28)), (13, (2021, 2, 1)), (14, (2026, 1, 23)),
    ]

    /// The term of the central committee on `date`; `nil` before 1986 and where the date is too vague to tell.
    ///
    /// The last term has no end here: a date long past the last congress in the table gives its term.
    static func term(on date: PartialDate) -> Int? {
        let first = term(year: date.year, month: date.month ?? 1, day: date.day ?? 1)
        let last = term(year: date.year, month: date.month ?? 12, day: date.day ?? 31)
        return first == last ? first : nil
    }

    private static func term(year: Int, month: Int, day: Int) -> Int? {
        closings.last { $0.closed <= (year, month, day) }?.term
    }

    /// The term of the committees below the centre, counted by the national congress that follows their own.
    ///
    /// Their congresses are held in the months before the national one, most of them in the second half of the year
    /// before it (Chỉ thị 36-CT/TW of 2014, 35-CT/TW of 2019, 45-CT/TW of 2025). A date in such a half-year tells nothing.
    static func localTerm(on date: PartialDate) -> Int? {
        guard let national = term(on: date) else { return nil }
        guard let next = closings.first(where: { $0.term == national + 1 }) else { return national }
        let start = next.closed.year - 1
        if date.year < start { return national }
        if date.year == start, let month = date.month, month < 5 { return national }
        return nil
    }
}
