import Postgres
import Register
import Rules
import TestSupport
import Testing

/// How far payments reach back is a matter of all employers: a list of one changes what may be said of another.
@Suite struct PaymentReachTests {
    @Test func anOlderListOfAnotherEmployerLetsOneBeJudged() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                try Self.importEmployers(session)
                let asOf = try #require(CalendarDate(iso: "2026-10-31"))
                let auditor = Auditor(PatuhTemplates.resources)
                _ = try auditor.run(AuditRequest(asOf: asOf), session: session)
                #expect(try Self.neverPaid(session) == [])
                try Evidence.importRows(
                    .payments,
                    [
                        "Tanggal Bayar;Kode Badan Usaha;Jumlah;Bank;Referensi",
                        "15/06/2026;01000002;500000;BCA;CONTOH1",
                    ], session)
                _ = try auditor.run(AuditRequest(asOf: asOf), session: session)
                #expect(try Self.neverPaid(session) == ["01000001"])
            }
        }
    }

    /// Registered on 15 June 2026 and billed for July; payments are known from 8 July on.
    private static func importEmployers(_ session: Session) throws {
        try Evidence.importFile(.offices, PatuhTemplates.resources.scenarios + "/base/kantor.csv", session)
        try Evidence.importFile(
            .jknBusinesses, PatuhTemplates.resources.scenarios + "/REG-03/never-paid/jkn_badan_usaha.csv", session)
        try Evidence.bill("2026-07", 1_000_000, session)
        try Evidence.importRows(
            .payments,
            ["Tanggal Bayar;Kode Badan Usaha;Jumlah;Bank;Referensi", "08/07/2026;01000002;500000;BCA;CONTOH2"],
            session)
    }

    private static func neverPaid(_ session: Session) throws -> [String] {
        try session.rows(
            """
            select b.code
            from register.office as o
            cross join lateral audit.findings_at(o.office_id, audit.last_run(o.office_id)) as f
            inner join register.business_profile as b using (business_id)
            where f.rule_code = 'REG-03'
            """
        ).map { try $0.get("code") }
    }
}
