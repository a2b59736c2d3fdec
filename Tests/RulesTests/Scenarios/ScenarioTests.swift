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
        let columns = try scenario.columns()
        let expectedNotJudged = try scenario.table("not-judged.csv") ?? []
        let asOf = try #require(try scenario.asOf())
        let (findings, notJudged) = try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                for (kind, path) in scenario.evidence { try Evidence.importFile(kind, path, session) }
                try Self.decide(try scenario.table("decisions.csv") ?? [], session)
                _ = try Auditor(PatuhTemplates.resources).run(AuditRequest(asOf: asOf), session: session)
                return (try Self.findings(columns, session), try Self.notJudged(of: scenario.rule, session))
            }
        }
        #expect(findings == expected)
        #expect(notJudged == expectedNotJudged)
    }

    /// What people have decided about businesses: `number,other number,verdict`.
    private static func decide(_ lines: [Scenario.Line], _ session: Session) throws {
        let office = try Office.find(nil, in: session)
        for fields in lines.map({ $0.split(separator: ",").map(String.init) }) {
            let verdict = try #require(MatchVerdict(rawValue: fields[2]))
            _ = try BusinessMatch.decide(
                verdict, (fields[0], fields[1]), office: office, reason: "a case", session: session)
        }
    }

    /// Columns of their own are those of every finding; others are evidence.
    private static let own = ["rule", "business", "nik", "amount", "strength"]

    private static func findings(_ columns: [String], _ session: Session) throws -> [Scenario.Line] {
        let evidence = columns.filter { !own.contains($0) }
            .map { "coalesce(f.evidence ->> '\($0)', '') as \"\($0)\"," }
        return try session.rows(
            """
            select f.rule_code as rule, b.code as business, coalesce(p.nik::text, '') as nik,
                \(unescaped: evidence.joined(separator: " "))
                coalesce(f.amount::text, '') as amount, f.strength
            from register.office as o
            cross join lateral audit.findings_at(o.office_id, audit.last_run(o.office_id)) as f
            inner join register.business_profile as b using (business_id)
            left join register.person as p using (person_id)
            """
        ).map { row in try columns.map { try row.get($0, as: String.self) }.joined(separator: ",") }.sorted()
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
