import Postgres
import Register
import Rules
import TestSupport
import Testing

@testable import Reporting

/// The ledger of an employer's page and the rule on arrears say the same of every month.
@Suite struct LedgerTests {
    /// What the page says of the months of a scenario, the oldest first, and what it adds up as unpaid.
    struct Case: Sendable, CustomTestStringConvertible {
        let scenario: String
        let states: [String]
        let unpaid: Int64
        var testDescription: String { scenario }
    }

    static let cases = [
        Case(scenario: "IUR-01/running-month", states: ["current"], unpaid: 1_000_000),
        Case(
            scenario: "IUR-01/payments-known-to-september", states: ["arrears", "not_known", "current"],
            unpaid: 1_000_000),
        Case(scenario: "IUR-01/no-payment-list", states: ["not_known", "not_known", "current"], unpaid: 0),
        Case(scenario: "IUR-01/one-rupiah-short", states: ["settled", "settled"], unpaid: 0),
        Case(scenario: "IUR-01/rounded-every-month", states: ["settled", "settled", "settled"], unpaid: 0),
        Case(
            scenario: "OPS-01/closed-and-billed", states: ["after_closing", "after_closing", "after_closing"], unpaid: 0
        ),
        Case(
            scenario: "OPS-01/closed-for-the-labour-office",
            states: ["closed_elsewhere", "closed_elsewhere", "current"],
            unpaid: 1_000_000),
        Case(
            scenario: "OPS-01/closed-on-the-spot", states: ["arrears", "closed_elsewhere", "current"], unpaid: 2_000_000
        ),
    ]

    private static let scenarios = PatuhTemplates.resources.scenarios

    @Test(arguments: cases)
    func everyMonthHasItsState(_ line: Case) async throws {
        let (ledger, finding) = try await Self.ledger(of: line.scenario)
        #expect(try Self.months(of: ledger).map(\.state) == line.states)
        #expect(try Self.months(of: ledger).compactMap(\.unpaid).reduce(0, +) == line.unpaid)
        #expect(try Self.inArrears(ledger) == finding)
    }

    @Test(arguments: [
        "IUR-01/before-the-ceiling", "IUR-01/beyond-paid-in-part", "IUR-01/payment-after-as-of", "IUR-01/thirty-months",
        "OPS-01/closing-yet-to-come", "OPS-01/opened-again-and-closed",
    ])
    func theMonthsInArrearsAreThoseOfTheFinding(_ scenario: String) async throws {
        let (ledger, finding) = try await Self.ledger(of: scenario)
        #expect(try Self.inArrears(ledger) == finding)
        #expect(!finding.isEmpty)
    }

    private struct Month {
        let day: String
        let unpaid: Int64?
        let state: String
    }

    private static func months(of ledger: Section) throws -> [Month] {
        let places = try ["month", "unpaid", "bill_status"].map { key in
            try #require(ledger.columns.firstIndex { $0.key == key })
        }
        return try ledger.rows.map { row in
            guard case .month(let day) = row[places[0]], case .word(let state, _) = row[places[2]] else {
                throw NoMonth(row: row)
            }
            guard case .money(let unpaid) = row[places[1]] else { return Month(day: day, unpaid: nil, state: state) }
            return Month(day: day, unpaid: unpaid, state: state)
        }
    }

    private struct NoMonth: Error {
        let row: [Cell]
    }

    /// Month, what is short, and whether it is beyond the ceiling.
    private static func inArrears(_ ledger: Section) throws -> [String] {
        try months(of: ledger).filter { ["arrears", "di_luar_plafon_24"].contains($0.state) }
            .map { "\($0.day) \($0.unpaid ?? 0) \($0.state == "di_luar_plafon_24")" }
    }

    /// The ledger of the base employer after the audit of a scenario, and the months of its finding of arrears.
    private static func ledger(of scenario: String) async throws -> (section: Section, finding: [String]) {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let example = try #require(
                    Scenario.cases(in: "\(scenarios)/\(scenario)", base: "\(scenarios)/base").first)
                _ = try ScenarioRunner(PatuhTemplates.resources).run(example, session: session)
                let office = try Office.find(nil, in: session)
                let employer = try Business.find("01000001", of: office, in: session)
                let report = try ReportBuilder(PatuhTemplates.resources, catalogue: try Samples.catalogue())
                    .build("employer", scope: ReportScope(office: office, business: employer), session: session)
                let finding = try session.rows(
                    """
                    select concat_ws(' ', m ->> 'month', m ->> 'short',
                        (coalesce(m ->> 'status', '') = 'di_luar_plafon_24')::text) as line
                    from audit.findings_at(\(office.id)::smallint, audit.last_run(\(office.id)::smallint)) as f
                    cross join lateral jsonb_array_elements(f.money) as m
                    where f.business_id = \(employer) and f.rule_code = 'IUR-01'
                    order by m ->> 'month'
                    """
                ).map { try $0.get("line", as: String.self) }
                return (try #require(report.sections.first { $0.key == "ledger" }), finding)
            }
        }
    }
}
