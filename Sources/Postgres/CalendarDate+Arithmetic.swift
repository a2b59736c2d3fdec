extension CalendarDate {
    /// The day so many days later; what would leave the years 1 to 9999 stays at their edge.
    public func adding(days: Int) -> CalendarDate {
        guard isFinite else { return self }
        let (sum, overflow) = Int(dayNumber).addingReportingOverflow(days)
        if overflow { return days < 0 ? .earliest : .latest }
        let held = min(max(sum, Int(Self.earliest.dayNumber)), Int(Self.latest.dayNumber))
        return CalendarDate(dayNumber: Int32(held))
    }

    /// The same day so many months later, or the last day of a month that is too short, as PostgreSQL does it.
    public func adding(months: Int) -> CalendarDate {
        guard isFinite else { return self }
        let (year, month, day) = civil
        let (sum, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
        if overflow { return months < 0 ? .earliest : .latest }
        if sum < 12 { return .earliest }
        if sum >= 10_000 * 12 { return .latest }
        let (newYear, newMonth) = (sum / 12, sum % 12 + 1)
        let newDay = min(day, Self.days(inMonth: newMonth, of: newYear))
        return CalendarDate(year: newYear, month: newMonth, day: newDay) ?? .latest
    }

    /// The first day of the month.
    public var firstOfMonth: CalendarDate {
        isFinite ? adding(days: 1 - day) : self
    }

    /// The last day of the month.
    public var lastOfMonth: CalendarDate {
        isFinite ? adding(days: Self.days(inMonth: month, of: year) - day) : self
    }

    /// How many days after this one another day is; negative if it is earlier.
    public func days(until other: CalendarDate) -> Int {
        Int(other.dayNumber) - Int(dayNumber)
    }

    static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    // The calendar repeats every 400 years (146,097 days). Counting years from March puts the leap day last, so that
    // the lengths of the months before it follow one formula.

    static func daysSince2000(year: Int, month: Int, day: Int) -> Int {
        let marchYear = month <= 2 ? year - 1 : year
        let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
        let yearOfEra = marchYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 730_425
    }

    var civil: (year: Int, month: Int, day: Int) {
        let days = Int(dayNumber) + 730_425
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        return (
            yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * marchMonth + 2) / 5 + 1
        )
    }
}
