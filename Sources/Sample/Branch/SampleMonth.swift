/// A calendar month.
public struct SampleMonth: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The year, such as 2026.
    public let year: Int
    /// The month of the year, 1 to 12.
    public let month: Int

    /// Creates the month of a year.
    public init(year: Int, month: Int) {
        self.year = year
        self.month = month
    }

    /// Creates a month from its place in the row of all months.
    init(ordinal: Int) {
        self.init(year: ordinal / 12, month: ordinal % 12 + 1)
    }

    /// The month's place in the row of all months.
    var ordinal: Int { year * 12 + month - 1 }

    /// The first day of the month.
    var firstDay: CivilDate { CivilDate(year: year, month: month, day: 1) }

    /// The last day of the month.
    var lastDay: CivilDate { CivilDate(year: year, month: month, day: CivilDate.daysIn(month: month, of: year)) }

    /// The month as `yyyy-mm`.
    public var description: String {
        month < 10 ? "\(year)-0\(month)" : "\(year)-\(month)"
    }

    /// Whether one month lies before another.
    public static func < (left: SampleMonth, right: SampleMonth) -> Bool {
        left.ordinal < right.ordinal
    }
}
