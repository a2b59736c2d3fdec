import FoundationEssentials
import Postgres
import Register
import TestSupport
import Testing

@testable import Rules

/// The worked examples against the functions, on a database.
@Suite struct WorkedExampleTests {
    private static func problems(_ resources: Resources, _ database: Database) async throws -> [String] {
        try await database.run { session in
            try LawVerification(resources).examples(session).map { problem in
                #expect(problem.check == "example" && problem.severity == .error)
                return "\(problem.path.dropFirst(resources.sql.count + 10)):\(problem.line) \(problem.message)"
            }
        }
    }

    @Test func theShippedExamplesComeOut() async throws {
        let tables = ExampleCheck(PatuhTemplates.resources).tables
        #expect(tables.contains("contribution") && tables.contains("refusals"))
        let problems = try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await Self.problems(PatuhTemplates.resources, database)
        }
        #expect(problems == [])
    }

    /// A file below `SQL/examples` with a replacement, and how the fault is told.
    struct Spoilt: Sendable, CustomTestStringConvertible {
        let file: String
        let old: String
        let new: String
        let told: String
        var testDescription: String { told }
    }

    static let spoilt = [
        Spoilt(
            file: "contribution.csv", old: "120000;0;600000\n6;", new: "120000;0;600001\n6;",
            told: "contribution.csv:6 total must be 600001, but comes out to 600000"),
        Spoilt(
            file: "contribution.csv", old: "4;wage exactly at the cap;12000000;61.71",
            new: "4;wage exactly at the cap;12000000;99.99",
            told: "contribution.csv:5 cannot be computed: No minimum wage of region 99.99 is known for 2026-01."),
        Spoilt(
            file: "contribution.csv", old: "4;wage exactly", new: "4;4;wage exactly",
            told: "contribution.csv:5 has not as many fields as headings"),
        Spoilt(
            file: "figures.csv", old: "due_day;2026-10-31;10", new: "due_day;2026-10-31;15",
            told: "figures.csv:18 value must be 15, but comes out to 10"),
        Spoilt(
            file: "refusals.csv", old: "select law.parameter('wage_cap', '2013-12-31')",
            new: "select law.parameter('wage_cap', '2014-12-31')",
            told: "refusals.csv:2 must be refused with PT001, but is not"),
        Spoilt(
            file: "refusals.csv", old: "'2013-12-31');PT001;No legal parameter \"wage_cap\"",
            new: "'2013-12-31');PT002;No legal parameter \"wage_cap\"",
            told: """
                refusals.csv:2 must be refused with PT002 No legal parameter "wage_cap" is in force on 2013-12-31., \
                but is with PT001 No legal parameter "wage_cap" is in force on 2013-12-31.
                """),
    ]

    @Test(arguments: spoilt)
    func anExampleThatDoesNotComeOutIsTold(_ spoilt: Spoilt) async throws {
        try await RuleFolder.with { folder in
            try folder.edit(file: "examples/\(spoilt.file)", spoilt.old, spoilt.new)
            let resources = folder.resources
            let problems = try await TestDatabase.connected(PatuhTemplates.schema) { database in
                try await Self.problems(resources, database)
            }
            #expect(problems == [spoilt.told])
        }
    }

    @Test func aTableNeedsItsStatementOrTheColumnsOfARefusal() async throws {
        try await RuleFolder.with { folder in
            try folder.write("a;b\n1;2\n", to: "examples/alone.csv")
            try folder.write("a;b\n1;2\n", to: "examples/none.csv")
            try folder.write("select 1 as b from example where false\n", to: "examples/none.sql")
            try folder.write("a;is;not;null\n1;true;false;\n", to: "examples/fine.csv")
            try folder.write(
                "select true as \"is\", false as \"not\", null::int as \"null\" from example\n", to: "examples/fine.sql"
            )
            try folder.write("a;b\n1;2\n", to: "examples/other.csv")
            try folder.write("select 2 as b, e.a::int + 2 as c from example as e\n", to: "examples/other.sql")
            let resources = folder.resources
            let problems = try await TestDatabase.connected(PatuhTemplates.schema) { database in
                try await Self.problems(resources, database)
            }
            #expect(
                problems == [
                    "alone.csv:2 needs a statement beside the table, or the columns statement, sqlstate and message",
                    "none.csv:2 needs one row of the statement, which returns 0",
                    "other.csv:2 has no column c, which other.sql computes",
                ])
        }
    }

    @Test func theLawOfTheFilesIsTriedAndNothingOfItStays() async throws {
        try await RuleFolder.with { folder in
            try folder.edit(file: "parameters/parameters.csv", "12000000", "13000000")
            try folder.edit(file: "functions/law_contribution.sql", "+ 5000", "+ 4999")
            let resources = folder.resources
            try await TestDatabase.connected(PatuhTemplates.schema) { database in
                let problems = try await Self.problems(resources, database)
                #expect(problems.contains { $0.contains("base must be 12000000, but comes out to 13000000") })
                let kept: [Int64] = try await database.run { session in
                    try [
                        session.value("select law.parameter('wage_cap', '2026-01-01')"),
                        session.value("select law.share(50, 100)"),
                        session.value("select count(*) from journal.entry where act = 'db.migrate'"),
                    ]
                }
                #expect(kept == [12_000_000, 1, 1])
            }
        }
    }
}
