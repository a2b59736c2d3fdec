import Testing

@testable import Sample

@Suite struct CivilDateTests {
    @Test func `days and dates turn into each other without a gap`() {
        var expected = CivilDate(year: 1930, month: 1, day: 1)
        #expect(expected.days == -14_610)
        for days in -14_610..<30_000 {
            #expect(CivilDate(days: days) == expected)
            #expect(expected.days == days)
            if expected.day < CivilDate.daysIn(month: expected.month, of: expected.year) {
                expected = CivilDate(year: expected.year, month: expected.month, day: expected.day + 1)
            } else {
                expected = SampleMonth(ordinal: expected.year * 12 + expected.month).firstDay
            }
        }
    }

    @Test func `months run on across the year`() {
        let december = SampleMonth(year: 2025, month: 12)
        #expect(SampleMonth(ordinal: december.ordinal + 1) == SampleMonth(year: 2026, month: 1))
        #expect(SampleMonth(year: 2024, month: 2).lastDay.day == 29)
        #expect(SampleMonth(year: 2026, month: 3).description == "2026-03")
        #expect(
            Window(last: SampleMonth(year: 2026, month: 10), count: 14).months.first
                == SampleMonth(year: 2025, month: 9))
    }
}
