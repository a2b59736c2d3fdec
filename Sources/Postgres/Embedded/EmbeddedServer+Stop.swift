import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

extension EmbeddedServer {
    /// Stops the server, disconnecting whoever uses it, and says whether it ran.
    @discardableResult
    public func stop() async throws -> Bool {
        guard access(home, F_OK) == 0 else { return false }
        let lock = try await startLock()
        defer { withExtendedLifetime(lock) {} }
        return try await shutDown()
    }

    /// Stops a server that a command started, unless someone else uses it, and says whether it did.
    ///
    /// A command calls this at its end, after closing its own connections.
    @discardableResult
    public func stopIfIdle() async throws -> Bool {
        guard access(startedByCommandMarker, F_OK) == 0 else { return false }
        let lock = try await startLock()
        defer { withExtendedLifetime(lock) {} }
        // No other command of Patuh…
        guard let lease = try exclusiveLease() else { return false }
        defer { withExtendedLifetime(lease) {} }
        // … and no other program. The backend of a command that has just closed may linger for a moment.
        for _ in 1...100 {
            if try await otherClients() == 0 { return try await shutDown() }
            try await Task.sleep(for: .milliseconds(20))
        }
        return false
    }

    private func otherClients() async throws -> Int {
        guard Cluster.existing(home: home).flatMap({ Postmaster.running(on: $0.data) }) != nil else { return 0 }
        let database = try await Database.connect(parameters(database: "postgres"))
        let count = try await database.run { session in
            try session.value(
                """
                select count(*) from pg_stat_activity
                where backend_type = 'client backend' and pid <> pg_backend_pid()
                """, as: Int.self
            )
        }
        await database.close()
        return count
    }

    private func shutDown() async throws -> Bool {
        guard let cluster = Cluster.existing(home: home), let first = Postmaster.running(on: cluster.data) else {
            unlink(startedByCommandMarker)
            return false
        }
        first.shutDown()
        let deadline = ContinuousClock.now + options.patience
        while !first.hasEnded(on: cluster.data) {
            guard ContinuousClock.now < deadline else {
                throw PostgresError(
                    .serverStopFailed, "The private database server did not stop.", hint: "Its log is \(logFile)."
                )
            }
            try await Task.sleep(for: .milliseconds(10))
        }
        unlink(startedByCommandMarker)
        return true
    }
}
