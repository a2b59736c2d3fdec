import FoundationEssentials
import Postgres
import Register
import Rules
import TestSupport
import Testing

/// Every case of `Tests/Scenarios`, imported and audited on a real database.
@Suite struct ScenarioTests {
    @Test func thereAreCasesForEveryRule() throws {
        let rules = try RuleSet(PatuhTemplates.resources).rules.map(\.header.code)
        #expect(Set(Scenario.all.map(\.rule)) == Set(rules))
        #expect(Scenario.all.count >= 40)
    }

    @Test(arguments: Scenario.all)
    func findingsAreExactlyTheExpectedOnes(_ scenario: Scenario) async throws {
        #expect(scenario.strays.isEmpty)
        #expect(try scenario.about().contains("Pasal"), "about.txt names the article")
        let expected = try #require(try scenario.table("expected.csv"))
        let expectedNotJudged = try scenario.table("not-judged.csv") ?? []
        let asOf = try #require(try scenario.asOf())
        let (findings, notJudged) = try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                for (kind, path) in scenario.evidence { try Evidence.importFile(kind, path, session) }
                _ = try Auditor(PatuhTemplates.resources).run(AuditRequest(asOf: asOf), session: session)
                return (try Self.findings(session), try Self.notJudged(of: scenario.rule, session))
            }
        }
        #expect(findings == expected)
        #expect(notJudged == expectedNotJudged)
    }

    private static func findings(_ session: Session) throws -> [Scenario.Line] {
        try session.rows(
            """
            select concat_ws(',', f.rule_code, b.code, coalesce(p.nik::text, ''), coalesce(f.evidence ->> 'months', ''),
                coalesce(f.amount::text, '')) as line
            from register.office as o
            cross join lateral audit.findings_at(o.office_id, audit.last_run(o.office_id)) as f
            inner join register.business_profile as b using (business_id)
            left join register.person as p using (person_id)
            """
        ).map { try $0.get("line", as: String.self) }.sorted()
    }

    private static func notJudged(of rule: String, _ session: Session) throws -> [Scenario.Line] {
        try session.rows(
            """
            select concat_ws(',', v.code, n.reason, sum(n.subjects)) as line
            from audit.not_judged as n
            inner join audit.rule_version as v using (rule_version_id)
            where v.code = \(rule)
            group by v.code, n.reason
            """
        ).map { try $0.get("line", as: String.self) }.sorted()
    }
}
