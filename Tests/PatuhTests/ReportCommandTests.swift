import FoundationEssentials
import Postgres
import Reporting
import TestSupport
import Testing

/// What the commands print about the audited sample; the tables are on record in `Tests/Golden/commands`.
@Suite struct ReportCommandTests {
    /// Name on record and arguments; `clock` marks pages that show the day of the import.
    struct Page: Sendable, CustomTestStringConvertible {
        let name: String
        let arguments: String
        var clock = false
        var testDescription: String { name }
    }

    static let pages = [
        Page(name: "finding-list", arguments: "finding list --limit 12"),
        Page(name: "finding-list-en", arguments: "finding list --lang en --rule IUR-01"),
        Page(name: "finding-list-csv", arguments: "finding list --format csv --rule REG-01"),
        Page(name: "finding-list-jsonl", arguments: "finding list --format jsonl --rule REG-01"),
        Page(name: "explain", arguments: "audit explain F-000001"),
        Page(name: "explain-en", arguments: "audit explain F-000001 --lang en"),
        Page(name: "plan", arguments: "inspection plan --dry-run --month 2026-12 --on 2026-11-02"),
        Page(name: "employer", arguments: "report employer 03899127"),
        Page(name: "employer-en", arguments: "report employer 03899127 --lang en"),
        Page(name: "branch", arguments: "report branch"),
        Page(name: "branch-en", arguments: "report branch --lang en"),
        Page(name: "branch-sizes-csv", arguments: "report branch --format csv --section sizes"),
        Page(name: "business-list", arguments: "business list --search jeruju"),
        Page(name: "business-list-number", arguments: "business list --search 9990160481183 --lang en"),
        Page(name: "match-list", arguments: "business match list"),
        Page(name: "worker-match-list-en", arguments: "worker match list --lang en"),
        Page(name: "unmatched", arguments: "report unmatched"),
        Page(name: "coverage", arguments: "coverage"),
        Page(name: "coverage-en", arguments: "coverage --lang en"),
        Page(name: "audit-run-en", arguments: "audit run --dry-run --as-of 2026-10-31 --lang en"),
        Page(name: "status", arguments: "status", clock: true),
        Page(name: "journal", arguments: "journal", clock: true),
        Page(name: "import-list", arguments: "import list --format csv", clock: true),
        Page(name: "audit-list", arguments: "audit list", clock: true),
        Page(name: "audit-list-csv", arguments: "audit list --format csv --lang en", clock: true),
    ]

    @Test(arguments: pages)
    func `a page is as on record and shows no NIK`(_ page: Page) async throws {
        try await TestDatabase.with(PatuhTemplates.audited) { test in
            let outcome = try await Tool(test).run(page.arguments.split(separator: " ").map(String.init))
            try #require(outcome.exit == 0, "\(outcome.err)")
            #expect(SampleBranch.niks(in: outcome.out + outcome.err) == [])
            var text = Golden.masked(outcome.out)
            if page.clock {
                let day = try await Self.importDay(test)
                text = day.reduce(text) { $0.replacing($1, with: "{day}") }
            }
            try Golden.check(text, "commands/\(page.name).txt")
        }
    }

    @Test(arguments: [
        "finding list", "report branch", "report employer 03899127", "coverage", "journal", "import list",
        "audit list",
    ])
    func `json is one object with whole rupiah as numbers, jsonl one object a line`(_ command: String) async throws {
        try await TestDatabase.with(PatuhTemplates.audited) { test in
            let words = command.split(separator: " ").map(String.init)
            let json = try await Tool(test).run(words + ["--format", "json"])
            let report = try JSONDecoder().decode(ReportJSON.self, from: Data(json.out.utf8))
            #expect(report.sections.contains { !$0.rows.isEmpty })
            for section in report.sections {
                let money = section.columns.filter { $0.kind == "money" }.map(\.key)
                for row in section.rows {
                    #expect(Set(row.keys) == Set(section.columns.map(\.key)))
                    for key in money { #expect(row[key]?.isWhole == true, "\(section.key).\(key)") }
                }
            }
            let lines = try await Tool(test).run(words + ["--format", "jsonl"]).out.split(separator: "\n")
            #expect(lines.count == report.sections.reduce(0) { $0 + $1.rows.count }, "jsonl holds every section")
            for line in lines { _ = try JSONDecoder().decode([String: JSONCell].self, from: Data(line.utf8)) }
            #expect(SampleBranch.niks(in: json.out + lines.joined()) == [])
        }
    }

    @Test func `--fail-on ends with 3 when findings are strong enough, and stores nothing in a dry run`() async throws {
        try await TestDatabase.with(PatuhTemplates.imported) { test in
            let tool = Tool(test)
            let before = try await TableCounts.of(test)
            let failed = try await tool.run(
                "audit", "run", "--as-of", "2026-10-31", "--dry-run", "--fail-on", "established")
            #expect(failed.exit == 3)
            #expect(TableCounts.differences(try await TableCounts.of(test), before) == [])
        }
        // An office without any employers has no findings.
        try await TestDatabase.with(PatuhTemplates.schema) { test in
            let tool = Tool(test, folder: SampleBranch.folder)
            _ = try await tool.succeed("import", "offices", "kantor.csv")
            let passed = try await tool.run("audit", "run", "--as-of", "2026-10-31", "--fail-on", "indication")
            #expect(passed.exit == 0, "\(passed.err)")
        }
    }

    @Test func `a reader that closes early ends the command quietly`() async throws {
        try await TestDatabase.with(PatuhTemplates.audited) { test in
            try await TemporaryFolder.with { streams in
                let output = try ClosedPipe.writeEnd()
                let process = try Tool(test).start(["finding", "list"], streams: streams, output: output)
                #expect(try await process.wait(.seconds(30)) == .exited(0))
                #expect(Tool.text(streams + "/err").isEmpty)
            }
        }
    }

    @Test func `-o writes the file, and says so on standard error only`() async throws {
        try await TestDatabase.with(PatuhTemplates.audited) { test in
            try await TemporaryFolder.with { folder in
                let tool = Tool(test, folder: folder)
                let outcome = try await tool.succeed("report", "branch", "--format", "json", "-o", "new/branch.json")
                #expect(outcome.out.isEmpty)
                #expect(outcome.err == "Written: new/branch.json\n")
                let direct = try await tool.succeed("report", "branch", "--format", "json")
                #expect(Tool.text(folder + "/new/branch.json") == direct.out)
            }
        }
    }

    private static func importDay(_ test: TestDatabase) async throws -> [String] {
        let database = try await test.connect()
        let days = try await database.run { session in
            try session.rows("select distinct imported_at::date as day from import.batch")
                .map { try $0.get("day", as: CalendarDate.self) }
                .flatMap { [$0.description, IndonesianDate.short(year: $0.year, month: $0.month, day: $0.day)] }
        }
        await database.close()
        return days
    }
}
