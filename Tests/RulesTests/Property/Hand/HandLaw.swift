import Postgres

/// The law as an auditor has it on paper: sections 2.1 and 2.2 of the domain notes, for the months that the tests use.
enum HandLaw {
    static let cap = 12_000_000
    /// So many unpaid months must be paid (Perpres 82/2018 Pasal 42).
    static let arrearsCeiling = 24
    /// A change is to be reported within so many days (Perpres 82/2018 Pasal 22 ayat (2)).
    static let daysToReport = 7
    /// Lists of workers and of employers are good for so many months.
    static let listAge = 3

    /// Minimum wages in whole rupiah by regency and year: cents are cut.
    private static let minimumWages: [String: [Int: Int]] = [
        "61.71": [2025: 3_024_820, 2026: 3_205_220],
        "61.72": [2025: 3_074_566, 2026: 3_247_387],
        "61.04": [2025: 3_396_267, 2026: 3_561_801],
        // No decree of 2025 is known.
        "63.03": [2026: 3_725_000],
    ]
    static let regencies = minimumWages.keys.sorted()

    static func minimumWage(_ regency: String, _ month: CalendarDate) -> Int? {
        minimumWages[regency]?[month.year]
    }

    static func base(_ wage: Int, minimumWage: Int) -> Int { min(max(wage, minimumWage), cap) }

    /// 4 % of the employer and 1 % of the worker, each to the nearest rupiah, halves up.
    static func contribution(_ base: Int) -> Int { rounded(base * 4) + rounded(base) }

    private static func rounded(_ hundredths: Int) -> Int { hundredths / 100 + (hundredths % 100 >= 50 ? 1 : 0) }
}
