import FoundationEssentials
import TestSupport
import Testing

/// The sample branch from empty tables to the comparison with its truth, by commands alone.
@Suite struct ImportPathTests {
    @Test func `files imported by commands give the findings of the truth file`() async throws {
        try await TestDatabase.with(PatuhTemplates.schema) { test in
            let tool = Tool(test, folder: SampleBranch.folder)
            for (kind, files) in try SampleBranch.imports() {
                let outcome: Tool.Outcome
                if kind == "jkn-members" {
                    let text = Tool.text("\(SampleBranch.folder)/\(files[0])")
                    outcome = try await tool.run(["import", kind, "-"], input: text)
                } else {
                    outcome = try await tool.run(
                        ["import", kind, "--source", "kiriman bulanan"]
                            + (["jkn-businesses", "payments"].contains(kind) ? ["--as-of", "2026-10-31"] : [])
                            + files)
                }
                try #require(outcome.exit == 0, "\(kind): \(outcome.err)")
                #expect(outcome.out.isEmpty)
                #expect(SampleBranch.niks(in: outcome.err).isEmpty)
                #expect(outcome.err.matches(of: #/Batch \d+\./#).count == files.count)
            }
            _ = try await tool.succeed("audit", "run", "--as-of", "2026-10-31")
            let compared = try await tool.succeed("sample", "compare", "truth.csv", "--lang", "en")
            #expect(compared.err.contains("nothing else"))
            try Golden.check(Golden.masked(compared.out), "commands/sample-compare.txt")

            let expected = try await TestDatabase.with(PatuhTemplates.audited) { try await TableCounts.of($0) }
            let counts = try await TableCounts.of(test)
            #expect(TableCounts.differences(counts, expected) == [])
        }
    }

    @Test func `a second import of every file changes nothing`() async throws {
        try await TestDatabase.with(PatuhTemplates.imported) { test in
            let tool = Tool(test, folder: SampleBranch.folder)
            let before = try await TableCounts.of(test)
            for (kind, files) in try SampleBranch.imports() {
                let outcome = try await tool.run(
                    ["import", kind] + (kind == "jkn-businesses" ? ["--as-of", "2026-10-31"] : []) + files)
                #expect(outcome.exit == 0 && outcome.err.contains("already imported"), "\(kind): \(outcome.err)")
            }
            #expect(TableCounts.differences(try await TableCounts.of(test), before) == [])
        }
    }

    @Test func `an altered truth file makes the comparison end with 3`() async throws {
        try await TemporaryFolder.with { folder in
            let truth = Tool.text(SampleBranch.folder + "/truth.csv").split(separator: "\n").dropLast()
            try Data((truth.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: folder + "/truth.csv"))
            try await TestDatabase.with(PatuhTemplates.audited) { test in
                let outcome = try await Tool(test, folder: folder).run("sample", "compare", "truth.csv")
                #expect(outcome.exit == 3)
                #expect(!outcome.err.contains("Every planted violation"))
            }
        }
    }
}
