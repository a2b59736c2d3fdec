import CPostgreSQL
import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

extension EmbeddedServer {
    /// Starts the server for a command unless it runs; `stopIfIdle` stops it then.
    public func ensureRunning() async throws {
        try await start(keep: nil)
    }

    /// Starts the server unless it runs; kept, it stays until `stop`.
    public func start(keep: Bool) async throws {
        try await start(keep: .some(keep))
    }

    /// With nil a running server stays what it is.
    private func start(keep: Bool?) async throws {
        try prepareHome()
        let lock = try await startLock()
        defer { withExtendedLifetime(lock) {} }
        let deadline = ContinuousClock.now + options.patience
        var child: ChildProcess?
        var failures = 0
        while true {
            let answer = ping()
            if answer == PQPING_OK {
                if let keep { keep ? unmark() : mark() }
                return
            }
            // Asked last: a process that was held up itself finds the server that has come meanwhile.
            guard ContinuousClock.now < deadline else { throw startFailure }
            guard answer == PQPING_NO_RESPONSE, !isComing(child) else {
                // It starts, recovers or shuts down.
                try await Task.sleep(for: .milliseconds(10))
                continue
            }
            if child != nil { failures += 1 }
            // After a kill the old server's processes hold its memory for a moment.
            guard failures < 10 else { throw startFailure }
            if failures > 0 { try await Task.sleep(for: .milliseconds(200)) }
            // Before the server is there: whoever is killed from here on leaves one that will be stopped.
            if keep != true { mark() }
            child = try await launch()
        }
    }

    private func isComing(_ child: ChildProcess?) -> Bool {
        if let child { return child.exitStatus() == nil && kill(child.pid, 0) == 0 }
        return Cluster.existing(home: home).flatMap { Postmaster.running(on: $0.data) } != nil
    }

    private func launch() async throws -> ChildProcess {
        let account = try ServerAccount.current()
        let existing = Cluster.existing(home: home)
        let programs = try await ServerPrograms.find(explicit: options.programs, major: existing?.major)
        let cluster = existing ?? Cluster(home: home, major: programs.major)
        if existing == nil { try await cluster.create(self, programs, account) }
        let log = try ServerLog.open(logFile)
        defer { close(log) }
        return try ChildProcess(
            account.prefix + [programs.postgres] + ServerSettings.arguments(self, cluster), output: log
        )
    }

    private func mark() {
        let descriptor = open(startedByCommandMarker, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        if descriptor >= 0 { close(descriptor) }
    }

    private func unmark() {
        unlink(startedByCommandMarker)
    }

    func ping() -> PGPing {
        parameters(database: "postgres").withPointers { PQpingParams($0, $1, 0) }
    }

    private var startFailure: PostgresError {
        PostgresError(
            .serverStartFailed, "The private database server did not start.", hint: "Its log is \(logFile).",
            serverMessage: ServerLog.tail(logFile)
        )
    }
}
