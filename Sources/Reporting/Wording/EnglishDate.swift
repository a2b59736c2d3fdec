/// Dates in English words.
public enum EnglishDate {
    /// The date in full: "27 August 2026".
    public static func long(year: Int, month: Int, day: Int) -> String {
        names.long(year: year, month: month, day: day)
    }

    /// The date for narrow columns: "27 Aug 2026".
    public static func short(year: Int, month: Int, day: Int) -> String {
        names.short(year: year, month: month, day: day)
    }

    /// The month: "October 2026".
    public static func month(year: Int, month: Int) -> String {
        names.month(year: year, month: month)
    }

    /// The day of the week, 1 for "Monday" to 7 for "Sunday".
    public static func weekday(_ number: Int) -> String {
        names.weekday(number)
    }

    static let names = DateNames(
        months: [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ],
        shortMonths: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
        weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    )
}
