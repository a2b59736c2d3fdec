import FoundationEssentials
import TestSupport
import Testing

/// `patuh sample generate`.
@Suite struct SampleCommandTests {
    @Test func `the same seed gives the same bytes, and those of the committed sample's layouts`() async throws {
        try await TemporaryFolder.with { folder in
            let tool = Tool(folder: folder)
            for name in ["one", "two"] {
                let outcome = try await tool.succeed(
                    "sample", "generate", "--seed", "7", "--businesses", "12", "--province", "61", "-o", name)
                #expect(outcome.out.isEmpty)
                #expect(outcome.err.contains("listed in \(name)/truth.csv"))
            }
            let one = try TemporaryFolder.contents(folder + "/one")
            #expect(one == (try TemporaryFolder.contents(folder + "/two")))
            let other = try await tool.succeed(
                "sample", "generate", "--seed", "8", "--businesses", "12", "--province", "61", "-o", "two")
            #expect(other.err.contains("12 employers"))
            #expect(one != (try TemporaryFolder.contents(folder + "/two")))
            let committed = try TemporaryFolder.contents(SampleBranch.folder)
            #expect(Set(one.keys) == Set(committed.keys).filter { $0.hasSuffix(".csv") })
        }
    }

    @Test func `a refused folder is left as it was`() async throws {
        try await TemporaryFolder.with { folder in
            try Data("mine".utf8).write(to: URL(filePath: folder + "/notes.txt"))
            let outcome = try await Tool(folder: folder).run(
                "sample", "generate", "--seed", "7", "--businesses", "3", "--province", "61", "-o", ".")
            #expect(outcome.exit == 1)
            #expect(try TemporaryFolder.contents(folder) == ["notes.txt": Array("mine".utf8)])
        }
    }

    @Test(arguments: ["11", "35", "73", "94"])
    func `a branch of another province is judged exactly as its truth says`(_ province: String) async throws {
        try await TemporaryFolder.with { folder in
            try await TestDatabase.with(PatuhTemplates.schema) { test in
                let tool = Tool(test, folder: folder)
                _ = try await tool.succeed(
                    "sample", "generate", "--seed", province, "--businesses", "25", "--province", province, "-o",
                    "branch")
                for (kind, files) in try SampleBranch.imports() {
                    let outcome = try await tool.run(
                        ["import", kind] + (kind == "jkn-businesses" ? ["--as-of", "2026-10-31"] : [])
                            + files.map { "branch/\($0)" })
                    try #require(outcome.exit == 0, "\(kind): \(outcome.err)")
                }
                _ = try await tool.succeed("audit", "run", "--as-of", "2026-10-31")
                let compared = try await tool.run("sample", "compare", "branch/truth.csv")
                #expect(compared.exit == 0, "\(compared.out)")
            }
        }
    }
}
