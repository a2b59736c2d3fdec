import Foundation
import Register
import TestSupport
import Testing

/// `patuh rules impact`: what changed rules and a changed law would find.
@Suite struct RulesImpactTests {
    @Test func `with rules and law as they are nothing would change`() async throws {
        try await TestDatabase.with(PatuhTemplates.audited) { test in
            let before = try await TableCounts.of(test)
            let lines = try await Self.rows(Tool(test), "rules")
            #expect(lines.count == 1, "\(lines)")
            #expect(TableCounts.differences(try await TableCounts.of(test), before) == [])
        }
    }

    /// With a cap of 8,000,000 rupiah wages above it count for less, and nobody's arrears change.
    @Test func `a changed figure of the law is tried and taken back`() async throws {
        try await ChangedLaw.with { folder, parameters in
            let text = Tool.text(parameters).replacing(",12000000,", with: ",8000000,")
            try Data(text.utf8).write(to: URL(filePath: parameters))
            try await TestDatabase.with(PatuhTemplates.audited) { test in
                let before = try await StateDigest.of(test)
                var tool = Tool(test, folder: folder)
                tool.environment["PATUH_RESOURCES"] = folder
                let rules = try await Self.rows(tool, "rules")
                let changed = rules.dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) }
                #expect(changed.contains { $0[0] == "REG-02" })
                #expect(!changed.contains { $0[0] == "IUR-01" })
                let employers = try await Self.rows(tool, "employers").dropFirst()
                #expect(!employers.isEmpty)
                #expect(employers.count >= changed.count)
                #expect(StateDigest.differences(try await StateDigest.of(test), before) == [])
                #expect(try await tool.succeed("audit", "verify").err.contains("not reproduced") == false)
            }
        }
    }

    @Test func `without a rule its findings would be resolved`() async throws {
        try await ChangedLaw.with { folder, _ in
            try FileManager.default.removeItem(atPath: folder + "/SQL/rules")
            try FileManager.default.copyItem(
                atPath: PatuhTemplates.resources.sql + "/rules", toPath: folder + "/SQL/rules")
            try FileManager.default.removeItem(atPath: folder + "/SQL/rules/IUR-01.sql")
            try await TestDatabase.with(PatuhTemplates.audited) { test in
                var tool = Tool(test, folder: folder)
                tool.environment["PATUH_RESOURCES"] = folder
                let rules = try await Self.rows(tool, "rules")
                #expect(rules.count == 2)
                let fields = rules[1].split(separator: ",")
                #expect(fields[0] == "IUR-01" && fields[1] == "0" && fields[2] == "0")
                #expect(Int(fields[3]) ?? 0 > 0, "resolved")
                #expect(fields[5] == "0" && fields[6].first == "-")
            }
        }
    }

    /// The lines of a part of the page as CSV, its header first.
    private static func rows(_ tool: Tool, _ section: String) async throws -> [String] {
        let json = try await tool.succeed("rules", "impact", "--format", "csv", "--section", section).out
        return json.split(separator: "\r\n").map(String.init)
    }
}
