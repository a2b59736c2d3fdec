import TestSupport
import Testing

/// One employer from the field: added, changed, matched, closed, each step as a user would see it.
@Suite struct EntryCommandTests {
    @Test func `an employer found in the field is audited until somebody says who it is`() async throws {
        try await TestDatabase.with(PatuhTemplates.audited) { test in
            let tool = Tool(test)
            func run(_ line: String) async throws -> (out: String, err: String) {
                let outcome = try await tool.run(line.split(separator: " ").map(String.init))
                try #require(outcome.exit == 0, "\(line): \(outcome.err)")
                #expect(SampleBranch.niks(in: outcome.out + outcome.err) == [])
                return (outcome.out, outcome.err)
            }
            let audit = "audit run --as-of 2026-10-31 --lang en"
            let added = try await run(
                "business add --name Laut-Biru --address Jl.Contoh --region 61.71.03 --workers 12 --on 2026-10-20 --source visit"
            )
            let code = try #require(added.err.firstMatch(of: #/Employer (L-\d{6})/#)).output.1
            #expect(added.err.contains("Taken back with: patuh import undo"))
            #expect(try await run(audit).out.contains("1 new"))
            #expect(try await run("business list --search laut-biru --format csv").out.contains(code))
            let changed = try await run("business change \(code) --workers 20 --on 2026-10-25 --source phone")
            #expect(changed.err.contains("Changes: 1 employer changed, 1 new headcount"))
            #expect(try await run(audit).out.contains("1 changed"))
            _ = try await run("business change \(code) --workers 7 --on 2026-10-25 --source letter")
            let smaller = try await run("business list --search laut-biru --format csv").out
            #expect(smaller.contains(",true,7,"), "what is said anew of a day counts, also when it is less: \(smaller)")
            _ = try await run("business match accept \(code) 01299709 --reason owner-said-so")
            #expect(try await run(audit).out.contains("1 resolved"))
            let decided = try await run("business match list --lang en")
            #expect(decided.out.contains("one and the same") && decided.out.contains("owner-said-so"))
            let pair = try await run("business match list --format csv --section decided --lang en").out
            #expect(pair.contains("\(code),01299709,"), "each of the two by its own number: \(pair)")
            let rejected = try await run("business match reject \(code) 01299709 --reason another-owner")
            #expect(rejected.err.contains("two employers"))
            #expect(try await run(audit).out.contains("1 reopened"))
            _ = try await run("business close \(code) --on 2026-10-28 --source visit")
            #expect(try await run(audit).out.contains("1 resolved"))
        }
    }

    @Test func `what comes late is said to be outdated, and what is known leaves nothing`() async throws {
        try await TestDatabase.with(PatuhTemplates.audited) { test in
            let tool = Tool(test)
            func run(_ line: String) async throws -> Tool.Outcome {
                try await tool.run(line.split(separator: " ").map(String.init))
            }
            let status = try await run("status").out
            #expect(!status.contains("come since"))
            let absences = try await tool.run(
                "import", "absences", "-", input: Tool.text(SampleBranch.folder + "/absensi_petugas.csv") + "\n")
            try #require(absences.exit == 0, "\(absences.err)")
            #expect(try await !run("status").out.contains("come since"), "no audit reads who is on leave")
            let added = try await run(
                "business add --name Laut-Biru --address Jl.Contoh --region 61.71.03 --workers 12 --on 2026-10-20 --source visit"
            )
            let code = try #require(added.err.firstMatch(of: #/Employer (L-\d{6})/#)).output.1
            #expect(try await run("status").out.contains("            1 batch has come since; audit again"))
            let later = try await run("business change \(code) -n --workers 20 --on 2026-10-20 --source phone")
            #expect(!later.err.contains("Warning"))
            for line in ["change \(code) --workers 20 --on 2026-10-19", "close \(code) --on 2026-10-19"] {
                let earlier = try await run("business \(line) -n --source phone")
                #expect(earlier.err.contains("2026-10-20 is newer than 2026-10-19"), "\(earlier.err)")
            }
            let before = try await TableCounts.of(test)
            let again = try await run("business change \(code) --workers 12 --on 2026-10-20 --source another")
            #expect(again.exit == 1 && again.err.contains("E-ENT-002"), "\(again.err)")
            #expect(TableCounts.differences(try await TableCounts.of(test), before) == [])
        }
    }

    @Test(arguments: [
        ("business add --name A --address B --region 61.99 --source visit", Int32(6), "E-ENT-001"),
        ("business change 99999999 --workers 3 --source phone", 4, "E-BUS-001"),
        ("business change 01299709 --source phone", 64, "Say what has changed."),
        (
            "payment record --employer 01299709 --amount nol --on 2026-10-30 --bank BRI --reference 1 --source s", 6,
            "E-ENT-001"
        ),
        ("worker match accept P-000001 P-000002 --reason alike", 4, "E-WRK-001"),
        ("business match accept 01299709 01299709 --reason same", 1, "E-BUS-003"),
    ])
    func `what cannot be recorded says why`(line: String, exit: Int32, code: String) async throws {
        try await TestDatabase.with(PatuhTemplates.audited) { test in
            let before = try await TableCounts.of(test)
            let outcome = try await Tool(test).run(line.split(separator: " ").map(String.init))
            #expect(outcome.exit == exit)
            #expect(outcome.err.contains(code), "\(outcome.err)")
            #expect(TableCounts.differences(try await TableCounts.of(test), before) == [])
        }
    }
}
