import Postgres
import Register
import Rules
import TestSupport
import Testing

/// What differs between two runs, and what made the difference.
@Suite struct RunComparisonTests {
    private static let request = AuditRequest(asOf: PatuhTemplates.asOf)

    /// Rule, change, amounts and cause of what differs between runs 1 and 2.
    private static func compare(
        _ auditor: Auditor, _ session: Session, columns: String = "rule_code, change, before, '->', after, cause"
    ) throws -> [String] {
        let office = try Office.find(nil, in: session)
        try RunComparison((1, 2), of: office, session).prepare(auditor, session)
        return try session.rows(
            "select concat_ws(' ', \(unescaped: columns)) as line from compared order by 1"
        ).map { try $0.get("line") }
    }

    /// What differs after a bill of a million and a second run, by a rule file edited in between.
    ///
    /// 400,000 rupiah come in as well where a payment is asked for; without the law the comparison has that of the first
    /// run alone.
    private static func differences(
        edit: (from: String, to: String)? = nil, payment: Bool = false, hasLaw: Bool = true
    ) async throws -> [String] {
        try await RuleFolder.with { folder in
            if let edit { try folder.edit("IUR-01", edit.from, edit.to) }
            let (first, second) = (Auditor(PatuhTemplates.resources), Auditor(folder.resources))
            return try await TestDatabase.connected(PatuhTemplates.schema) { database in
                try await database.run { session in
                    try Evidence.importBase(session)
                    try Evidence.bill("2026-09", 1_000_000, session)
                    _ = try first.run(request, session: session)
                    if payment { try Evidence.payment("2026-10-20", 400_000, session) }
                    _ = try second.run(request, session: session)
                    return try compare(hasLaw ? second : first, session)
                }
            }
        }
    }

    /// A rule that waives the first 100,000 rupiah of each month.
    private static let waiving = (
        from: "(sum(u.billed - u.paid) filter (where u.status = 'dalam_plafon_24'))::bigint as amount",
        to: "(sum(u.billed - u.paid - 100000) filter (where u.status = 'dalam_plafon_24'))::bigint as amount"
    )

    @Test func newEvidenceIsADifferenceOfData() async throws {
        #expect(try await Self.differences(payment: true) == ["IUR-01 changed 1000000 -> 600000 data"])
    }

    @Test func equalAmountsAreSaidToDifferInSomethingElse() async throws {
        let lines = try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let auditor = Auditor(PatuhTemplates.resources)
                try Evidence.importBase(session)
                try Evidence.bill("2026-09", 1_000_000, session)
                _ = try auditor.run(Self.request, session: session)
                // Paid in full, and billed again: the same sum of other months.
                try Evidence.payment("2026-10-20", 1_000_000, session)
                try Evidence.bill("2026-08", 1_000_000, session)
                _ = try auditor.run(Self.request, session: session)
                return try Self.compare(auditor, session, columns: "before = after, what_differs")
            }
        }
        #expect(lines == ["t evidence.last_paid_on"])
    }

    @Test func aChangedRuleIsADifferenceOfLaw() async throws {
        #expect(try await Self.differences(edit: Self.waiving) == ["IUR-01 changed 1000000 -> 900000 law"])
    }

    @Test func bothAreToldApartFindingByFinding() async throws {
        let lines = try await Self.differences(edit: Self.waiving, payment: true)
        #expect(lines == ["IUR-01 changed 1000000 -> 500000 several"])
    }

    @Test func withoutTheLawOfTheLaterRunNothingIsClaimed() async throws {
        let title = (from: "-- title: Menunggak iuran", to: "-- title: Tunggakan iuran")
        let lines = try await Self.differences(edit: title, hasLaw: false)
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
