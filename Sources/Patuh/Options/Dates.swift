import ArgumentParser
import Glibc
import Postgres

/// A day on the command line: `2026-10-31`.
struct DayArgument: ExpressibleByArgument {
    let date: CalendarDate

    init?(argument: String) {
        guard let date = CalendarDate(iso: argument) else { return nil }
        self.date = date
    }
}

/// A month on the command line: `2026-12`.
struct MonthArgument: ExpressibleByArgument {
    let firstDay: CalendarDate

    init?(argument: String) {
        guard let date = CalendarDate(iso: argument + "-01") else { return nil }
        firstDay = date
    }
}

extension CalendarDate {
    /// Today in the zone of the machine.
    static var today: CalendarDate {
        var now = time(nil)
        var parts = tm()
        localtime_r(&now, &parts)
        return CalendarDate(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
            ?? .earliest
    }
}
