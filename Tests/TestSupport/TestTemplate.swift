public import Postgres

/// A database that is built once and cloned for each test.
public struct TestTemplate: Sendable {
    let name: String
    let build: @Sendable (Database) async throws -> Void

    /// Names the template by a hash of what it is built from, so that a change builds another.
    public init(hash: String, build: @escaping @Sendable (Database) async throws -> Void) {
        name = "patuh_template_\(hash)"
        self.build = build
    }

    /// Builds the template unless some test process has; others wait meanwhile.
    func prepare(_ server: TestServer) async throws {
        let guardian = try await Database.connect(server.target("postgres"), application: "patuh tests")
        // Held until this connection closes.
        try await guardian.run { try $0.execute("select pg_advisory_lock(hashtext(\(name)))") }
        let exists = try await guardian.run {
            try $0.value("select exists (select from pg_database where datname = \(name)::name)", as: Bool.self)
        }
        if !exists { try await create(server, guardian) }
        await guardian.close()
    }

    private func create(_ server: TestServer, _ guardian: Database) async throws {
        let unfinished = "\(name)_unfinished"
        try await guardian.run { session in
            try session.execute("drop database if exists \(identifier: unfinished) with (force)")
            try session.execute("create database \(identifier: unfinished) template template0")
        }
        let database = try await Database.connect(server.target(unfinished), application: "patuh tests")
        try await build(database)
        await database.close()
        try await guardian.run { session in
            // A connection to the template would make cloning fail.
            try session.execute("alter database \(identifier: unfinished) with allow_connections false")
            try session.execute("alter database \(identifier: unfinished) rename to \(identifier: name)")
        }
    }
}
