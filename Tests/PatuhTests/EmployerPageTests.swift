import FoundationEssentials
import TestSupport
import Testing

/// What an employer's page says is what the audit knew.
@Suite struct EmployerPageTests {
    @Test func `the headcount is that of the lists that stand, up to the day of the audit`() async throws {
        try await TestDatabase.with(PatuhTemplates.schema) { test in
            let tool = Tool(test)
            let base = "\(PatuhTemplates.root)/Tests/Scenarios/base"
            _ = try await tool.succeed("import", "offices", "\(base)/kantor.csv")
            _ = try await tool.succeed("import", "jkn-businesses", "\(base)/jkn_badan_usaha.csv")
            for count in ["09-2026;7", "10-2026;9", "11-2026;12"] {
                let file = "Kode Badan Usaha;Bulan;Jumlah TK\n01000001;\(count)\n"
                #expect(try await tool.run(["import", "headcounts", "-"], input: file).exit == 0)
            }
            #expect(try await Self.headcount(tool) == "Headcount                9")
            _ = try await tool.succeed("import", "undo", "4", "--reason", "another firm")
            #expect(try await Self.headcount(tool) == "Headcount                7")
        }
    }

    private static func headcount(_ tool: Tool) async throws -> String? {
        _ = try await tool.succeed("audit", "run", "--as-of", "2026-10-31")
        let page = try await tool.succeed("report", "employer", "01000001", "--lang", "en").out
        return page.split(separator: "\n").first { $0.hasPrefix("Headcount") }.map(String.init)
    }
}
