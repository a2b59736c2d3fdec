import Postgres
import TestSupport
import Testing

/// What becomes of announced visits, as a user records and reads it.
@Suite struct InspectionCommandTests {
    /// Calls `body` with the sample's visits of December 2026, all announced, in the year after.
    private static func announced(
        _ body: (Tool, _ visits: [(code: String, day: String, kind: String)]) async throws -> Void
    )
        async throws
    {
        try await TestDatabase.with(PatuhTemplates.audited) { test in
            var tool = Tool(test)
            tool.environment["PATUH_TODAY"] = "2027-01-04"
            _ = try await tool.succeed("inspection", "plan", "--month", "2026-12", "--on", "2026-11-02")
            let database = try await test.connect()
            let visits = try await database.run { session in
                try session.execute(
                    """
                    insert into letter.letter (business_id, visit_id, run_id, letter_date, sequence, office_id, year, kind,
                        number, verification, sha256, issued_by, payload, pdf)
                    select business_id, visit_id, 1, '2026-11-02', visit_id, office_id, 2026,
                        case kind when 'office' then 'SPPK' else 'SPPL' end, visit_id || '/' || kind, visit_id::text, '', '', '{}', ''
                    from inspection.visit
                    """)
                return try session.rows(
                    """
                    select b.code, v.visit_on::text as day, v.kind
                    from inspection.visit as v
                    inner join register.business_profile as b using (business_id)
                    order by v.visit_on, v.visit_id
                    """
                ).map {
                    (code: try $0.get("code"), day: try $0.get("day"), kind: try $0.get("kind"))
                        as (String, String, String)
                }
            }
            await database.close()
            try await body(tool, visits)
        }
    }

    @Test func `what was held, missed or is still to be recorded stands beside the plan and on the employer's page`()
        async throws
    {
        try await Self.announced { tool, visits in
            let field = try #require(visits.first { $0.kind == "field" })
            let office = try #require(visits.first { $0.kind == "office" })
            let held = ["inspection", "record", field.code, "--held-on", field.day, "--report", "1/LHPA/IV-02/1226"]
            let dry = try await tool.run(held + ["--dry-run"])
            #expect(dry.exit == 0 && dry.err == "Dry run: nothing changed.\n")
            #expect(try await tool.run(held).exit == 0, "the dry run recorded nothing")
            _ = try await tool.succeed("inspection", "record", office.code, "--no-show-on", office.day)
            let page = ["--format", "csv", "--lang", "en", "--section"]
            let outcomes = try await tool.run(["inspection", "show", "--month", "2026-12"] + page + ["outcomes"])
            try Golden.check(outcomes.out, "commands/plan-outcomes-en-csv.txt")
            let acts = try await tool.run(["report", "employer", field.code] + page + ["acts"])
            try Golden.check(acts.out, "commands/employer-acts-en-csv.txt")
        }
    }

    @Test func `a day to come and the number of another employer's report are refused`() async throws {
        try await Self.announced { tool, visits in
            func record(_ visit: (code: String, day: String, kind: String), _ options: String...) async throws -> String
            {
                let outcome = try await tool.run(["inspection", "record", visit.code] + options)
                #expect(outcome.exit == (outcome.err.hasPrefix("Recorded") ? 0 : 1))
                return outcome.err
            }
            let (one, other) = (visits[0], visits[1])
            let office = try #require(visits.first { $0.kind == "office" })
            #expect(try await record(one, "--held-on", "2027-01-05", "--report", "1").contains("--held-on"))
            #expect(
                try await record(one, "--held-on", one.day, "--report-date", "2027-01-05", "--report", "1")
                    .contains("--report-date"))
            #expect(try await record(office, "--no-show-on", "2027-01-05").contains("--no-show-on"))
            #expect(try await record(one, "--held-on", one.day, "--report", "1").contains("Recorded"))
            let taken = try await record(other, "--held-on", other.day, "--report", "1")
            #expect(taken.contains("Report 1 is that of the examination of employer \(one.code)"))
            #expect(taken.contains("[E-PLN-003]"))
        }
    }

    @Test func `only whoever may be warned is said to be warned next`() async throws {
        try await Self.announced { tool, visits in
            for (index, visit) in visits.enumerated() {
                let recorded = try await tool.succeed(
                    "inspection", "record", visit.code, "--held-on", visit.day, "--report", "\(index)")
                let warning = try await tool.run(
                    "letter", "issue", "warning", "--employer", visit.code, "--on", "2027-01-04", "--dry-run")
                #expect(recorded.err.contains("letter issue warning") == (warning.exit == 0), "\(warning.err)")
                #expect(warning.exit == 0 || recorded.err.contains("patuh report employer \(visit.code)"))
            }
        }
    }

    @Test func `that no letter is due is said of visits and of warnings in words of their own`() async throws {
        try await Self.announced { tool, _ in
            for (line, words) in [
                ("visits --month 2026-12 --on 2026-11-02", "No letter is due: every visit of the plan has one"),
                ("warning --on 2026-12-21", "No warning is due: nobody who was examined"),
            ] {
                let outcome = try await tool.run(["letter", "issue"] + line.split(separator: " ").map(String.init))
                #expect(outcome.exit == 4)
                #expect(outcome.err.hasPrefix(words), "\(outcome.err)")
            }
        }
    }

    @Test func `a letter or an audit of a day far ahead is warned of`() async throws {
        try await Self.announced { tool, _ in
            for (line, isWarned) in [
                ("letter issue warning --dry-run --on 2027-02-04", false),
                ("letter issue warning --dry-run --on 2027-02-05", true),
                ("audit run --dry-run --as-of 2027-01-05", false),
                ("audit run --as-of 2027-01-04", false),
                ("audit run --as-of 2027-01-05", true),
            ] {
                let outcome = try await tool.run(line.split(separator: " ").map(String.init))
                #expect(outcome.err.contains("Warning:") == isWarned, "\(line): \(outcome.err)")
            }
        }
    }
}
