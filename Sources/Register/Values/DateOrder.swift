import Postgres

/// The order of day, month and year in dates such as 31/10/2026.
///
/// ISO dates, compact dates such as 20261031 and dates whose month is a name are read in every order. A year of two
/// digits is read behind the name of a month alone, where it cannot be anything else.
public enum DateOrder: String, Sendable, Decodable {
    /// Day, month, year: the Indonesian order.
    case dayMonthYear = "dmy"
    /// Month, day, year.
    case monthDayYear = "mdy"
    /// Year, month, day.
    case yearMonthDay = "ymd"

    /// The order in words, such as `day/month/year`.
    public var words: String {
        switch self {
        case .dayMonthYear: "day/month/year"
        case .monthDayYear: "month/day/year"
        case .yearMonthDay: "year-month-day"
        }
    }

    /// The order with day and month exchanged; nil where the year comes first.
    var exchanged: DateOrder? {
        switch self {
        case .dayMonthYear: .monthDayYear
        case .monthDayYear: .dayMonthYear
        case .yearMonthDay: nil
        }
    }

    /// Reads a day written with `/`, `-`, `.` or blanks between its parts; a time of day may stand behind it.
    ///
    /// - Parameters:
    ///   - bytes: what stands there.
    ///   - newest: the last day that a year of two digits may mean, such as today for births.
    /// - Returns: the day.
    /// - Throws: ``FieldError`` with `not_a_date` or `time_zone`.
    func parse(
        _ bytes: some Collection<UInt8>, newest: CalendarDate = .latest
    ) throws(FieldError) -> CalendarDate {
        if bytes.count == 8, bytes.allSatisfy({ (48...57).contains($0) }) { return try compact(bytes) }
        if let groups = DigitGroups(bytes), groups.third.length > 0 { return try date(groups) }
        let parts = try DateParts(bytes)
        guard parts.numbers.count == 3 else {
            throw FieldError("not_a_date", "A date of the order \(words) is expected.")
        }
        var numbers = parts.numbers
        if self != .yearMonthDay, parts.namedMonth == 1, parts.lengths[0] <= 2, parts.lengths[2] == 2 {
            numbers[2] += Self.century(of: numbers[2])
            if let day = CalendarDate(year: numbers[2], month: numbers[1], day: numbers[0]), day > newest {
                numbers[2] -= 100
            }
        } else if !parts.lengths.contains(4) {
            throw Self.shortYear
        }
        let (year, month, day) =
            switch (parts.lengths[0] == 4, parts.namedMonth) {
            case (true, 1), (true, nil): (numbers[0], numbers[1], numbers[2])
            case (false, 0): (numbers[2], numbers[0], numbers[1])
            case (false, 1): (numbers[2], numbers[1], numbers[0])
            case (false, nil): ordered(numbers[0], numbers[1], numbers[2])
            default: (0, 0, 0)
            }
        return try date(year, month, day)
    }

    private func date(_ groups: DigitGroups) throws(FieldError) -> CalendarDate {
        let (first, second, third) = (groups.first, groups.second, groups.third)
        guard first.length == 4 || second.length == 4 || third.length == 4 else { throw Self.shortYear }
        if first.length == 4 { return try date(first.number, second.number, third.number) }
        let (year, month, day) = ordered(first.number, second.number, third.number)
        return try date(year, month, day)
    }

    /// A date of two-digit parts could be of several centuries, and of several orders.
    private static var shortYear: FieldError {
        FieldError("not_a_date", "The year of the date needs four digits.")
    }

    /// The century of a year of two digits, as in 31-Okt-26: 00 to 45 are of this one, 46 to 99 of the last.
    ///
    /// Workers are born after 1945, and contracts end before 2046.
    private static func century(of year: Int) -> Int { year <= 45 ? 2000 : 1900 }

    private func ordered(_ first: Int, _ second: Int, _ third: Int) -> (year: Int, month: Int, day: Int) {
        switch self {
        case .dayMonthYear: (third, second, first)
        case .monthDayYear: (third, first, second)
        case .yearMonthDay: (first, second, third)
        }
    }

    /// Eight digits are a date only with the year in front: 31102026 could be a number of any kind.
    private func compact(_ bytes: some Collection<UInt8>) throws(FieldError) -> CalendarDate {
        let number = bytes.reduce(0) { $0 * 10 + Int($1 - 48) }
        return try date(number / 10_000, number / 100 % 100, number % 100)
    }

    private func date(_ year: Int, _ month: Int, _ day: Int) throws(FieldError) -> CalendarDate {
        guard (1900...2199).contains(year), let date = CalendarDate(year: year, month: month, day: day) else {
            throw FieldError("not_a_date", "There is no such day in the order \(words).")
        }
        return date
    }
}
