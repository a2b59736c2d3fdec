import Postgres

/// Months: `2026-10`, `10-2026`, `10/2026`, `202610`, `102026`, `Oktober 2026`.
enum MonthValue {
    /// The first day of the month.
    static func parse(_ bytes: some Collection<UInt8>) throws(FieldError) -> CalendarDate {
        if let groups = DigitGroups(bytes), groups.third.length == 0 {
            let (first, second) = (groups.first, groups.second)
            guard first.length == 4 || second.length == 4 else { throw shortYear }
            let isYearFirst = first.length == 4
            guard second.length > 1 || !isYearFirst || !bytes.contains(UInt8(ascii: ".")) else { throw shortMonth }
            return try month(isYearFirst ? first.number : second.number, isYearFirst ? second.number : first.number)
        }
        let parts: [Int]
        if bytes.count == 6, bytes.allSatisfy({ (48...57).contains($0) }) {
            let digits = bytes.reduce(0) { $0 * 10 + Int($1 - 48) }
            parts =
                digits / 100 >= 1900 && (1...12).contains(digits % 100)
                ? [digits / 100, digits % 100] : [digits % 10_000, digits / 10_000]
        } else {
            guard let read = try? DateParts(bytes), read.numbers.count == 2 else { throw notAMonth }
            guard read.lengths.contains(4) else { throw shortYear }
            guard read.lengths[1] > 1 || !bytes.contains(UInt8(ascii: ".")) else { throw shortMonth }
            parts = read.lengths[0] == 4 ? read.numbers : read.numbers.reversed()
        }
        return try month(parts[0], parts[1])
    }

    /// The month in a column of months, where spreadsheets leave `Mar-25` and days as well.
    ///
    /// - Parameters:
    ///   - bytes: what stands there.
    ///   - order: the order of day and month that the user gave. Without it a day is read if it has one order only or is
    ///     the first of its month, which is what spreadsheets make of a month.
    /// - Returns: the first day of the month.
    /// - Throws: ``FieldError`` with `not_a_month`.
    static func parse(_ bytes: some Collection<UInt8>, order: DateOrder?) throws(FieldError) -> CalendarDate {
        do throws(FieldError) {
            return try parse(bytes)
        } catch {
            if let month = unlabelled(bytes) { return try parse(month, order: order) }
            let parts = try? DateParts(bytes)
            if let parts, parts.numbers.count == 2 {
                // Mar-25 is no day where months are expected; 25-Mar is one, and nobody knows of which year.
                guard parts.namedMonth == 0, parts.lengths[1] == 2, parts.numbers[1] <= 45 else { throw error }
                return try month(2000 + parts.numbers[1], parts.numbers[0])
            }
            guard parts?.numbers.count == 3 || bytes.count == 8 else { throw error }
            if order == nil, let parts, parts.isExchangeable, parts.numbers[0] != 1 { throw twoOrders }
            return try month(of: bytes, order ?? .dayMonthYear)
        }
    }

    private static let labels: Set<String> = ["blth", "bulan", "bln", "periode", "masa"]

    /// The month behind a word for it, as in `BLTH 09-2026`; nil where there is none.
    private static func unlabelled(_ bytes: some Collection<UInt8>) -> [UInt8]? {
        let label = bytes.prefix { ($0 | 0x20) >= UInt8(ascii: "a") && ($0 | 0x20) <= UInt8(ascii: "z") }
        guard labels.contains(String(decoding: label, as: UTF8.self).lowercased()) else { return nil }
        return Array(bytes.dropFirst(label.count).drop { " :.".utf8.contains($0) })
    }

    private static func month(of day: some Collection<UInt8>, _ order: DateOrder) throws(FieldError) -> CalendarDate {
        do throws(FieldError) {
            return try order.parse(day).firstOfMonth
        } catch {
            throw FieldError("not_a_month", error.message)
        }
    }

    private static func month(_ year: Int, _ month: Int) throws(FieldError) -> CalendarDate {
        guard (1900...2199).contains(year), let month = CalendarDate(year: year, month: month, day: 1) else {
            throw notAMonth
        }
        return month
    }

    private static var notAMonth: FieldError {
        FieldError("not_a_month", "A month such as 2026-10 or 10-2026 is expected.")
    }

    /// Spreadsheets drop the last nought of a number.
    private static var shortMonth: FieldError {
        FieldError(
            "not_a_month",
            "Behind a dot the month needs two digits: spreadsheets drop the nought of October. Write 2026-10.")
    }

    private static var twoOrders: FieldError {
        FieldError(
            "not_a_month",
            "Day and month of the date cannot be told apart; write a month such as 2026-10, or give --date-order.")
    }

    /// Okt-26 is a day of October to one reader and October 2026 to the next.
    private static var shortYear: FieldError {
        FieldError("not_a_month", "The year of the month needs four digits.")
    }
}
