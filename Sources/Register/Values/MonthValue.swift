import Postgres

/// Months: `2026-10`, `10-2026`, `10/2026`, `202610`, `102026`, `Oktober 2026`.
enum MonthValue {
    /// The first day of the month.
    static func parse(_ bytes: some Collection<UInt8>) throws(FieldError) -> CalendarDate {
        let wrong = FieldError("not_a_month", "A month such as 2026-10 or 10-2026 is expected.")
        let parts: [Int]
        if bytes.count == 6, bytes.allSatisfy({ (48...57).contains($0) }) {
            let digits = bytes.reduce(0) { $0 * 10 + Int($1 - 48) }
            parts =
                digits / 100 >= 1900 && (1...12).contains(digits % 100)
                ? [digits / 100, digits % 100] : [digits % 10_000, digits / 10_000]
        } else {
            guard let read = try? DateParts(bytes), read.numbers.count == 2 else { throw wrong }
            // Okt-26 is a day of October to one reader and October 2026 to the next.
            guard read.lengths.contains(4) else {
                throw FieldError("not_a_month", "The year of the month needs four digits.")
            }
            parts = read.lengths[0] == 4 ? read.numbers : read.numbers.reversed()
        }
        guard (1900...2199).contains(parts[0]), let month = CalendarDate(year: parts[0], month: parts[1], day: 1) else {
            throw wrong
        }
        return month
    }
}
