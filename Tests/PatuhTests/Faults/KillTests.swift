import FoundationEssentials
import Glibc
import Postgres
import TestSupport
import Testing

/// A command that is killed leaves the database as it was before or as it is after, and runs again.
@Suite(.serialized) struct KillTests {
    /// When the process is killed, as a share of the time an undisturbed run takes.
    static let moments = [0.1, 0.4, 0.65, 0.85, 0.95]

    /// The same on every run.
    static func randomMoments(_ seed: Int) -> [Double] {
        (1...4).map { Double((seed * 40_503 + $0 * 27_644_437) % 9_973) / 9_973 }
    }

    @Test func `killed during an import`() async throws {
        try await check(["import", "jkn-members", "jkn_peserta.csv"], from: PatuhTemplates.schema) { tool in
            _ = try await tool.succeed("import", "offices", "kantor.csv")
            _ = try await tool.succeed("import", "jkn-businesses", "--as-of", "2026-10-31", "jkn_badan_usaha.csv")
        }
    }

    @Test(arguments: [
        ["wlkp", "wlkp.csv"], ["bpjstk-wages", "bpjstk_upah_2026-10.csv"], ["bills", "tagihan.csv"],
        ["payments", "pembayaran.csv"],
    ])
    func `killed at random moments of an import`(_ words: [String]) async throws {
        let moments = Self.randomMoments(words[1].utf8.count)
        try await check(["import"] + words, from: PatuhTemplates.schema, moments: moments) { tool in
            _ = try await tool.succeed("import", "offices", "kantor.csv")
            _ = try await tool.succeed("import", "jkn-businesses", "--as-of", "2026-10-31", "jkn_badan_usaha.csv")
            if words[0] == "bpjstk-wages" { _ = try await tool.succeed("import", "wlkp", "wlkp.csv") }
        }
    }

    @Test func `standard input leaves no file that a killed command could not remove`() async throws {
        try await TestDatabase.with(PatuhTemplates.imported) { test in
            try await TemporaryFolder.with { folder in
                var tool = Tool(test, folder: folder)
                tool.environment["TMPDIR"] = folder
                let bills = Tool.text(SampleBranch.folder + "/tagihan.csv") + "\n"
                let holder = try await test.connect()
                let holding = Task {
                    try await holder.transaction { session in
                        try session.script("lock table import.batch in share mode; select pg_sleep(120)")
                    }
                }
                defer { holding.cancel() }
                try await Backends.waitUntilHeld(test)
                try await TemporaryFolder.with { streams in
                    try Data(bills.utf8).write(to: URL(filePath: streams + "/in"))
                    let process = try tool.start(["import", "bills", "-"], streams: streams)
                    try await Backends.waitUntilBlocked(test)
                    #expect(try TemporaryFolder.contents(folder).isEmpty)
                    process.send(SIGKILL)
                    _ = try await process.wait(.seconds(10))
                }
                holding.cancel()
                _ = await holding.result
                await holder.close()
                #expect(try await tool.run(["import", "bills", "-"], input: bills).exit == 0)
            }
        }
    }

    @Test func `killed during an audit`() async throws {
        try await check(["audit", "run", "--as-of", "2026-10-31"], from: PatuhTemplates.imported) { _ in }
    }

    @Test(.enabled(if: Letters.installation != nil, "the typesetter is not installed"))
    func `killed while letters are issued`() async throws {
        try await check(
            ["letter", "issue", "visits", "--month", "2026-12", "--on", "2026-11-02"], from: PatuhTemplates.audited,
            again: [0, 4]
        ) { tool in
            _ = try await tool.succeed("inspection", "plan", "--month", "2026-12", "--on", "2026-11-02")
        }
    }

    // `again` are the exit codes of the same command run after the kill; 4 when it had been done already.
    private func check(
        _ command: [String], from template: TestTemplate, moments: [Double] = moments, again: Set<Int32> = [0],
        prepare: (Tool) async throws -> Void
    ) async throws {
        var duration = Duration.zero
        let after = try await TestDatabase.with(template) { test in
            let tool = Tool(test, folder: SampleBranch.folder)
            try await prepare(tool)
            let start = ContinuousClock.now
            #expect(try await tool.run(command).exit == 0)
            duration = ContinuousClock.now - start
            return try await TableCounts.of(test)
        }
        for moment in moments {
            try await TestDatabase.with(template) { test in
                let tool = Tool(test, folder: SampleBranch.folder)
                try await prepare(tool)
                let before = try await TableCounts.of(test)
                let digest = try await StateDigest.of(test)
                try await TemporaryFolder.with { streams in
                    let process = try tool.start(command, streams: streams)
                    try await Task.sleep(for: duration * moment)
                    process.send(SIGKILL)
                    _ = try await process.wait(.seconds(10))
                }
                try await Backends.waitUntilGone(test)
                // Work tables of an audit stay behind until the next one clears them.
                let left = try await TableCounts.of(test).filter { !$0.key.hasPrefix("work.") }
                #expect(left == before || left == after, "killed at \(moment): \(TableCounts.differences(left, after))")
                if left == before {
                    #expect(StateDigest.differences(try await StateDigest.of(test), digest) == [])
                }
                let second = try await tool.run(command)
                // An audit that had been stored is one run more; everything else is recognised.
                #expect(again.contains(second.exit), "\(second.err)")
                #expect(try await TableCounts.of(test).keys.filter { $0.hasPrefix("work.") } == [])
                if command[0] != "audit" || left == before {
                    #expect(TableCounts.differences(try await TableCounts.of(test), after) == [])
                }
                try await LetterNumbers.checkGapless(test)
            }
        }
    }
}
