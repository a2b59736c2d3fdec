/// Dates in Indonesian words.
public enum IndonesianDate {
    /// The date as letters write it: "27 Agustus 2026".
    public static func long(year: Int, month: Int, day: Int) -> String {
        names.long(year: year, month: month, day: day)
    }

    /// The date for narrow columns: "27 Agu 2026".
    public static func short(year: Int, month: Int, day: Int) -> String {
        names.short(year: year, month: month, day: day)
    }

    /// The month: "Oktober 2026".
    public static func month(year: Int, month: Int) -> String {
        names.month(year: year, month: month)
    }

    /// The day of the week, 1 for "Senin" to 7 for "Minggu".
    public static func weekday(_ number: Int) -> String {
        names.weekday(number)
    }

    static let names = DateNames(
        months: [
            "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober",
            "November", "Desember",
        ],
        shortMonths: ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"],
        weekdays: ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]
    )
}
