import Postgres
import TestSupport
import Testing

@testable import Register

@Suite struct MendedRejectsTests {
    @Test func `refused rows come in after mending, and only they`() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                let first = try office.imports(
                    .payments, file: "\(Scenarios.folder)/imports/mending/input.csv", acceptValid: true)
                #expect((first.read, first.accepted, first.rejected) == (3, 1, 2))
                let rejects = try TemporaryFolder.read(office.rejects)
                #expect(rejects == Scenarios.text("imports/mending/rejects.csv"))
                let mended = rejects.split(separator: "90000009").joined(separator: "90000002")
                    .split(separator: "300.00.0").joined(separator: "300.000")
                let second = try office.imports(.payments, text: mended)
                guard case .accepted = second.verdict else {
                    Issue.record("\(second.verdict): \(second.rejects)")
                    return
                }
                #expect((second.read, second.accepted, second.total) == (2, 2, 500_000))
                let sum: Int64 = try session.value("select sum(amount) from register.payment")
                #expect(sum == 600_000)
            }
        }
    }

    private static let wages =
        "NIK;NAMA_LENGKAP;TGL_LAHIR;UPAH;BLTH;NPP\n6171010302900001;Pekerja Satu;03-02-1990;3500000;10-2026;99000001\n"
    private static let payments =
        "Tanggal Bayar;Kode Badan Usaha;Jumlah;Bank;Referensi\n05/07/2026;90000001;100;BRI;T1\n"
    private static let workers =
        "Kode Badan Usaha;NIK;Nama;Tanggal Lahir;Upah\n90000001;6171010302900001;Pekerja Satu;03-02-1990;3500000\n"
    private static let members =
        "NIK;NAMA LENGKAP;TANGGAL LAHIR;JENIS KELAMIN;KELAS RAWAT;TGL MULAI AKTIF;STATUS KEPESERTAAN;GAJI;KODE PERUSAHAAN;"
        + "HUBUNGAN KELUARGA;NIK PESERTA UTAMA;TGL NONAKTIF\n"
        + "6171010302900001;Pekerja Satu;03-02-1990;L;2;01-06-2025;AKTIF;3500000;90000001;TK;;\n"

    /// A list, a row of it that was refused, the row when it is mended, and what the corrected list has in its place.
    @Test(arguments: [
        (
            ImportKind.bpjstkWages, wages, "6171010302900002;Pekerja Dua;03-02-1990;3x;10-2026;99000001",
            "6171010302900002;Pekerja Dua;03-02-1990;3500000;10-2026;99000001", ""
        ),
        (
            .workers, workers, "90000001;6171010302900002;Pekerja Dua;03-02-1990;3x",
            "90000001;6171010302900002;Pekerja Dua;03-02-1990;3500000", ""
        ),
        (
            .jknMembers, members, "6171010302900002;Pekerja Dua;03-02-1990;L;2;01-06-2025;AKTIF;3x;90000001;TK;;",
            "6171010302900002;Pekerja Dua;03-02-1990;L;2;01-06-2025;AKTIF;3500000;90000001;TK;;", ""
        ),
        (
            .payments, payments, "06/08/2026;90000001;17x;BRI;T2", "06/08/2026;90000001;200;BRI;T2",
            "06/08/2026;90000001;300;BRI;T2\n"
        ),
    ])
    func `mended rows of a list that has been replaced are refused`(
        kind: ImportKind, list: String, refused: String, mended: String, corrected: String
    ) async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                let asOf = "2026-10-31"
                _ = try office.imports(kind, text: list + refused + "\n", asOf: asOf, acceptValid: true)
                let heading = list.prefix { $0 != "\n" }
                let rejects = "\(heading);ALASAN PENOLAKAN\n\(mended);x\n"
                let before = try office.imports(kind, text: rejects, asOf: asOf, dryRun: true)
                #expect((before.accepted, before.rejected) == (1, 0))
                // The corrected list comes before the mended row.
                _ = try office.imports(kind, text: list + corrected + "\n", asOf: asOf)
                let replaced: Int = try session.value("select max(batch_id) from import.batch")
                let after = try office.imports(kind, text: rejects, asOf: asOf)
                #expect(after.verdict == .refused)
                #expect(after.rejects.map(\.code) == ["list_replaced"])
                #expect(
                    after.rejects.allSatisfy {
                        $0.message.contains("batch \(replaced)") || $0.message.contains("Batch \(replaced)")
                    })
            }
        }
    }

    @Test func `a file of bad rows only is accepted as a batch without rows`() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                let outcome = try office.imports(
                    .payments,
                    text: "Tanggal Bayar;Kode Badan Usaha;Jumlah;Bank;Referensi\n07/09/2026;90000009;1;BRI;R1\n",
                    acceptValid: true)
                #expect((outcome.read, outcome.accepted, outcome.rejected) == (1, 0, 1))
                let payments: Int = try session.value("select count(*) from register.payment")
                #expect(payments == 0)
            }
        }
    }
}
