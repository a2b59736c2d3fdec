import Postgres
import Register
import Rules
import TestSupport
import Testing

/// A finding from run to run: new, the same, changed, resolved, back again.
@Suite struct LifecycleTests {
    /// What a run counted, in the order of the story.
    private struct Changes: Equatable {
        let new: Int
        let changed: Int
        let reopened: Int
        let resolved: Int
        let arrears: Int64
    }

    @Test func oneFindingThroughItsLife() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                func audit(_ asOf: String = "2026-10-31") throws -> Changes {
                    let day = try #require(CalendarDate(iso: asOf))
                    let summary = try Auditor(PatuhTemplates.resources).run(AuditRequest(asOf: day), session: session)
                    return Changes(
                        new: summary.new, changed: summary.changed, reopened: summary.reopened,
                        resolved: summary.resolved,
                        arrears: summary.rules.reduce(0) { $0 + $1.amount })
                }
                try Evidence.importBase(session)
                try Evidence.bill("2026-09", 1_000_000, session)
                let first = try audit()
                #expect(first == Changes(new: 1, changed: 0, reopened: 0, resolved: 0, arrears: 1_000_000))

                let stored = try StoredAudit.read(session)
                let same = try audit()
                #expect(same == Changes(new: 0, changed: 0, reopened: 0, resolved: 0, arrears: 1_000_000))
                let again = try StoredAudit.read(session)
                for table in ["finding", "finding_version", "finding_end", "rule_version"] {
                    #expect(again.rows[table] == stored.rows[table], "\(table)")
                }
                #expect(again.rows["run"] == 2)
                #expect(again.workRows == 0)

                // The other batch says the same in other words: the bill is the same, so nothing has changed.
                try Evidence.importRows(
                    .bills,
                    [
                        "Kode Badan Usaha;Bulan;Jumlah Peserta;Jumlah Tagihan;Jatuh Tempo",
                        "01000001;2026-09;3;1.000.000;10/09/2026",
                    ],
                    session)
                let unchanged = try audit()
                #expect(unchanged == same)

                try Evidence.payment("2026-10-20", 400_000, session)
                let part = try audit()
                #expect(part == Changes(new: 0, changed: 1, reopened: 0, resolved: 0, arrears: 600_000))

                try Evidence.payment("2026-10-25", 600_000, session)
                let paid = try audit()
                #expect(paid == Changes(new: 0, changed: 0, reopened: 0, resolved: 1, arrears: 0))

                try Evidence.bill("2026-10", 900_000, session)
                let back = try audit("2026-11-30")
                #expect(back == Changes(new: 0, changed: 0, reopened: 1, resolved: 0, arrears: 900_000))

                let history = try session.rows("select from_run, amount from audit.finding_version order by from_run")
                    .map {
                        "\(try $0.get("from_run", as: Int.self)) \(try $0.get("amount", as: Int.self))"
                    }
                #expect(history == ["1 1000000", "4 600000", "6 900000"])
                let findings: Int = try session.value("select count(*) from audit.finding")
                #expect(findings == 1)
            }
        }
    }

    @Test func earlierRunsCanStillBeReadAsTheyWere() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                try Evidence.importBase(session)
                try Evidence.bill("2026-09", 1_000_000, session)
                let request = AuditRequest(asOf: PatuhTemplates.asOf)
                _ = try Auditor(PatuhTemplates.resources).run(request, session: session)
                try Evidence.payment("2026-10-25", 1_000_000, session)
                _ = try Auditor(PatuhTemplates.resources).run(request, session: session)
                let amounts = try (1...2).map { run in
                    try session.valueIfPresent(
                        "select f.amount from register.office as o cross join lateral audit.findings_at(o.office_id, \(run)::bigint) as f",
                        as: Int.self)
                }
                #expect(amounts == [1_000_000, nil])
            }
        }
    }

    @Test func aRuleThatSaysTheSameInANewVersionChangesTheFinding() async throws {
        try await RuleFolder.with { folder in
            try folder.edit("IUR-01", "-- title: Menunggak iuran", "-- title: Tunggakan iuran")
            let edited = folder.resources
            try await TestDatabase.connected(PatuhTemplates.schema) { database in
                try await database.run { session in
                    try Evidence.importBase(session)
                    try Evidence.bill("2026-09", 1_000_000, session)
                    let request = AuditRequest(asOf: PatuhTemplates.asOf)
                    _ = try Auditor(PatuhTemplates.resources).run(request, session: session)
                    let summary = try Auditor(edited).run(request, session: session)
                    #expect(summary.changed == 1)
                    let versions: Int = try session.value(
                        "select count(*) from audit.rule_version where code = 'IUR-01'")
                    #expect(versions == 2)
                }
            }
        }
    }

    /// Three weeks later the member list is older than the month: nobody's registered wage can be judged, and nothing is remedied.
    @Test func whatCanNoLongerBeJudgedIsNotResolved() async throws {
        try await TestDatabase.connected(PatuhTemplates.audited) { database in
            try await database.run { session in
                let auditor = Auditor(PatuhTemplates.resources)
                let office = try Office.find(nil, in: session)
                let wages: Int = try session.value(
                    "select count(*) from audit.findings_at(\(office.id)::smallint, 1) where rule_code = 'DAT-02'")
                let later = try #require(CalendarDate(iso: "2026-11-21"))
                let summary = try auditor.run(AuditRequest(asOf: later), session: session)
                #expect(wages > 0)
                #expect((summary.resolved, summary.unjudged) == (0, wages))
                try RunComparison((1, 2), of: office, session).prepare(auditor, session)
                let changes = try session.rows(
                    "select distinct change || ' ' || cause as line from compared where rule_code = 'DAT-02'"
                ).map { try $0.get("line", as: String.self) }
                #expect(changes == ["unjudged date"])
                let code: String = try session.value(
                    "select audit.finding_code(min(finding_id)) from audit.finding where rule_code = 'DAT-02'")
                let proof = try FindingProof.load(code, office: office, session: session)
                #expect((proof.isOpen, proof.isUnjudged) == (false, true))
            }
        }
    }

    @Test func aDayLongAfterAllListsIsNotStored() async throws {
        try await TestDatabase.connected(PatuhTemplates.audited) { database in
            let day = try #require(CalendarDate(iso: "2062-10-31"))
            let auditor = Auditor(PatuhTemplates.resources)
            let fault = await #expect(throws: Fault.self) {
                try await database.run { _ = try auditor.run(AuditRequest(asOf: day), session: $0) }
            }
            #expect(fault?.code == .auditOutOfOrder)
            let look = try await database.run { try auditor.run(AuditRequest(asOf: day, dryRun: true), session: $0) }
            #expect(look.run == nil)
        }
    }
}
