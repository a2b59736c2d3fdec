import Postgres
import Register
import Rules
import TestSupport
import Testing

/// A rule with its articles and the law of a day.
@Suite struct RuleBasisTests {
    private static func day(_ iso: String) throws -> CalendarDate { try #require(CalendarDate(iso: iso)) }

    @Test(arguments: [("2016-03-31", "4725000"), ("2016-04-01", "8000000"), ("2026-10-31", "12000000")])
    func theFiguresAreThoseOfTheDay(_ iso: String, _ cap: String) throws {
        let basis = try RuleBasis("REG-02", asOf: try Self.day(iso), resources: PatuhTemplates.resources)
        #expect(basis.citations.map(\.name) == basis.rule.header.cites)
        #expect(basis.figures.first { $0.name == "wage_cap" }?.row?["value"] == cap)
    }

    @Test func beforeTheLawNothingIsInForce() throws {
        let basis = try RuleBasis("REG-02", asOf: try Self.day("2013-12-31"), resources: PatuhTemplates.resources)
        #expect(!basis.figures.isEmpty)
        #expect(basis.figures.allSatisfy { $0.row == nil })
    }

    @Test func anUnknownRuleIsRefusedWithTheOnesThereAre() throws {
        let day = try Self.day("2026-10-31")
        let fault = #expect(throws: Fault.self) {
            try RuleBasis("REG-99", asOf: day, resources: PatuhTemplates.resources)
        }
        #expect(fault?.code == .ruleUnknown)
        #expect(fault?.hint?.contains("REG-02") == true)
    }
}
