import OfficialDocuments
import Testing

@Suite struct PartialDateTests {
    @Test func realDatesOnly() {
        #expect(PartialDate(year: 2023, month: 2, day: 29) == nil)
        #expect(PartialDate(year: 2018, month: 2, day: 27)?.iso == "2018-02-27")
        #expect(PartialDate(year: 2018, month: 13) == nil)
    }

    @Test func unknownPartsAgreeWithAnything() throws {
        let year = try #require(PartialDate(year: 2018))
        let day = try #require(PartialDate(year: 2018, month: 2, day: 27))
        #expect(year.agrees(with: day))
    }
}
