import Postgres
import Register
import Rules
import TestSupport
import Testing

/// A run of one employer looks beyond it at who else enrols its workers, and sees there what a run of all would.
@Suite struct SharedWorkerTests {
    /// What the second employer's line in the master file ends with, and whether Ani counts as enrolled by two.
    @Test(arguments: [("AKTIF;", 2), ("NONAKTIF;15/10/2026", 0)])
    func aBillOfOneEmployerLeavesTheOtherAsItIs(_ other: String, _ doubted: Int) async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                try Self.importEmployers(other, session)
                let auditor = Auditor(PatuhTemplates.resources)
                _ = try auditor.run(AuditRequest(asOf: PatuhTemplates.asOf), session: session)
                #expect(try Self.enrolledTwice(session) == doubted)
                try Evidence.bill("2026-10", 175_000, session)
                _ = try auditor.run(AuditRequest(asOf: PatuhTemplates.asOf), session: session)
                #expect(try session.value("select judged from audit.run where run_id = 2") == 1)
                #expect(try Self.enrolledTwice(session) == doubted)
                _ = try auditor.run(AuditRequest(asOf: PatuhTemplates.asOf, everybody: true), session: session)
                #expect(try Self.enrolledTwice(session) == doubted)
            }
        }
    }

    private static func importEmployers(_ other: String, _ session: Session) throws {
        try Evidence.importFile(.offices, PatuhTemplates.resources.scenarios + "/base/kantor.csv", session)
        try Evidence.importRows(
            .jknBusinesses,
            [
                "MASTER FILE BADAN USAHA", "Data per: 31-10-2026",
                "Kode Badan Usaha;Nama Badan Usaha;Alamat;Kode Wilayah;NPWP;NIB;NPP BPJS TK;Skala Usaha;Virtual Account;"
                    + "Tanggal Registrasi;Status;Tanggal Nonaktif",
                "01000001;PT Contoh Satu;Jl. Contoh No. 1;61.71.03;;;70000001;KECIL;8888800001000001;01/02/2020;AKTIF;",
                "01000002;PT Contoh Dua;Jl. Contoh No. 2;61.71.03;;;70000002;KECIL;8888800001000002;01/02/2020;\(other)",
            ], session)
        try Evidence.importFile(
            .jknMembers, PatuhTemplates.resources.scenarios + "/DAT-05/two-employers/jkn_peserta.csv", session)
        // The first list of a kind is a matter of all employers.
        try Evidence.bill("2026-09", 175_000, session)
    }

    private static func enrolledTwice(_ session: Session) throws -> Int {
        try session.value(
            """
            select count(*)
            from register.office as o
            cross join lateral audit.findings_at(o.office_id, audit.last_run(o.office_id)) as f
            where f.rule_code = 'DAT-05'
            """)
    }
}
