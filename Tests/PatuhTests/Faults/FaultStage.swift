import Postgres
import TestSupport
import Testing

/// A place in an import of wages at which something can be made to go wrong.
enum FaultStage: String, Sendable, CaseIterable {
    case copy, check, record, accept, commit

    /// Starts the import, calls `fault` when it has come to this stage, and returns how it ended.
    func interrupt(
        _ tool: Tool, _ arguments: [String], _ test: TestDatabase, fault: (Spawned) async throws -> Void
    ) async throws -> Tool.Outcome {
        let holder = try await test.connect()
        let holding = lock.map { lock in
            Task {
                try await holder.transaction { session in
                    try session.script(lock)
                    // Until this task is cancelled, or the server goes away.
                    _ = try session.execute("select pg_sleep(120)")
                }
            }
        }
        defer { holding?.cancel() }
        if holding != nil { try await Backends.waitUntilHeld(test) }
        return try await TemporaryFolder.with { streams in
            let process = try tool.start(arguments, streams: streams)
            try await self == .copy ? Backends.waitUntilCopying(test) : Backends.waitUntilBlocked(test)
            try await fault(process)
            let ending = try await process.wait(.seconds(60))
            holding?.cancel()
            _ = await holding?.result
            await holder.close()
            let code: Int32 =
                switch ending {
                case .exited(let status): status
                case .killed(let signal): 128 + signal
                }
            return Tool.Outcome(
                arguments: arguments, out: Tool.text(streams + "/out"), err: Tool.text(streams + "/err"), exit: code)
        }
    }

    /// What another session holds so that the import waits there; the rows on their way need nothing.
    private var lock: String? {
        switch self {
        case .copy: nil
        case .check: "lock table register.business_identifier in access exclusive mode"
        case .record: "lock table import.batch in share mode"
        case .accept: "lock table register.roster in share mode"
        case .commit: "select pg_advisory_xact_lock(4711)"
        }
    }

    /// Makes commits of imports wait for the lock of the stage `commit`.
    static func holdCommits(_ test: TestDatabase) async throws {
        let database = try await test.connect()
        try await database.run { session in
            try session.script(
                """
                create function public.wait_at_commit() returns trigger language plpgsql as $$
                begin
                    perform pg_advisory_xact_lock(4711);
                    return null;
                end
                $$;
                create constraint trigger wait_at_commit after insert on import.batch deferrable initially deferred
                for each row execute function public.wait_at_commit();
                """)
        }
        await database.close()
    }
}
