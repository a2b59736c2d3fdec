import ArgumentParser
import Glibc
import Postgres
import Register

/// A day on the command line: `2026-10-31`.
struct DayArgument {
    let date: CalendarDate

    init(_ text: String) throws {
        guard let date = CalendarDate(iso: text) else {
            throw ValidationError("a day is written yyyy-mm-dd, such as 2026-10-31, and must be in the calendar.")
        }
        self.date = date
    }
}

/// A month on the command line: `2026-12`.
struct MonthArgument {
    let firstDay: CalendarDate

    init(_ text: String) throws {
        guard let date = CalendarDate(iso: text + "-01") else {
            throw ValidationError("a month is written yyyy-mm, such as 2026-12.")
        }
        firstDay = date
    }
}

/// Options of these types say how they are written when they are not.
extension Option {
    init(help: ArgumentHelp) where Value == DayArgument {
        self.init(help: help, transform: { try DayArgument($0) })
    }

    init(help: ArgumentHelp) where Value == DayArgument? {
        self.init(help: help, transform: { try DayArgument($0) })
    }

    init(help: ArgumentHelp) where Value == MonthArgument {
        self.init(help: help, transform: { try MonthArgument($0) })
    }

    init(help: ArgumentHelp) where Value == MonthArgument? {
        self.init(help: help, transform: { try MonthArgument($0) })
    }
}

extension CalendarDate {
    /// Today in the zone of the machine, or the day that `PATUH_TODAY` names, for demonstrations with a calendar of their own.
    static var today: CalendarDate {
        if let stated = DateLimits.stated { return stated }
        var now = time(nil)
        var parts = tm()
        localtime_r(&now, &parts)
        return CalendarDate(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
            ?? .earliest
    }

    /// The newest day that has begun somewhere in Indonesia, whatever the zone of the machine; nothing has happened after it.
    static var newestToday: CalendarDate { DateLimits.stated ?? max(.today, DateLimits.today) }
}
