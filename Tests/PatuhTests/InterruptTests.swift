import Glibc
import Postgres
import TestSupport
import Testing

/// Ctrl-C.
@Suite struct InterruptTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let arguments: String
        /// A table the command comes to; the test holds it.
        let table: String
        var testDescription: String { arguments }
    }

    static let cases = [
        Case(arguments: "audit run --as-of 2026-10-31", table: "register.business"),
        Case(arguments: "import payments pembayaran.csv", table: "import.batch"),
        Case(arguments: "inspection plan --month 2026-12 --on 2026-11-02", table: "inspection.plan"),
        Case(arguments: "report branch", table: "register.business"),
    ]

    @Test(arguments: cases)
    func `Ctrl-C ends a command promptly with 130, and nothing is stored`(_ interrupted: Case) async throws {
        try await TestDatabase.with(PatuhTemplates.audited) { test in
            let before = try await TableCounts.of(test)
            let holder = try await test.connect()
            let holding = Task {
                try await holder.transaction { session in
                    _ = try session.execute(SQL(unescaped: "lock table \(interrupted.table) in access exclusive mode"))
                    // Until this task is cancelled.
                    _ = try session.execute("select pg_sleep(120)")
                }
            }
            defer { holding.cancel() }
            try await Backends.waitUntilLocked(test)
            try await TemporaryFolder.with { streams in
                let words = interrupted.arguments.split(separator: " ").map(String.init)
                let process = try Tool(test, folder: SampleBranch.folder).start(words, streams: streams)
                try await Backends.waitUntilBlocked(test)
                let start = ContinuousClock.now
                process.send(SIGINT)
                #expect(try await process.wait(.seconds(20)) == .exited(130))
                #expect(ContinuousClock.now - start < .seconds(3))
                let message = Tool.text(streams + "/err")
                #expect(message.contains("Interrupted; what was under way was rolled back."))
                #expect(Tool.text(streams + "/out").isEmpty)
            }
            holding.cancel()
            _ = await holding.result
            await holder.close()
            try await Backends.waitUntilGone(test)
            #expect(TableCounts.differences(try await TableCounts.of(test), before) == [])
        }
    }
}
