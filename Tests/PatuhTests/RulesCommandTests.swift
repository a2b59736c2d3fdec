import FoundationEssentials
import Postgres
import Register
import Rules
import TestSupport
import Testing

/// `patuh rules`.
@Suite struct RulesCommandTests {
    @Test(arguments: ["id", "en"])
    func `the list has every rule, without a database`(_ language: String) async throws {
        let tool = Tool(["PGHOST": "/nonexistent"])
        let rules = try RuleSet(PatuhTemplates.resources).rules
        let csv = try await tool.succeed("rules", "list", "--lang", language, "--format", "csv").out
        let lines = csv.split(separator: "\r\n")
        #expect(lines.first == "rule,rule_title,subject,strength,path,amount_kind,articles,rule_hash")
        for (line, rule) in zip(lines.dropFirst(), rules) {
            let title = language == "en" ? rule.header.title.english : rule.header.title.indonesian
            let field = title.contains(",") ? "\"\(title)\"" : title
            #expect(line.hasPrefix("\(rule.header.code),\(field),\(rule.header.subject.rawValue),"))
            #expect(line.hasSuffix(rule.source.sha256))
        }
        #expect(lines.count == rules.count + 1)
        let table = try await tool.succeed("rules", "--lang", language).out
        #expect(rules.allSatisfy { table.contains($0.header.code) })
    }

    @Test(arguments: [("id", "Angka hukum"), ("en", "Figures in force")])
    func `a rule is shown with its articles and figures`(_ language: String, _ figures: String) async throws {
        let tool = Tool(["PGHOST": "/nonexistent"])
        let page = try await tool.succeed("rules", "show", "REG-02", "--as-of", "2026-10-31", "--lang", language).out
        let cut = try #require(page.firstRange(of: figures))
        try Golden.check(Golden.masked(String(page[..<cut.lowerBound])), "commands/rules-show-\(language).txt")
        let cap = try #require(page[cut.lowerBound...].split(separator: "\n").first { $0.hasPrefix("  wage_cap ") })
        #expect(cap.contains("Rp12.000.000") && cap.contains("1 Jan 2020") && cap.contains("PERPRES-82-2018:32"))
        let old = try await tool.succeed("rules", "show", "REG-02", "--as-of", "2013-12-31", "--lang", "en").out
        #expect(old.contains("NONE IN FORCE"))
    }

    @Test func `every rule can be shown in both languages`() async throws {
        for rule in try RuleSet(PatuhTemplates.resources).rules.map(\.header.code) {
            for language in ["id", "en"] {
                let page = try await Tool().succeed("rules", "show", rule, "--lang", language, "--sql").out
                #expect(page.contains("-- [violations]"))
            }
        }
    }

    @Test func `the shipped law is in order, and what is in doubt is told`() async throws {
        try await TestDatabase.with(PatuhTemplates.schema) { test in
            let before = try await TableCounts.of(test)
            let outcome = try await Tool(test).run("rules", "verify", "--as-of", "2026-10-31")
            #expect(outcome.exit == 0, "\(outcome.out)\(outcome.err)")
            let lines = outcome.out.split(separator: "\n")
            #expect(!lines.isEmpty && lines.allSatisfy { $0.contains(": warning: ") && $0.last == "]" })
            #expect(outcome.err == "0 errors, \(lines.count) warnings.\n")
            #expect(TableCounts.differences(try await TableCounts.of(test), before) == [])
        }
    }

    @Test func `every error is printed with file and line, and no database is asked`() async throws {
        try await ChangedLaw.with { folder, parameters in
            let text = Tool.text(parameters).replacing("wage_cap,2020-01-01", with: "wage_cap,2019-12-31")
            try Data((text + "x,2014-01-01,,1,days,,verified,2026-11-19,\n").utf8).write(
                to: URL(filePath: parameters))
            let tool = Tool(["PGHOST": "/nonexistent", "PATUH_RESOURCES": folder], folder: folder)
            let outcome = try await tool.run("rules", "verify", "--as-of", "2026-10-31")
            #expect(outcome.exit == 1)
            let errors = outcome.out.split(separator: "\n").filter { $0.contains(": error: ") }
            let last = text.split(separator: "\n").count + 1
            #expect(
                errors == [
                    "SQL/parameters/parameters.csv:9: error: the parameter wage_cap from 2019-12-31 overlaps line 8, which holds up to 2020-01-01 [overlap]",
                    "SQL/parameters/parameters.csv:\(last): error: the parameter x cites no article [citation]",
                ])
            #expect(outcome.err.hasPrefix("The worked examples wait until the files are in order.\n2 errors, "))
        }
    }

    @Test func `a worked example that does not come out is an error`() async throws {
        try await ChangedLaw.with { folder, parameters in
            let text = Tool.text(parameters).replacing(",12000000,", with: ",12000001,")
            try Data(text.utf8).write(to: URL(filePath: parameters))
            try await TestDatabase.with(PatuhTemplates.schema) { test in
                var tool = Tool(test, folder: folder)
                tool.environment["PATUH_RESOURCES"] = folder
                let outcome = try await tool.run("rules", "verify", "--as-of", "2026-10-31")
                #expect(outcome.exit == 1)
                // The wage of example 4 is the old cap itself; that of example 5 is above it.
                #expect(!outcome.out.contains("contribution.csv:5: "))
                #expect(
                    outcome.out.contains(
                        "contribution.csv:6: error: base must be 12000000, but comes out to 12000001 [example]"))
            }
        }
    }

    @Test func `scenarios that come out end with 0, one that differs shows its lines and ends with 1`() async throws {
        let shipped = PatuhTemplates.resources.scenarios
        try await TemporaryFolder.with { folder in
            try FileManager.default.createDirectory(
                atPath: folder + "/REG-02", withIntermediateDirectories: true)
            try FileManager.default.copyItem(
                atPath: shipped + "/REG-02/missing", toPath: folder + "/REG-02/other-amount")
            let expected = folder + "/REG-02/other-amount/expected.csv"
            let lines = Tool.text(expected).split(separator: "\n").map(String.init)
            let (found, wrong) = (try #require(lines.last), try #require(lines.last) + "1")
            try Data("\(lines[0])\n\(wrong)\n".utf8).write(to: URL(filePath: expected))
            try await TestDatabase.with { test in
                let tool = Tool(test, folder: folder)
                let passed = try await tool.run("rules", "test", shipped + "/REG-02/missing")
                #expect(passed.exit == 0 && passed.out == "ok    REG-02/missing\n", "\(passed.err)")
                #expect(passed.err.hasSuffix("1 case, 0 failed.\n"))
                let failed = try await tool.run("rules", "test", "REG-02", shipped + "/REG-02/missing")
                #expect(failed.exit == 1)
                #expect(failed.err.hasSuffix("2 cases, 1 failed.\n"))
                func masked(_ line: String) -> String {
                    line.replacing(#/(\d{4})\d{10}(\d{2})/#) { "\($0.1)**********\($0.2)" }
                }
                #expect(
                    failed.out == """
                        FAIL  REG-02/other-amount
                              expected but not found: \(masked(wrong))
                              found but not expected: \(masked(found))
                        ok    REG-02/missing

                        """)
                #expect(failed.out.firstMatch(of: #/\d{16}/#) == nil, "no whole NIK")
            }
        }
    }
}
