import Postgres
import TestSupport
import Testing

@testable import Register

@Suite struct ContributionTests {
    @Test func `the worked examples come out to the rupiah`() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                for example in Scenarios.table("law/contribution.csv") {
                    let computed = try contribution(example, session)
                    let expected = try ["base", "employer", "worker", "extra", "total"].map(example.number)
                    #expect(computed == expected, "\(example.text)")
                }
            }
        }
    }

    @Test func `under-reporting is the difference of two contributions`() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let reported = try Self.example("14a", session)
                let paid = try Self.example("14b", session)
                let gap = zip(paid, reported).map(-)
                #expect(gap[0] == 4_194_780)
                #expect(gap[4] == 209_739)
                #expect(gap[4] * 12 == 2_516_868)
            }
        }
    }

    @Test func `fifteen missing workers are fifteen times one`() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let totals = try session.row(
                    """
                    select sum(c.employer_share) as employer, sum(c.worker_share) as worker, sum(c.total) as total
                    from generate_series(1, 15)
                    cross join lateral law.contribution(3205220, '61.71', '2026-01-01') as c
                    """)
                let sums: [Int64] = try ["employer", "worker", "total"].map { try totals.get($0) }
                #expect(sums == [1_923_135, 480_780, 2_403_915])
            }
        }
    }

    private static func example(_ number: String, _ session: Session) throws -> [Int64] {
        let rows = try Scenarios.table("law/contribution.csv").filter { try $0["number"] == number }
        return try contribution(#require(rows.first), session)
    }
}

/// Base, employer share, worker share, extra share and total of a row of `law/contribution.csv`.
private func contribution(_ example: ScenarioRow, _ session: Session) throws -> [Int64] {
    // "3000000+1200000" is basic wage + fixed allowance.
    let parts = try example["wage"].split(separator: "+").map { try #require(Int64($0)) }
    let row = try session.row(
        """
        select c.*
        from law.contribution(
            law.contribution_wage(\(parts[0]), \(parts.count > 1 ? parts[1] : 0)),
            \(try example["region"]), (\(try example["month"])::text || '-01')::date,
            \(try example.number("extra_family"))::integer) as c
        """)
    return try ["base", "employer_share", "worker_share", "extra_share", "total"].map { try row.get($0) }
}
