import Postgres
import TestSupport
import Testing

@testable import Register

@Suite struct WarningTests {
    /// Rows of a wage file and the doubts about each; all rows are taken.
    private static let rows: [(row: String, doubts: [String])] = [
        ("6171014101909001;Ani Contoh;01-01-1990;3500000;10-2026;90000001", []),
        ("6199994101909002;Budi Contoh;01-01-1990;3500000;10-2026;90000001", ["nik_unknown_region"]),
        ("9101014101909003;Cici Contoh;01-01-1990;3500000;10-2026;90000001", ["nik_retired_region"]),
        ("6171014101909004;Dodi Contoh;02-01-1990;3500000;10-2026;90000001", ["nik_birth_date"]),
    ]

    @Test func `doubts about a NIK are kept with the batch and keep no row out`() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                let npp: String = try session.value(
                    "select value from register.business_identifier where kind = 'npp' order by value limit 1")
                let text =
                    "NIK;NAMA_LENGKAP;TGL_LAHIR;UPAH;BLTH;NPP\n"
                    + Self.rows.map { $0.row.split(separator: "90000001").joined() + npp + "\n" }.joined()
                let outcome = try office.imports(.bpjstkWages, text: text)
                #expect((outcome.accepted, outcome.rejected, outcome.warned) == (4, 0, 3))
                let stored = try office.lines(
                    "select line || ' ' || code from import.warning where code like 'nik%' order by line, code")
                let expected = Self.rows.enumerated().flatMap { index, row in row.doubts.map { "\(index + 2) \($0)" } }
                #expect(stored == expected)
            }
        }
    }

    @Test(arguments: [
        ("013000005093000", true), ("013000006093000", false), ("0013000005093000", true),
        // A NIK in place of a number of its own.
        ("6171014507900003", true),
    ])
    func `the check digit of an NPWP`(number: String, isPlausible: Bool) async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            let found: Bool = try await database.run { try $0.value("select register.npwp_is_plausible(\(number))") }
            #expect(found == isPlausible)
        }
    }

    @Test func `the birth date in a NIK`() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            let dates: String = try await database.run {
                try $0.value(
                    """
                    select concat_ws(' ', register.nik_day_month_year(6171014507900003),
                        register.nik_day_month_year(6171013112159001), register.nik_day_month_year(6171010101009001))
                    """)
            }
            // A woman's day carries 40.
            #expect(dates == "50790 311215 10100")
        }
    }

    @Test func `a NIK is shown by its ends alone`() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            let masked: String = try await database.run {
                try $0.value("select register.masked_nik(6171014507900003)")
            }
            #expect(masked == "6171**********03")
        }
    }
}
