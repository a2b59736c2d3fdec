import Postgres
import Register
import Rules
import TestSupport
import Testing

/// What an audit run refuses, and what it leaves behind.
@Suite struct AuditRunTests {
    private static let september = CalendarDate(iso: "2026-09-30") ?? .earliest

    @Test func anEarlierDateIsRefusedButMayBeLookedAt() async throws {
        try await TestDatabase.connected(PatuhTemplates.audited) { database in
            let before = try await StoredAudit.read(database)
            let fault = await #expect(throws: Fault.self) {
                try await database.run {
                    _ = try Auditor(PatuhTemplates.resources).run(AuditRequest(asOf: Self.september), session: $0)
                }
            }
            #expect(fault?.code == .auditOutOfOrder)
            #expect(fault?.hint?.contains("--dry-run") == true)
            let summary = try await database.run {
                try Auditor(PatuhTemplates.resources).run(AuditRequest(asOf: Self.september, dryRun: true), session: $0)
            }
            #expect(summary.run == nil)
            #expect(summary.findings > 0)
            let after = try await StoredAudit.read(database)
            #expect(after == before)
            #expect(after.workRows == 0)
        }
    }

    @Test func aDryRunFindsWhatARunFinds() async throws {
        try await TestDatabase.connected(PatuhTemplates.imported) { database in
            let request = AuditRequest(asOf: PatuhTemplates.asOf)
            var dry = request
            dry.dryRun = true
            let summaries = try await database.run { [dry] session in
                try [dry, request].map { try Auditor(PatuhTemplates.resources).run($0, session: session) }
            }
            #expect(summaries[0].rules.map(\.violations) == summaries[1].rules.map(\.violations))
            #expect(summaries[0].rules.map(\.amount) == summaries[1].rules.map(\.amount))
            #expect(summaries[0].new == summaries[1].new)
            #expect(summaries[0].run == nil)
            #expect(summaries[1].new == summaries[1].findings)
            #expect(summaries[1].run != nil)
        }
    }

    @Test func countsOfTheRunAreThoseOfTheStoredRows() async throws {
        try await TestDatabase.connected(PatuhTemplates.audited) { database in
            let rows = try await database.run { session in
                try session.rows(
                    """
                    select v.code, r.violations, count(f.finding_id) as findings
                    from audit.rule_result as r
                    inner join audit.rule_version as v using (rule_version_id)
                    left join audit.findings_at(r.office_id, r.run_id) as f on f.rule_version_id = r.rule_version_id
                    group by v.code, r.violations
                    order by v.code
                    """
                ).map {
                    (
                        code: try $0.get("code", as: String.self), counted: try $0.get("violations", as: Int.self),
                        stored: try $0.get("findings", as: Int.self)
                    )
                }
            }
            #expect(rows.map(\.code) == (try RuleSet(PatuhTemplates.resources).rules.map(\.header.code)))
            for row in rows { #expect(row.counted == row.stored, "\(row.code)") }
            // What the generator plants is found, so the counts are of something.
            let found = Set(rows.filter { $0.stored > 0 }.map(\.code))
            #expect(found.isSuperset(of: ["DAT-01", "DAT-02", "IUR-01", "REG-01", "REG-02"]))
        }
    }

    @Test func aSecondAuditAtTheSameTimeIsRefused() async throws {
        try await TestDatabase.with(PatuhTemplates.audited) { test in
            let first = try await test.connect()
            let second = try await test.connect()
            // The lock that a running audit holds, for as long as the test needs.
            try await first.run { try $0.execute("select pg_advisory_lock(hashtext('patuh.audit'))") }
            let request = AuditRequest(asOf: PatuhTemplates.asOf)
            let fault = await #expect(throws: Fault.self) {
                try await second.run { _ = try Auditor(PatuhTemplates.resources).run(request, session: $0) }
            }
            #expect(fault?.code.description == "E-AUD-001")
            try await first.run { try $0.execute("select pg_advisory_unlock_all()") }
            let summary = try await second.run { try Auditor(PatuhTemplates.resources).run(request, session: $0) }
            #expect(summary.run == 2)
            await first.close()
            await second.close()
        }
    }

    @Test func ofTwoAuditsStartedTogetherEachEitherRunsOrIsRefused() async throws {
        try await TestDatabase.with(PatuhTemplates.imported) { test in
            let request = AuditRequest(asOf: PatuhTemplates.asOf)
            let outcomes = await withTaskGroup(of: String.self) { group in
                for _ in 0..<2 {
                    group.addTask {
                        do {
                            let database = try await test.connect()
                            let summary = try await database.run {
                                try Auditor(PatuhTemplates.resources).run(request, session: $0)
                            }
                            await database.close()
                            return summary.run == nil ? "no run" : "ran"
                        } catch let fault as Fault {
                            return fault.code.description
                        } catch {
                            return "\(error)"
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.contains("ran"))
            #expect(outcomes.allSatisfy { ["ran", "E-AUD-001"].contains($0) }, "\(outcomes)")
        }
    }

    @Test func withoutAnOfficeThereIsNothingToAudit() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            let fault = await #expect(throws: Fault.self) {
                try await database.run {
                    _ = try Auditor(PatuhTemplates.resources).run(AuditRequest(asOf: PatuhTemplates.asOf), session: $0)
                }
            }
            #expect(fault?.code == .officeUnknown)
        }
    }
}
