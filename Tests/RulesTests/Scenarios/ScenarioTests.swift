import Postgres
import Register
import Inspections
import Rules
import TestSupport
import Testing

/// Every case of `Tests/Scenarios`, imported and audited on a real database.
@Suite struct ScenarioTests {
    static let cases = Scenario.cases(in: PatuhTemplates.resources.scenarios, base: nil)

    @Test func thereAreCasesForEveryRule() throws {
        let rules = try RuleSet(PatuhTemplates.resources).rules.map(\.header.code)
        #expect(Set(Self.cases.map(\.rule)) == Set(rules))
        #expect(Self.cases.count >= 40)
    }

    @Test(arguments: cases)
    func findingsAreExactlyTheExpectedOnes(_ scenario: Scenario) async throws {
        let result = try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run {
                try ScenarioRunner(PatuhTemplates.resources, events: [.summonses]).run(scenario, session: $0)
            }
        }
        #expect(result.flaws == [])
        #expect(result.findings.missing == [], "expected, but not found")
        #expect(result.findings.unexpected == [], "found, but not expected")
        #expect(result.money.missing == [], "lines of the arithmetic expected, but not found")
        #expect(result.money.unexpected == [], "lines of the arithmetic found, but not expected")
        #expect(result.notJudged.missing == [], "expected not to be judged")
        #expect(result.notJudged.unexpected == [], "not judged, but not expected")
    }
}
