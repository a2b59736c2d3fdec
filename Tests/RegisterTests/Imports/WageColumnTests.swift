import Postgres
import TestSupport
import Testing

@testable import Register

/// Which columns of a list are its wages and dates of work, and what the summary says of the others.
@Suite struct WageColumnTests {
    @Test(arguments: Scenarios.table("imports/wages.csv"))
    func `the wage is what the headings say, and no heading goes unseen`(row: ScenarioRow) async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                let outcome = try office.imports(
                    .workers,
                    text: "NIK,Nama,\(try row["headings"])\n6171014101909001,Ani Contoh,\(try row["row"])\n",
                    asOf: "2026-10-31", employer: "90000001")
                #expect(outcome.accepted == 1)
                #expect(try outcome.unread.joined(separator: ",") == row["unread"])
                #expect(try Int64(outcome.notices.count(where: \.isDoubt)) == row.number("notices"))
                let stored = try office.lines(
                    "select concat_ws(',', coalesce(wage::text, ''), coalesce(hired_on::text, ''), coalesce(left_on::text, '')) from register.roster_line"
                )
                #expect(stored == ["\(try row["wage"]),\(try row["hired"]),\(try row["left"])"])
            }
        }
    }

    @Test func `a value that is not understood is left out with a warning`() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                let outcome = try office.imports(
                    .workers,
                    text: """
                        NAMA_LENGKAP;TANGGAL_LAHIR;NOMOR_IDENTITAS;JENIS_KELAMIN;UPAH;TGL_AWAL_BEKERJA;STATUS_KAWIN
                        Ani Contoh;01-01-1990;6171014101909001;P;3500000;01-02-2020;KAWIN
                        Budi Contoh;02-01-1990;6171010201909002;L;3500000;01-02-2020;Y

                        """,
                    asOf: "2026-10-31", employer: "90000001")
                #expect((outcome.accepted, outcome.warned) == (2, 1))
                #expect(outcome.warnings.map(\.code) == ["left_out"])
                #expect(outcome.warnings.map(\.column) == ["STATUS_KAWIN"])
                #expect(outcome.warnings.map(\.firstLine) == [3])
            }
        }
    }
}
