import Postgres
import Register
import Rules
import TestSupport
import Testing

/// What a form reports on top of a list stays when the list is taken back and comes in again.
@Suite struct FormsAfterListTests {
    private static let scenario = PatuhTemplates.resources.scenarios + "/REG-02/changes-before-the-corrected-list"

    /// The workers who are missing on the member list, as an audit finds them.
    private static func missing(_ session: Session) throws -> [String] {
        _ = try Auditor(PatuhTemplates.resources).run(AuditRequest(asOf: PatuhTemplates.asOf), session: session)
        return try session.rows(
            """
            select p.name
            from register.office as o
            cross join lateral audit.findings_at(o.office_id, audit.last_run(o.office_id)) as f
            inner join register.person_profile as p using (person_id)
            where f.rule_code = 'REG-02'
            order by p.name
            """
        ).map { try $0.get("name") }
    }

    @Test func aListThatWasTakenBackKeepsItsPlace() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                try Evidence.importBase(session)
                try Evidence.importFile(.jknMembers, Self.scenario + "/jkn_peserta.csv", session)
                try Evidence.importFile(.workers, Self.scenario + "/pekerja_1.csv", session)
                let list: Int = try session.value("select max(batch_id) from import.batch")
                try Evidence.importFile(.workers, Self.scenario + "/pekerja_2.csv", session)
                let before = try Self.missing(session)
                #expect(before == ["Candra Contoh", "Dedi Contoh"])
                _ = try Withdrawal.withdraw(
                    list, office: try Office.find(nil, in: session), reason: "a test", session: session)
                try Evidence.importFile(.workers, Self.scenario + "/pekerja_1.csv", session)
                let after = try Self.missing(session)
                #expect(after == before)
            }
        }
    }
}
