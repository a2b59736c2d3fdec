import Postgres
import TestSupport
import Testing

@testable import Register

/// A business may be known under two numbers of one kind: registered again, or with an NPP for each branch.
@Suite struct SeveralNumbersTests {
    @Test(
        arguments: [
            (
                ImportKind.bills,
                "Kode Badan Usaha;Bulan;Jumlah Peserta;Jumlah Tagihan;Jatuh Tempo",
                ["90000001;2026-10;7;100;10/10/2026", "90000011;2026-10;7;200;10/10/2026"]
            ),
            (
                .bpjstkWages,
                "NIK;NAMA_LENGKAP;TGL_LAHIR;UPAH;BLTH;NPP",
                [
                    "9901013112900001;Pekerja;31-12-1990;3915000;10-2026;99000001",
                    "9901013112900001;Pekerja;31-12-1990;4000000;10-2026;99000011",
                ]
            ),
            (
                .jknMembers,
                "NIK;NAMA LENGKAP;TANGGAL LAHIR;JENIS KELAMIN;KELAS RAWAT;TGL MULAI AKTIF;STATUS KEPESERTAAN;GAJI;"
                    + "KODE PERUSAHAAN;HUBUNGAN KELUARGA;NIK PESERTA UTAMA;TGL NONAKTIF",
                [
                    "9901013112900001;Pekerja;31-12-1990;L;2;01-06-2025;AKTIF;3915000;90000001;TK;;",
                    "9901013112900001;Pekerja;31-12-1990;L;2;01-06-2025;AKTIF;4000000;90000011;TK;;",
                ]
            ),
        ])
    func `the same fact under both numbers is a duplicate, not an error of the database`(
        kind: ImportKind, headings: String, rows: [String]
    ) async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let lists = EmployerLists(office: try TestOffice(session))
                // Closed, registered again under the NPP it has, then listed with the NPP of a branch.
                _ = try lists.jkn([.init(code: "90000001", npp: "99000001", closedOn: "01/10/2026")])
                _ = try lists.jkn([.init(code: "90000011", npp: "99000001")])
                _ = try lists.wlkp([.init(number: "W-1", code: "90000011", npp: "99000011")])
                let businesses: Int = try session.value("select count(*) from register.business")
                #expect(businesses == 3)
                let outcome = try lists.office.imports(
                    kind, text: ([headings] + rows).joined(separator: "\n") + "\n", asOf: "2026-10-31",
                    acceptValid: true)
                #expect(outcome.rejects.map(\.code) == ["duplicate"])
                #expect(outcome.rejects.map(\.firstLine) == [3])
                #expect(outcome.accepted == 1)
            }
        }
    }
}
