import TestSupport
import Testing

/// A dry run says what would happen and changes no table.
@Suite struct DryRunTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let arguments: String
        var needsPlan = false
        var testDescription: String { arguments }
    }

    static let cases = [
        Case(arguments: "import payments --dry-run {root}/SQL/sample/pembayaran.csv"),
        Case(arguments: "import jkn-members -n {root}/SQL/sample/jkn_peserta.csv"),
        Case(arguments: "audit run --dry-run --as-of 2026-11-30"),
        Case(arguments: "business add -n --name Laut --address Jl --region 61.71 --source visit --on 2026-10-20"),
        Case(arguments: "business change -n 01299709 --workers 12 --source phone --on 2026-10-20"),
        Case(arguments: "business close -n 01299709 --source phone --on 2026-10-20"),
        Case(arguments: "business match accept -n 01299709 6171.201503.000026 --reason alike"),
        Case(
            arguments:
                "worker add -n --employer 01299709 --name Ani --born 1990-01-01 --as-of 2026-10-31 --source slip"),
        Case(
            arguments:
                "payment record -n --employer 01299709 --amount 5000 --on 2026-10-30 --bank BRI --reference 1 --source s"
        ),
        Case(arguments: "finding decide -n F-000001 F-000002 --as waived --reason alike"),
        Case(arguments: "inspection plan --dry-run --month 2026-12 --on 2026-11-02"),
        Case(arguments: "letter issue visits --dry-run --month 2026-12 --on 2026-11-02", needsPlan: true),
        Case(arguments: "letter issue warning --dry-run --on 2027-01-04", needsPlan: true),
    ]

    @Test(arguments: cases)
    func `a dry run changes no table`(_ dry: Case) async throws {
        let template = dry.arguments.hasPrefix("import") ? PatuhTemplates.schema : PatuhTemplates.audited
        try await TestDatabase.with(template) { test in
            let tool = Tool(test, folder: SampleBranch.folder)
            if dry.arguments.hasPrefix("import") {
                _ = try await tool.succeed("import", "offices", "kantor.csv")
                _ = try await tool.succeed("import", "jkn-businesses", "--as-of", "2026-10-31", "jkn_badan_usaha.csv")
            }
            if dry.needsPlan {
                _ = try await tool.succeed("inspection", "plan", "--month", "2026-12", "--on", "2026-11-02")
            }
            let before = try await TableCounts.of(test)
            let words = dry.arguments.replacing("{root}", with: PatuhTemplates.root).split(separator: " ").map(
                String.init)
            let outcome = try await tool.run(words)
            // Warnings need announced visits, which there are none of yet.
            #expect(outcome.exit == (dry.arguments.contains("warning") ? 4 : 0), "\(outcome.err)")
            #expect(TableCounts.differences(try await TableCounts.of(test), before) == [])
        }
    }
}
