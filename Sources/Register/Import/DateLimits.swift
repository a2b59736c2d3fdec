import Glibc
public import Postgres

/// Days that cannot be.
///
/// What a list says has happened has not happened after today. What may be announced is not of the next decade: that is a slip
/// of the pen. Nearer days of a whole file are doubted, not refused.
public struct DateLimits {
    /// Staging columns of what has happened, and of what may be announced.
    private static let facts: Set<String> = ["birth_date", "paid_on", "as_of"]
    private static let announced: Set<String> = ["closed_on"]

    /// The day that `PATUH_TODAY` names, for demonstrations with a calendar of their own.
    public static let stated = getenv("PATUH_TODAY").flatMap { CalendarDate(iso: String(cString: $0)) }

    /// The day it is in the east of Indonesia, where a day begins first; the stated one where there is one.
    @TaskLocal public static var today: CalendarDate = {
        if let stated { return stated }
        var now = time(nil) + 9 * 3600
        var parts = tm()
        gmtime_r(&now, &parts)
        return CalendarDate(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
            ?? .latest
    }()

    /// Nobody who works was born before this day.
    static let earliest = CalendarDate(year: 1920, month: 1, day: 1) ?? .latest

    /// Days after this one are refused.
    static var latest: CalendarDate { today.adding(months: 120) }

    /// What years of two digits do not mean days after: today, for births.
    let newestShort: CalendarDate
    private let newest: CalendarDate
    private let bound: String

    init(_ column: ImportLayout.Column) {
        (newest, bound) =
            switch column.type {
            case .month: (Self.today.adding(months: 12), "more than a year after today")
            case _ where Self.facts.contains(column.to): (Self.today, "after today")
            case _ where Self.announced.contains(column.to): (Self.latest, "years after today")
            default: (.latest, "")
            }
        newestShort = column.to == "birth_date" ? Self.today : .latest
    }

    /// Gives the day back, or says what is wrong with it.
    func check(_ date: CalendarDate) throws(FieldError) -> CalendarDate {
        guard date <= newest else {
            throw FieldError("date_in_future", "The date is \(bound), which is \(Self.today).")
        }
        return date
    }
}
