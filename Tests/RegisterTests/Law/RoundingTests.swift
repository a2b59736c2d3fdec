import Postgres
import TestSupport
import Testing

@Suite struct RoundingTests {
    /// Half up to whole rupiah, by exact integers.
    private static func share(_ base: Int64, _ basisPoints: Int64) -> Int64 {
        let (whole, rest) = (Int128(base) * Int128(basisPoints)).quotientAndRemainder(dividingBy: 10_000)
        return Int64(rest >= 5_000 ? whole + 1 : whole)
    }

    @Test func `every share of random bases is rounded half up`() async throws {
        let bases = (0..<2_000).map { _ in Int64.random(in: 0...12_000_000) } + (0...200).map { Int64($0) }
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                for extra in 0...3 {
                    for (employer, worker) in [(400, 100), (400, 50)] as [(Int64, Int64)] {
                        let rows = try session.rows(
                            """
                            select b.base, c.*
                            from unnest(\(bases)::bigint[]) as b (base)
                            cross join lateral law.contribution_on_base(
                                b.base, \(employer), \(worker), 100, \(extra)) as c
                            """)
                        #expect(rows.count == bases.count)
                        for row in rows {
                            let base: Int64 = try row.get("base")
                            let expected = [
                                Self.share(base, employer), Self.share(base, worker),
                                Self.share(base, 100 * Int64(extra)),
                            ]
                            let shares: [Int64] = try ["employer_share", "worker_share", "extra_share"].map {
                                try row.get($0)
                            }
                            let total: Int64 = try row.get("total")
                            try #require(shares == expected, "base \(base), \(extra) extra")
                            try #require(total == expected.reduce(0, +), "base \(base), \(extra) extra")
                        }
                    }
                }
            }
        }
    }

    @Test(
        arguments: [
            (49, 100, 0), (50, 100, 1), (149, 100, 1), (150, 100, 2), (99, 50, 0), (100, 50, 1), (12, 400, 0),
            (13, 400, 1), (0, 400, 0),
        ] as [(Int64, Int64, Int64)])
    func `half a rupiah goes up and less goes down`(base: Int64, rate: Int64, share: Int64) async throws {
        #expect(Self.share(base, rate) == share)
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            let computed: Int64 = try await database.run { try $0.value("select law.share(\(base), \(rate))") }
            #expect(computed == share)
        }
    }

    @Test func `a base lies between floor and cap`() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                for _ in 0..<200 {
                    let wage = Int64.random(in: 0...30_000_000)
                    let base: Int64 = try session.value(
                        "select base from law.contribution(\(wage), '61.71', '2026-05-01')")
                    #expect(base == min(max(wage, 3_205_220), 12_000_000), "wage \(wage)")
                }
            }
        }
    }
}
