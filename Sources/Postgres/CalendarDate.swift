/// A day of the proleptic Gregorian calendar, without a time or a time zone.
///
/// The years 1 to 9999 are covered, and PostgreSQL's `infinity`, by which open periods end.
public struct CalendarDate: Sendable, Hashable, Comparable {
    /// Days since 1 January 2000, as PostgreSQL counts them.
    public let dayNumber: Int32

    init(dayNumber: Int32) {
        self.dayNumber = dayNumber
    }

    /// Takes a day, or gives nil if the calendar has no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.days(inMonth: month, of: year)
        else { return nil }
        dayNumber = Int32(Self.daysSince2000(year: year, month: month, day: day))
    }

    /// Reads `2026-10-31`, and nothing but ten such characters.
    public init?(iso text: some StringProtocol) {
        var numbers = (0, 0, 0)
        var length = 0
        for byte in text.utf8 {
            let digit = Int(byte) - 48
            switch length {
            case 0...3 where (0...9).contains(digit): numbers.0 = numbers.0 * 10 + digit
            case 5...6 where (0...9).contains(digit): numbers.1 = numbers.1 * 10 + digit
            case 8...9 where (0...9).contains(digit): numbers.2 = numbers.2 * 10 + digit
            case 4, 7:
                guard byte == UInt8(ascii: "-") else { return nil }
            default: return nil
            }
            length += 1
        }
        guard length == 10 else { return nil }
        self.init(year: numbers.0, month: numbers.1, day: numbers.2)
    }

    /// The first day that can be told, 0001-01-01.
    public static let earliest = CalendarDate(dayNumber: Int32(daysSince2000(year: 1, month: 1, day: 1)))
    /// The last day that can be told, 9999-12-31.
    public static let latest = CalendarDate(dayNumber: Int32(daysSince2000(year: 9999, month: 12, day: 31)))
    /// After every day: the end of an open period.
    public static let infinity = CalendarDate(dayNumber: .max)
    /// Before every day.
    public static let negativeInfinity = CalendarDate(dayNumber: .min)

    /// Whether this is a day and not one of the two infinities.
    public var isFinite: Bool { self != .infinity && self != .negativeInfinity }

    /// The year.
    public var year: Int { civil.year }
    /// The month, 1 to 12.
    public var month: Int { civil.month }
    /// The day of the month, 1 to 31.
    public var day: Int { civil.day }
    /// The day of the week, Monday 1 to Sunday 7.
    public var weekday: Int { ((Int(dayNumber) + 5) % 7 + 7) % 7 + 1 }

    /// Whether one day is before another.
    public static func < (left: CalendarDate, right: CalendarDate) -> Bool { left.dayNumber < right.dayNumber }
}

extension CalendarDate: CustomStringConvertible {
    /// The day as `2026-10-31`.
    public var description: String {
        guard isFinite else { return self == .infinity ? "infinity" : "-infinity" }
        let (year, month, day) = civil
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: width - digits.utf8.count) + digits
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
}
