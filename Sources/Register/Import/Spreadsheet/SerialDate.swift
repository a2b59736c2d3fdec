import Postgres

/// The days of a workbook, which are numbers counted from 1900, or from 1904 in files of old Macs.
struct SerialDate {
    let countsFrom1904: Bool

    /// 31 December 9999.
    private static let last = 2_958_465
    private static let base = CalendarDate(year: 1899, month: 12, day: 30)

    /// The day of a number as `2026-10-31`; nil if the number means no day.
    func day(_ serial: Int) -> String? {
        let serial = countsFrom1904 ? serial + 1462 : serial
        switch serial {
        case 1...59:
            // The first two months lie a day later, because Excel believes that 1900 was a leap year …
            return Self.base?.adding(days: serial + 1).description
        case 60:
            // … and has a 29 February: given as it stands, so that who reads it sees that there is no such day.
            return "1900-02-29"
        case 61...Self.last: return Self.base?.adding(days: serial).description
        default: return nil
        }
    }
}
