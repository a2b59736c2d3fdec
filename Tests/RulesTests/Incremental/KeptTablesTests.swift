import Postgres
import Register
import TestSupport
import Testing

@testable import Rules

/// Work tables that an audit of few employers leaves to the next one.
@Suite struct KeptTablesTests {
    /// The tables that are there after an audit, with their object numbers: a table that was made anew has another.
    private static func tables(_ session: Session) throws -> [String: Int] {
        let rows = try session.rows(
            "select relname::text as name, oid::bigint as number from pg_class where relnamespace = 'work'::regnamespace and relkind = 'r'"
        )
        return try Dictionary(uniqueKeysWithValues: rows.map { (try $0.get("name"), try $0.get("number")) })
    }

    private static func audit(
        _ session: Session, _ resources: Resources = PatuhTemplates.resources, everybody: Bool = false
    ) throws
        -> AuditSummary
    {
        let day = try #require(CalendarDate(iso: "2026-10-31"))
        var request = AuditRequest(asOf: day)
        request.everybody = everybody
        return try Auditor(resources).run(request, session: session)
    }

    /// A register after a first audit and one of few employers.
    private static func withKept(_ body: @Sendable @escaping (Session) throws -> Void) async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                try Evidence.importBase(session)
                try Evidence.bill("2026-09", 1_000_000, session)
                _ = try audit(session)
                #expect(try tables(session).isEmpty)
                try Evidence.bill("2026-08", 1_000_000, session)
                _ = try audit(session)
                #expect(try tables(session)["found_iur_01"] != nil)
                #expect(try StoredAudit.read(session).workRows == 0)
                try body(session)
            }
        }
    }

    @Test func theNextAuditFillsThemAndLeavesThemEmpty() async throws {
        try await Self.withKept { session in
            let kept = try Self.tables(session)
            try Evidence.bill("2026-07", 1_000_000, session)
            let summary = try Self.audit(session)
            #expect(summary.changed == 1)
            #expect(try Self.tables(session) == kept)
            #expect(try StoredAudit.read(session).workRows == 0)
        }
    }

    /// A run that was killed leaves its rows behind.
    @Test func rowsThatWereLeftAreNoEvidence() async throws {
        try await Self.withKept { session in
            try session.script(
                """
                insert into work.batch select b.* from work.batch as b;
                insert into work.touched select business_id from register.business;
                insert into work.tested select business_id, 1000, 1 from register.business;
                insert into work.part select business_id, 1 from register.business
                """)
            let summary = try Self.audit(session)
            #expect(summary.changed == 0)
            #expect(summary.resolved == 0)
            #expect(try StoredAudit.read(session).workRows == 0)
        }
    }

    @Test func anAuditOfEverybodyLeavesNone() async throws {
        try await Self.withKept { session in
            _ = try Self.audit(session, everybody: true)
            #expect(try Self.tables(session).isEmpty)
        }
    }

    @Test func aLookLeavesNone() async throws {
        try await Self.withKept { session in
            let day = try #require(CalendarDate(iso: "2026-10-31"))
            var request = AuditRequest(asOf: day)
            request.businesses = [try session.value("select min(business_id) from register.business")]
            let found: Int = try Auditor(PatuhTemplates.resources).look(request, session: session) { _ in
                try session.value("select count(*) from work.found where rule_code = 'IUR-01'")
            }
            #expect(found == 1)
            #expect(try Self.tables(session).isEmpty)
        }
    }

    @Test func otherRulesMakeTheirOwn() async throws {
        try await Self.withKept { session in
            let kept = try Self.tables(session)
            try RuleFolder.with { folder in
                try folder.edit("IUR-01", "l.paid = 0 or", "l.paid <= 0 or")
                _ = try Self.audit(session, folder.resources)
                // The law has changed: everybody is judged, and after that nothing fits.
                #expect(try Self.tables(session).isEmpty)
                try Evidence.bill("2026-07", 1_000_000, session)
                _ = try Self.audit(session, folder.resources)
                let anew = try Self.tables(session)
                #expect(anew["found_iur_01"] != nil)
                #expect(anew["found_iur_01"] != kept["found_iur_01"])
            }
        }
    }

    /// What their views and columns rest on could not be replaced.
    @Test func aNewerVersionOfTheSchemaRemovesThem() async throws {
        try await Self.withKept { session in
            try session.script("update patuh.function_file set sha256 = 'older' where name like 'law%'")
            let changes = try Schema(PatuhTemplates.resources).migrate(session)
            #expect(changes.functions.contains { $0.hasPrefix("law_ledger") })
            #expect(try Self.tables(session).isEmpty)
            _ = try Self.audit(session)
        }
    }

    /// Rows that were deleted take room; when it is much, the tables are made anew.
    @Test func tablesThatHaveGrownAreMadeAnew() async throws {
        try await Self.withKept { session in
            let kept = try Self.tables(session)
            try session.script(
                """
                insert into work.part select n, n from generate_series(1, 2000000) as n;
                delete from work.part
                """)
            _ = try Self.audit(session)
            #expect(try Self.tables(session)["part"] != kept["part"])
        }
    }
}
