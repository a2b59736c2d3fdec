import Postgres

/// The order of day, month and year in dates such as 31/10/2026.
///
/// ISO dates are read in every order.
public enum DateOrder: String, Sendable, Decodable {
    /// Day, month, year: the Indonesian order.
    case dayMonthYear = "dmy"
    /// Month, day, year.
    case monthDayYear = "mdy"
    /// Year, month, day.
    case yearMonthDay = "ymd"

    /// Reads a day written with `/`, `-` or `.` between its parts.
    func parse(_ bytes: some Collection<UInt8>) throws(FieldError) -> CalendarDate {
        let parts = try DateParts(bytes)
        guard parts.numbers.count == 3 else {
            throw FieldError("not_a_date", "A date of the order \(words) is expected.")
        }
        let numbers = parts.numbers
        let (year, month, day) =
            if parts.lengths[0] == 4 {
                (numbers[0], numbers[1], numbers[2])
            } else {
                switch self {
                case .dayMonthYear: (numbers[2], numbers[1], numbers[0])
                case .monthDayYear: (numbers[2], numbers[0], numbers[1])
                case .yearMonthDay: (numbers[0], numbers[1], numbers[2])
                }
            }
        guard (1900...2199).contains(year), let date = CalendarDate(year: year, month: month, day: day) else {
            throw FieldError("not_a_date", "There is no such day in the order \(words).")
        }
        return date
    }

    private var words: String {
        switch self {
        case .dayMonthYear: "day/month/year"
        case .monthDayYear: "month/day/year"
        case .yearMonthDay: "year-month-day"
        }
    }
}
