import Postgres
import Register
import Rules
import TestSupport
import Testing

/// What differs between two runs, and what made the difference.
@Suite struct RunComparisonTests {
    private static let request = AuditRequest(asOf: PatuhTemplates.asOf)

    /// Rule, change, amounts and cause of what differs between runs 1 and 2.
    private static func compare(_ auditor: Auditor, _ session: Session) throws -> [String] {
        let office = try Office.find(nil, in: session)
        try RunComparison((1, 2), of: office, session).prepare(auditor, session)
        return try session.rows(
            "select concat_ws(' ', rule_code, change, before, '->', after, cause) as line from compared order by 1"
        ).map { try $0.get("line") }
    }

    @Test func newEvidenceIsADifferenceOfData() async throws {
        let auditor = Auditor(PatuhTemplates.resources)
        let lines = try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                try Evidence.importBase(session)
                try Evidence.bill("2026-09", 1_000_000, session)
                _ = try auditor.run(Self.request, session: session)
                try Evidence.payment("2026-10-20", 400_000, session)
                _ = try auditor.run(Self.request, session: session)
                return try Self.compare(auditor, session)
            }
        }
        #expect(lines == ["IUR-01 changed 1000000 -> 600000 data"])
    }

    @Test func aChangedRuleIsADifferenceOfLaw() async throws {
        let lines = try await RuleFolder.with { folder in
            // A rule that waives the first 100,000 rupiah of each month.
            try folder.edit(
                "IUR-01", "(sum(u.billed - u.paid) filter (where u.status = 'dalam_plafon_24'))::bigint as amount",
                "(sum(u.billed - u.paid - 100000) filter (where u.status = 'dalam_plafon_24'))::bigint as amount")
            let changed = Auditor(folder.resources)
            return try await TestDatabase.connected(PatuhTemplates.schema) { database in
                try await database.run { session in
                    try Evidence.importBase(session)
                    try Evidence.bill("2026-09", 1_000_000, session)
                    _ = try Auditor(PatuhTemplates.resources).run(Self.request, session: session)
                    _ = try changed.run(Self.request, session: session)
                    return try Self.compare(changed, session)
                }
            }
        }
        #expect(lines == ["IUR-01 changed 1000000 -> 900000 law"])
    }

    @Test func bothAreToldApartFindingByFinding() async throws {
        let lines = try await RuleFolder.with { folder in
            try folder.edit(
                "IUR-01", "(sum(u.billed - u.paid) filter (where u.status = 'dalam_plafon_24'))::bigint as amount",
                "(sum(u.billed - u.paid - 100000) filter (where u.status = 'dalam_plafon_24'))::bigint as amount")
            let changed = Auditor(folder.resources)
            return try await TestDatabase.connected(PatuhTemplates.schema) { database in
                try await database.run { session in
                    try Evidence.importBase(session)
                    try Evidence.bill("2026-09", 1_000_000, session)
                    _ = try Auditor(PatuhTemplates.resources).run(Self.request, session: session)
                    try Evidence.payment("2026-10-20", 400_000, session)
                    _ = try changed.run(Self.request, session: session)
                    return try Self.compare(changed, session)
                }
            }
        }
        #expect(lines == ["IUR-01 changed 1000000 -> 500000 several"])
    }

    @Test func withoutTheLawOfTheLaterRunNothingIsClaimed() async throws {
        let lines = try await RuleFolder.with { folder in
            try folder.edit("IUR-01", "-- title: Menunggak iuran", "-- title: Tunggakan iuran")
            let changed = Auditor(folder.resources)
            return try await TestDatabase.connected(PatuhTemplates.schema) { database in
                try await database.run { session in
                    try Evidence.importBase(session)
                    try Evidence.bill("2026-09", 1_000_000, session)
                    _ = try Auditor(PatuhTemplates.resources).run(Self.request, session: session)
                    _ = try changed.run(Self.request, session: session)
                    return try Self.compare(Auditor(PatuhTemplates.resources), session)
                }
            }
        }
        #expect(lines == ["IUR-01 changed 1000000 -> 1000000 unknown"])
    }

    @Test func aRunThatIsNotThereIsNamed() async throws {
        try await TestDatabase.connected(PatuhTemplates.audited) { database in
            let fault = await #expect(throws: Fault.self) {
                try await database.run { session in
                    _ = try RunComparison((1, 7), of: try Office.find(nil, in: session), session)
                }
            }
            #expect(fault?.code == .runUnknown)
        }
    }
}
