import Postgres
import TestSupport
import Testing

@testable import Register

@Suite struct ReloadTests {
    @Test func `a changed function file is created again`() async throws {
        let checkout = try Checkout()
        try checkout.replace("+ 5000", by: "+ 0", in: "functions/law_contribution.sql")
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let before: Int = try session.value("select law.share(50, 100)")
                let changes = try Schema(checkout.resources).migrate(session)
                let after: Int = try session.value("select law.share(50, 100)")
                #expect((before, after) == (1, 0))
                #expect(changes.functions == ["law_contribution"])
                #expect(changes.migrations.isEmpty && changes.datasets.isEmpty)
                let details: String = try session.value(
                    "select details::text from journal.entry order by entry_id desc limit 1")
                #expect(details == #"{"datasets": 0, "functions": 1, "migrations": 0}"#)
            }
        }
    }

    @Test func `a changed parameter is in force after the next migration, and nothing else is loaded again`()
        async throws
    {
        let checkout = try Checkout()
        try checkout.replace(
            "wage_cap,2020-01-01,,12000000", by: "wage_cap,2020-01-01,2026-07-01,12000000",
            in: "parameters/parameters.csv")
        try checkout.append(
            "wage_cap,2026-07-01,,15000000,rupiah,PERPRES-82-2018:32,inferred,2026-11-19,a test\n",
            to: "parameters/parameters.csv")
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let changes = try Schema(checkout.resources).migrate(session)
                #expect(changes.datasets == ["parameters/parameters"])
                #expect(changes.functions.isEmpty)
                func base(_ month: String) throws -> Int {
                    try session.value("select base from law.contribution(14000000, '61.71', \(month)::date)")
                }
                let bases = try [base("2026-06-01"), base("2026-07-01")]
                #expect(bases == [12_000_000, 14_000_000])
            }
        }
    }

    @Test func `cents of a minimum wage are cut, never rounded up`() async throws {
        // Surabaya's 4,200,479.19 became 4,200,479; .99 tells cutting from rounding.
        let checkout = try Checkout()
        let wages = try TemporaryFolder.read(PatuhTemplates.resources.sql + "/reference/umk_2026.csv")
        let surabaya = try #require(wages.split(whereSeparator: \.isNewline).first { $0.hasPrefix("35.78,") })
        var fields = surabaya.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        fields[3] = "4200479.99"
        try checkout.replace(String(surabaya), by: fields.joined(separator: ","), in: "reference/umk_2026.csv")
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let changes = try Schema(checkout.resources).migrate(session)
                #expect(changes.datasets == ["reference/umk_2026"])
                let floor: Int = try session.value("select law.wage_floor('35.78', '2026-01-01')")
                #expect(floor == 4_200_479)
            }
        }
    }

    @Test(
        arguments: [
            ("overlapping dates", "wage_cap,2025-01-01,,13000000,rupiah,PERPRES-82-2018:32,inferred,2026-11-19,"),
            ("an unknown citation", "new_figure,2025-01-01,,1,rupiah,NO-SUCH-LAW,inferred,2026-11-19,"),
            ("an unknown confidence", "new_figure,2025-01-01,,1,rupiah,PERPRES-82-2018:32,certain,2026-11-19,"),
        ])
    func `a parameter is refused with`(fault: String, row: String) async throws {
        let checkout = try Checkout()
        try checkout.append(row + "\n", to: "parameters/parameters.csv")
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let before: Int = try session.value("select count(*) from reference.parameter")
                #expect(throws: PostgresError.self, "\(fault)") { try Schema(checkout.resources).migrate(session) }
                let after: Int = try session.value("select count(*) from reference.parameter")
                #expect(before == after)
            }
        }
    }
}
