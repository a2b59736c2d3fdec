import Postgres
import Register
import TestSupport
import Testing

@testable import Rules

/// What the text of a statement asks of the dated law.
@Suite struct LawNeedsTests {
    private static let names: [LawTable: Set<String>] = [
        .parameters: ["wage_cap", "due_day"], .deadlines: ["TEGURAN_1"], .settings: ["roster_max_age_months"],
    ]

    private static func needs(_ text: String, rule: String = "") -> LawNeeds {
        LawNeeds(
            statements: [SourceText(name: "s", path: "s.sql", text: text)],
            rules: [SourceText(name: "TST-01", path: "TST-01.sql", text: rule)], names: names)
    }

    private static func named(_ needs: [LawNeed]) -> [String] {
        needs.map { "\($0.table.noun) \($0.name) \($0.path):\($0.line)" }
    }

    @Test func aCallAsksByName() {
        let needs = Self.needs(
            """
            create function a.b() returns bigint
            return law.parameter('late_fine', x) + law.setting( 'visit_hour', y);
            select * from law.deadline('NOTA_9', z)
            """)
        #expect(
            Self.named(needs.all) == [
                "parameter late_fine s.sql:2", "setting visit_hour s.sql:2", "deadline NOTA_9 s.sql:3",
            ])
    }

    @Test func aReasonNamesItsParameterOrDeadline() {
        let needs = Self.needs(
            "case when x then 'no_parameter:wage_cap' else 'amount:no_parameter:TEGURAN_1' end, 'no_parameter:fine'")
        #expect(
            Self.named(needs.all) == [
                "parameter wage_cap s.sql:1", "deadline TEGURAN_1 s.sql:1", "parameter fine s.sql:1",
            ])
    }

    @Test func aKnownNameInQuotesCountsWhereItsTableIsRead() {
        let needs = Self.needs(
            """
            create view a.b as select * from reference.parameter as p where p.name = 'wage_cap' or p.name = 'else'
            create view a.c as select 'due_day' as word
            """)
        #expect(Self.named(needs.all) == ["parameter wage_cap s.sql:1"])
    }

    @Test func aCommentAsksForNothing() {
        #expect(Self.needs("select 1 -- law.parameter('wage_cap', x)").all.isEmpty)
    }

    @Test func aRuleRestsOnWhatItsTablesAndTheirFunctionsAskFor() {
        let needs = Self.needs(
            """
            create unlogged table work.one as
            select law.two(1)
            create or replace function law.two(x int) returns int
            return law.parameter('wage_cap', y);
            create or replace function law.three(x int) returns int
            return law.setting('visit_hour', y);
            """, rule: "-- reads: one\nselect * from work.one where law.deadline('TEGURAN_1', d)")
        #expect(
            Self.named(needs.of(rule: "TST-01")) == [
                "deadline TEGURAN_1 TST-01.sql:2", "parameter wage_cap s.sql:4",
            ])
        #expect(needs.of(rule: "TST-02").isEmpty)
    }

    @Test func theShippedRulesRestOnTheTariff() throws {
        let book = try LawBook(PatuhTemplates.resources)
        for rule in ["DAT-01", "DAT-02", "REG-01", "REG-02"] {
            let missing = ["wage_cap", "employer_rate", "worker_rate", "wage_floor_applies"].filter { name in
                !book.needs.of(rule: rule).contains { $0.name == name }
            }
            #expect(missing == [], "\(rule)")
        }
        #expect(book.needs.of(rule: "REG-01").contains { $0.name == "employer_list_max_age_months" })
    }
}
