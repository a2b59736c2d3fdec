import Glibc
public import Postgres

/// Days that cannot be.
///
/// What has happened is not of the next decade: that is a slip of the pen. Nearer days are doubted, not refused, because the
/// clock of a machine may be wrong as well.
public struct DateLimits {
    /// Staging columns of what has happened already.
    private static let facts: Set<String> = ["birth_date", "paid_on", "closed_on", "as_of"]

    /// The day it is in the east of Indonesia, where a day begins first.
    public static let today: CalendarDate = {
        var now = time(nil) + 9 * 3600
        var parts = tm()
        gmtime_r(&now, &parts)
        return CalendarDate(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
            ?? .latest
    }()

    /// Nobody who works was born before this day.
    static let earliest = CalendarDate(year: 1920, month: 1, day: 1) ?? .latest

    /// Days after this one are refused.
    static let latest = today.adding(months: 120)

    private let newest: CalendarDate

    init(_ column: ImportLayout.Column) {
        newest = Self.facts.contains(column.to) ? Self.latest : .latest
    }

    /// Gives the day back, or says what is wrong with it.
    func check(_ date: CalendarDate) throws(FieldError) -> CalendarDate {
        guard date <= newest else { throw FieldError("date_in_future", "The date is years after today.") }
        return date
    }
}
