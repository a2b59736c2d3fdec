import Inspections
import Postgres
import Register
import Rules
import TestSupport
import Testing

/// What findings, and what people have decided about them, give an employer in the plan.
@Suite struct PlanScoreTests {
    /// Data to be corrected (OPS-01) is no breach: nobody is visited for it alone, and it moves no score.
    @Test func aCorrectionOfDataIsNoReasonForAVisit() async throws {
        try await TestDatabase.connected(PatuhTemplates.audited) { database in
            try await database.run { session in
                let before = try SamplePlan.make(session, dryRun: true).result
                try session.execute(
                    """
                    with found as (
                        insert into audit.finding (business_id, first_run, office_id, rule_code)
                        select b.business_id, 1, o.office_id, 'OPS-01'
                        from register.office as o
                        inner join register.business_profile as b using (office_id)
                        where o.kind = 'bpjs_branch'
                            and exists (
                                select from register.office_region as r
                                where r.office_id = o.office_id and r.region_code = left(b.region_code, 5)
                            )
                        returning *
                    )

                    insert into audit.finding_version (
                        business_id, finding_id, from_run, since, rule_version_id, office_id, strength, sha256, evidence,
                        money, sources)
                    select f.business_id, f.finding_id, 1, '2020-01-01', v.rule_version_id, f.office_id, 'established', '',
                        '{}', '[]', '[]'
                    from found as f inner join audit.rule_version as v on v.code = f.rule_code
                    """)
                let after = try SamplePlan.make(session, dryRun: true).result
                #expect(after.visits == before.visits)
                let new = after.omissions.filter { omission in
                    !before.omissions.contains { $0.candidate.business == omission.candidate.business }
                }
                #expect(!new.isEmpty)
                #expect(new.allSatisfy { $0.reason == .correctionOnly && $0.candidate.score == 0 })
            }
        }
    }

    /// An objection to everything that was found changes nothing in the plan.
    @Test func whatIsContestedIsInspected() async throws {
        try await TestDatabase.connected(PatuhTemplates.audited) { database in
            try await database.run { session in
                let before = try SamplePlan.make(session, dryRun: true).result
                let decided = try Self.decide(.contested, "true", session)
                let after = try SamplePlan.make(session).result
                #expect(after == before)
                let parts = try Self.parts(["contested", "findings", "set_aside"], session)
                #expect(parts == ["contested": decided, "findings": decided, "set_aside": 0])
            }
        }
    }

    /// Arrears of 75,150,550 rupiah waived; or the data of 19 workers corrected, at 25 points each.
    @Test(arguments: [
        (
            FindingVerdict.waived, "IUR-01",
            ["findings": 1, "arrears": 75_150_550, "monthly": 0, "uncovered_workers": 0, "worker_points": 0]
        ),
        (
            .dataCorrected, "REG-02",
            ["findings": 19, "arrears": 0, "monthly": 4_312_000, "uncovered_workers": 19, "worker_points": 19 * 25]
        ),
    ])
    func whatIsWaivedOrCorrectedGivesNoPoints(verdict: FindingVerdict, rule: String, lost: [String: Int]) async throws {
        try await TestDatabase.connected(PatuhTemplates.audited) { database in
            try await database.run { session in
                let keys = Array(lost.keys) + ["set_aside"]
                _ = try SamplePlan.make(session)
                let before = try Self.parts(keys, session)
                let decided = try Self.decide(verdict, "f.rule_code = '\(rule)'", session)
                _ = try SamplePlan.make(session)
                let after = try Self.parts(keys, session)
                for (key, value) in lost {
                    #expect((before[key] ?? 0) - (after[key] ?? 0) == value, "\(key)")
                }
                #expect(after["set_aside"] == decided)
            }
        }
    }

    @Test func anEmployerOfWhomNothingIsPursuedIsLeftOutWithThatReason() async throws {
        try await TestDatabase.connected(PatuhTemplates.audited) { database in
            try await database.run { session in
                let before = try SamplePlan.make(session, dryRun: true).result
                _ = try Self.decide(.waived, "f.rule_code = 'IUR-01'", session)
                _ = try Self.decide(.dataCorrected, "f.rule_code <> 'IUR-01'", session)
                let after = try SamplePlan.make(session).result
                let business: Int = try session.value(
                    "select business_id from register.business_profile where code = \(Self.employer)")
                let omission = try #require(after.omissions.first { $0.candidate.business == business })
                #expect(omission.reason == .setAside)
                #expect(omission.candidate.score == 0)
                #expect(
                    after.visits.count + after.omissions.count == before.visits.count + before.omissions.count)
                // What was decided is overruled: it is inspected again.
                _ = try Self.decide(.upheld, "f.rule_code = 'IUR-01'", session)
                let again = try SamplePlan.make(session).result
                #expect(again.visits.contains { $0.candidate.business == business })
            }
        }
    }

    /// An employer with arrears and workers who are not registered.
    private static let employer = "01483995"

    /// Decides about its findings, and returns how many they are.
    private static func decide(_ verdict: FindingVerdict, _ condition: String, _ session: Session) throws -> Int {
        let codes = try session.rows(
            """
            select audit.finding_code(f.finding_id) as code
            from register.office as o
            cross join lateral audit.findings_at(o.office_id, audit.last_run(o.office_id)) as f
            inner join register.business_profile as b using (business_id)
            where b.code = \(employer) and \(unescaped: condition)
            """
        ).map { try $0.get("code", as: String.self) }
        return try FindingDecision.record(
            verdict, codes, office: try Office.find(nil, in: session), reason: "a case", session: session
        ).count
    }

    /// Parts of its score in the newest plan.
    private static func parts(_ keys: [String], _ session: Session) throws -> [String: Int] {
        let rows = try session.rows(
            """
            select p.key, p.value::bigint as value
            from inspection.visit as v
            inner join register.business_profile as b using (business_id)
            cross join lateral jsonb_each_text(v.parts) as p
            where b.code = \(employer) and v.plan_id = (select max(plan_id) from inspection.plan)
                and p.key = any(\(keys)::text[])
            """)
        return try Dictionary(uniqueKeysWithValues: rows.map { (try $0.get("key"), try $0.get("value")) })
    }

    @Test func theScoreOfAVisitIsTheSumOfItsParts() async throws {
        try await TestDatabase.connected(PatuhTemplates.audited) { database in
            try await database.run { session in
                _ = try SamplePlan.make(session)
                let wrong: Int = try session.value(
                    """
                    select count(*) from inspection.visit
                    where score <> (parts ->> 'money_points')::bigint + (parts ->> 'worker_points')::bigint
                            + (parts ->> 'age_points')::bigint
                        or (parts ->> 'money_points')::bigint 
                            <> ((parts ->> 'arrears')::bigint + (parts ->> 'monthly')::bigint) * 10 / 1000000
                        or (parts ->> 'worker_points')::bigint <> (parts ->> 'uncovered_workers')::bigint * 25
                        or (parts ->> 'age_points')::bigint <> (parts ->> 'months_open')::bigint * 5
                    """)
                #expect(wrong == 0)
            }
        }
    }
}
