import FoundationEssentials
import TestSupport
import Testing

/// The first round that `patuh --help` shows, as a newcomer would type it.
@Suite struct FirstRoundTests {
    @Test func `every line of the first round in the help succeeds, in its order`() async throws {
        try await TemporaryFolder.with { folder in
            try await TestDatabase.with(PatuhTemplates.schema) { test in
                let tool = Tool(test, folder: folder)
                let lines = try await tool.succeed("--help").out.split(separator: "\n")
                    .filter { $0.hasPrefix("  patuh ") }.map { $0.split(separator: " ").dropFirst().map(String.init) }
                try #require(lines.count > 15)
                var printed = ""
                for line in lines where Letters.installation != nil || line[0] != "letter" {
                    let outcome = try await tool.run(try line.flatMap { try Self.expanded($0, in: folder) })
                    try #require(outcome.exit == 0, "\(line.joined(separator: " ")): \(outcome.err)")
                    printed += outcome.out + outcome.err
                }
                // Ids are long too, so only those of people are looked for.
                let niks = Tool.text(folder + "/branch/jkn_peserta.csv").matches(of: #/\b61\d{14}\b/#).map { $0.output }
                try #require(niks.count > 100)
                #expect(!niks.contains { printed.contains($0) })
                guard Letters.installation != nil else { return }
                let letters = try TemporaryFolder.contents(folder + "/letters")
                #expect(!letters.isEmpty && letters.values.allSatisfy { $0.starts(with: Array("%PDF".utf8)) })
            }
        }
    }

    /// What a shell makes of a word with a star.
    private static func expanded(_ word: String, in folder: String) throws -> [String] {
        let parts = word.split(separator: "*", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return [word] }
        return try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
            .filter { $0.hasPrefix(parts[0]) && $0.hasSuffix(parts[1]) }
    }
}
