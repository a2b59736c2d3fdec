import TestSupport
import Testing

/// Decisions on findings as a user takes and sees them; the pages are on record in `Tests/Golden/commands`.
@Suite struct DecisionCommandTests {
    /// What is decided about the audited sample before the pages are read: employer, rule, which of its findings, and what.
    private static let decisions:
        [(employer: String, rule: String, places: Range<Int>?, verdict: String, reason: String)] =
            [
                ("03899127", "DAT-01", 0..<1, "contested", "left in May, letter of 3 Nov"),
                ("03899127", "REG-02", 0..<1, "contested", "left in May, letter of 3 Nov"),
                ("03899127", "REG-02", 0..<1, "upheld", "on the pay slips of June"),
                ("03899127", "REG-02", 1..<2, "waived", "state lecturer"),
                // All findings of an employer.
                ("02783704", "", nil, "waived", "trifles"),
                ("05596508", "REG-02", 0..<1, "data-corrected", "wrong NIK in the list"),
            ]

    private static let pages = [
        ("finding-list", "finding list --employer 03899127"),
        ("finding-list-en", "finding list --decision waived --lang en"),
        ("finding-list-none-csv", "finding list --decision none --employer 03899127 --format csv"),
        ("finding-list-data-corrected-csv", "finding list --decision data-corrected --format csv"),
        ("explain", "audit explain {upheld}"),
        ("explain-en", "audit explain {waived} --lang en"),
        ("employer-findings-csv", "report employer 03899127 --format csv --section findings"),
        ("employer-decisions-csv", "report employer 03899127 --format csv --section decisions --lang en"),
        ("branch", "report branch"),
        (
            "plan-unplanned-csv",
            "inspection plan --dry-run --month 2026-12 --on 2026-11-02 --format csv --section unplanned"
        ),
        ("status", "status"),
        ("audit-run-en", "audit run --as-of 2026-10-31 --lang en"),
    ]

    @Test func `pages after decisions are as on record and show no NIK`() async throws {
        try await TestDatabase.with(PatuhTemplates.audited) { test in
            let tool = Tool(test)
            for decision in Self.decisions {
                let all = try await Self.findings(of: decision.employer, decision.rule, tool)
                let chosen = Array(decision.places.map { all[$0] } ?? all[...])
                let outcome = try await tool.run(
                    ["finding", "decide"] + chosen + ["--as", decision.verdict, "--reason", decision.reason])
                try #require(outcome.exit == 0, "\(outcome.err)")
                #expect(outcome.out.isEmpty)
                #expect(
                    outcome.err == """
                        \(chosen.joined(separator: ", ")): \(decision.verdict)
                        Recorded. See: patuh finding list

                        """)
            }
            let workers = try await Self.findings(of: "03899127", "REG-02", tool)
            for (name, pattern) in Self.pages {
                let line = pattern.replacing("{upheld}", with: workers[0]).replacing("{waived}", with: workers[1])
                let outcome = try await tool.run(line.split(separator: " ").map(String.init))
                try #require(outcome.exit == 0, "\(line): \(outcome.err)")
                #expect(SampleBranch.niks(in: outcome.out + outcome.err) == [])
                try Golden.check(Self.masked(outcome.out), "commands/decided-\(name).txt")
            }
        }
    }

    @Test func `what cannot be decided says why and what to do`() async throws {
        try await TestDatabase.with(PatuhTemplates.audited) { test in
            let tool = Tool(test)
            func fail(_ line: String) async throws -> String {
                let outcome = try await tool.run(line.split(separator: " ").map(String.init))
                #expect(outcome.exit == 1)
                #expect(outcome.out.isEmpty)
                return outcome.err
            }
            _ = try await tool.succeed("finding", "decide", "F-000001", "--as", "waived", "--reason", "trifle")
            let before = try await TableCounts.of(test)
            let again = try await fail("finding decide F-000002 F-000001 --as waived --reason trifle")
            try Golden.check(again, "commands/decided-again-stderr.txt")
            #expect(TableCounts.differences(try await TableCounts.of(test), before) == [], "all of them or none")
            // The member list is taken back: nobody can be compared with it, and its findings end.
            _ = try await tool.succeed("import", "undo", "6", "--reason", "wrong file")
            _ = try await tool.succeed("audit", "run", "--as-of", "2026-10-31")
            let ended = try await fail("finding decide F-000001 --as contested --reason late")
            try Golden.check(ended, "commands/decided-ended-stderr.txt")
            let explained = try await tool.succeed("audit", "explain", "F-000001", "--lang", "en")
            #expect(explained.out.contains("waived (no longer in force)"))
        }
    }

    /// The numbers of an employer's findings of a rule; of all rules without one.
    private static func findings(of employer: String, _ rule: String, _ tool: Tool) async throws -> [String] {
        let outcome = try await tool.run(
            ["finding", "list", "--employer", employer, "--format", "csv"] + (rule.isEmpty ? [] : ["--rule", rule]))
        return outcome.out.split(whereSeparator: \.isNewline).dropFirst().map { String($0.prefix { $0 != "," }) }
    }

    /// Days of today and times replaced, as they stand beside people and in rows.
    private static func masked(_ text: String) -> String {
        Golden.masked(text)
            .replacing(#/\d{1,2} [A-Z][a-z]+ \d{4}(?=, tester)/#, with: "{day}")
            .replacing(#/\d{4}-\d\d-\d\d(?=,(contested|upheld|waived|data_corrected))/#, with: "{day}")
            .replacing(#/(?m)(batch \d+ of )\d{4}-\d\d-\d\d/#) { "\($0.output.1){day}" }
    }
}
