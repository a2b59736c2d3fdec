import Glibc
import Postgres
import TestSupport
import Testing

/// Whatever breaks while an import runs: nothing is left of it, the error says so, and the same command then succeeds.
@Suite(.serialized) struct ConnectionFaultTests {
    @Test(arguments: FaultStage.allCases)
    func `killed at a stage`(_ stage: FaultStage) async throws {
        try await withBranch { tool, test in
            let before = try await State(tool, test)
            let outcome = try await stage.interrupt(tool, WageFile.arguments, test) { $0.send(SIGKILL) }
            #expect(outcome.exit == 128 + SIGKILL)
            try await Backends.waitUntilGone(test)
            // A server that was committing may have done so; it says which.
            let rows = try await importedRows(test)
            #expect(rows == 0 || stage == .commit && rows == WageFile.rows)
            if rows == 0 { try await before.expect(tool, test) }
            let again = try await tool.run(WageFile.arguments)
            #expect(again.exit == 0, "\(again.err)")
            #expect(again.err.contains("already imported") == (rows > 0))
            #expect(try await importedRows(test) == WageFile.rows)
        }
    }

    @Test func `the server ends what a killed command was doing, also while it waits`() async throws {
        try await withBranch { tool, test in
            let outcome = try await FaultStage.check.interrupt(tool, WageFile.arguments, test) { process in
                process.send(SIGKILL)
                // The lock that it waits for is still held.
                try await Backends.waitUntilGone(test)
            }
            #expect(outcome.exit == 128 + SIGKILL)
        }
    }

    @Test func `the connection is cut at every stage`() async throws {
        try await withBranch { tool, test in
            let before = try await State(tool, test)
            for stage in FaultStage.allCases {
                let outcome = try await stage.interrupt(tool, WageFile.arguments, test) { _ in
                    try await Backends.terminate(test)
                }
                #expect(outcome.exit == 5 && outcome.err.contains("[E-PG-connection-lost]"), "\(stage): \(outcome.err)")
                #expect(outcome.err.contains("What was not committed was rolled back."))
                try await Backends.waitUntilGone(test)
                try await before.expect(tool, test)
            }
            _ = try await tool.succeed("import", "bpjstk-wages", "upah.csv")
            #expect(try await importedRows(test) == WageFile.rows)
        }
    }

    /// How a server goes away: slowly with a word to its clients, at once, or because one of its processes crashed.
    enum Departure: Sendable, CaseIterable { case fast, immediate, crash }

    @Test func `the server is restarted at every stage`() async throws {
        try await BrokenServer.with { server, test in
            try await withBranch(on: test) { tool, test in
                let before = try await State(tool, test)
                for (stage, departure) in zip(
                    [FaultStage.copy, .accept, .copy, .commit, .check, .copy],
                    [Departure.fast, .fast, .immediate, .immediate, .crash, .crash])
                {
                    let outcome = try await stage.interrupt(tool, WageFile.arguments, test) { _ in
                        try await server.goAway(departure, test)
                    }
                    #expect(
                        outcome.exit == 5 && outcome.err.contains("[E-PG-connection-lost]"),
                        "\(stage) \(departure): \(outcome.exit) \(outcome.err)")
                    try await server.comeBack()
                    try await before.expect(tool, test)
                }
                _ = try await tool.succeed("import", "bpjstk-wages", "upah.csv")
                #expect(try await importedRows(test) == WageFile.rows)
            }
        }
    }

    /// The register and what the list of imports says of it.
    private struct State {
        let digest: [String: String]
        let list: String

        init(_ tool: Tool, _ test: TestDatabase) async throws {
            digest = try await StateDigest.of(test)
            list = try await tool.succeed("import", "list", "--format", "csv").out
        }

        func expect(_ tool: Tool, _ test: TestDatabase) async throws {
            let now = try await State(tool, test)
            #expect(StateDigest.differences(now.digest, digest) == [])
            #expect(now.list == list)
        }
    }

    private func withBranch(
        on test: TestDatabase? = nil, _ body: (Tool, TestDatabase) async throws -> Void
    ) async throws {
        guard let test else {
            return try await TestDatabase.with(PatuhTemplates.schema) { try await withBranch(on: $0, body) }
        }
        try await TemporaryFolder.with { folder in
            let tool = Tool(test, folder: folder)
            try await WageFile.prepare(tool)
            try await FaultStage.holdCommits(test)
            try await body(tool, test)
        }
    }

    private func importedRows(_ test: TestDatabase) async throws -> Int {
        let database = try await test.connect()
        let rows: Int = try await database.run { try $0.value("select count(*) from register.roster_line") }
        await database.close()
        return rows
    }
}
