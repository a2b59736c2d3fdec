extension EmbeddedServer {
    /// Makes a database on the running server unless it exists.
    public func createDatabaseIfMissing(_ name: String) async throws {
        // Two commands at once would both find it missing.
        let lock = try await startLock()
        defer { withExtendedLifetime(lock) {} }
        let database = try await Database.connect(parameters(database: "postgres"))
        try await database.run { session in
            let exists = try session.value(
                "select exists (select from pg_database where datname = \(name)::name)", as: Bool.self
            )
            if !exists { try session.execute("create database \(identifier: name)") }
        }
        await database.close()
    }
}
