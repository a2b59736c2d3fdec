import FoundationEssentials
import Testing
import TestSupport

@testable import Postgres

@Suite struct CalendarDateTests {
    private func date(_ iso: String) throws -> CalendarDate {
        try #require(CalendarDate(iso: iso))
    }

    @Test func `known days have their parts and weekdays`() throws {
        let day = try date("2026-10-31")
        #expect((day.year, day.month, day.day) == (2026, 10, 31))
        #expect(day.weekday == 6)
        #expect(try date("2026-11-02").weekday == 1)
        #expect(try date("2000-01-01").dayNumber == 0)
        #expect(try date("1945-08-17").weekday == 5)
        #expect(try date("0001-01-01") == .earliest)
    }

    @Test(arguments: [
        "2026-02-29", "2025-13-01", "2025-00-10", "2025-04-31", "2025-1-1", "2025-01-01 ", "2025/01/01", "",
        "+025-01-01", "0000-01-01", "2025-01-0１", "infinity",
    ])
    func `what is not a day is refused`(text: String) {
        #expect(CalendarDate(iso: text) == nil)
    }

    @Test func `leap years follow the Gregorian rule`() {
        #expect(CalendarDate(year: 2000, month: 2, day: 29) != nil)
        #expect(CalendarDate(year: 1900, month: 2, day: 29) == nil)
        #expect(CalendarDate(year: 2024, month: 2, day: 29) != nil)
    }

    @Test func `every day of 800 years follows the one before`() throws {
        var day = try date("1600-01-01")
        let end = try date("2400-01-01")
        var weekday = day.weekday
        while day < end {
            let next = day.adding(days: 1)
            let isNextDay = next.day == day.day + 1 && next.month == day.month
            let isNextMonth = next.day == 1 && (next.month == day.month + 1 || (next.month == 1 && day.month == 12))
            guard isNextDay || isNextMonth, next.weekday == weekday % 7 + 1,
                CalendarDate(iso: next.description) == next
            else {
                Issue.record("\(day) is followed by \(next)")
                return
            }
            day = next
            weekday = next.weekday
        }
    }

    @Test func `months are added as PostgreSQL adds them`() async throws {
        let days = try ["2024-01-31", "2023-01-31", "2024-02-29", "2026-12-15", "2026-01-01"].map(date)
        try await TestDatabase.connected { database in
            for day in days {
                for months in [-25, -12, -1, 0, 1, 11, 13, 120] {
                    let expected = try await database.run {
                        try $0.value(
                            "select (\(day)::date + make_interval(months => \(months)))::date", as: CalendarDate.self
                        )
                    }
                    #expect(day.adding(months: months) == expected, "\(day) + \(months)")
                }
            }
        }
    }

    @Test func `months have a first and a last day`() throws {
        #expect(try date("2024-02-10").firstOfMonth == date("2024-02-01"))
        #expect(try date("2024-02-10").lastOfMonth == date("2024-02-29"))
        #expect(try date("2024-02-01").days(until: date("2024-03-01")) == 29)
    }

    @Test func `sums stay within the calendar`() throws {
        #expect(CalendarDate.latest.adding(days: 1) == .latest)
        #expect(CalendarDate.latest.adding(days: .max) == .latest)
        #expect(CalendarDate.earliest.adding(months: -1) == .earliest)
        #expect(try date("2026-01-01").adding(months: .max) == .latest)
        #expect(CalendarDate.infinity.adding(days: -5) == .infinity)
        #expect(CalendarDate.latest < .infinity)
        #expect(CalendarDate.negativeInfinity < .earliest)
    }

    @Test func `JSON holds the ISO form`() throws {
        let list = [try date("2026-10-31"), .infinity]
        let json = try JSONEncoder().encode(list)
        #expect(String(decoding: json, as: UTF8.self) == "[\"2026-10-31\",\"infinity\"]")
        #expect(try JSONDecoder().decode([CalendarDate].self, from: json) == list)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([CalendarDate].self, from: Data("[\"31-10-2026\"]".utf8))
        }
    }
}
