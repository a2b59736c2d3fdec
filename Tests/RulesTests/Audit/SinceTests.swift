import Postgres
import Register
import Rules
import TestSupport
import Testing

/// Since when a finding stands, by evidence that is of one month each.
@Suite struct SinceTests {
    /// Counts of the workers of the base employer and of those enrolled, by month, and what the audit at its end says.
    private struct Step {
        let month: String
        let end: String
        let workers: Int
        let enrolled: Int
        let since: String?
    }

    @Test func `a finding of every month keeps the month it began in until it ends`() async throws {
        let steps = [
            Step(month: "07-2026", end: "2026-07-31", workers: 10, enrolled: 8, since: "2026-07-01"),
            Step(month: "08-2026", end: "2026-08-31", workers: 12, enrolled: 8, since: "2026-07-01"),
            Step(month: "09-2026", end: "2026-09-30", workers: 12, enrolled: 12, since: nil),
            Step(month: "10-2026", end: "2026-10-31", workers: 13, enrolled: 12, since: "2026-10-01"),
        ]
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                try Evidence.importBase(session)
                for step in steps {
                    try Evidence.importRows(
                        .headcounts,
                        [
                            "Kode Badan Usaha;Bulan;Jumlah TK;Jumlah Peserta JKN",
                            "01000001;\(step.month);\(step.workers);\(step.enrolled)",
                        ], session)
                    #expect(try Self.since("REG-02H", at: step.end, session) == step.since, "\(step.month)")
                }
            }
        }
    }

    @Test func `arrears stand since the oldest month that is not paid yet`() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                try Evidence.importBase(session)
                try Evidence.bill("2026-07", 1_000_000, session)
                try Evidence.bill("2026-08", 1_000_000, session)
                #expect(try Self.since("IUR-01", at: "2026-09-30", session) == "2026-07-01")
                try Evidence.payment("2026-10-02", 1_000_000, session)
                #expect(try Self.since("IUR-01", at: "2026-10-31", session) == "2026-08-01")
            }
        }
    }

    /// Audits as of a day, and reads since when the rule's one finding stands; nil when there is none.
    private static func since(_ rule: String, at day: String, _ session: Session) throws -> String? {
        let request = AuditRequest(asOf: try #require(CalendarDate(iso: day)))
        _ = try Auditor(PatuhTemplates.resources).run(request, session: session)
        return try session.valueIfPresent(
            """
            select f.since::text
            from register.office as o
            cross join lateral audit.findings_at(o.office_id, audit.last_run(o.office_id)) as f
            where f.rule_code = \(rule)
            """)
    }
}
