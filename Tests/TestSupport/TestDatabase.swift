public import Postgres
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// A database of one test.
public struct TestDatabase: Sendable {
    /// Its name.
    public let name: String
    /// How to connect to it in this process.
    public let target: ConnectionTarget
    /// What a spawned `patuh` needs in its environment to use it.
    public let environment: [String: String]

    private static let counter = Mutex(0)

    private init(name: String, target: ConnectionTarget, environment: [String: String]) {
        (self.name, self.target, self.environment) = (name, target, environment)
    }

    /// A database on a server of the test's own.
    public init(on server: EmbeddedServer, name: String) {
        self.init(
            name: name, target: .embedded(server, database: name),
            environment: [
                "PGHOST": server.socketFolder, "PGPORT": EmbeddedServer.port, "PGUSER": EmbeddedServer.user,
                "PGDATABASE": name,
            ])
    }

    /// Calls `body` with a fresh database, empty or cloned from a template, and drops it afterwards.
    public static func with<T>(
        _ template: TestTemplate? = nil, _ body: (TestDatabase) async throws -> T
    ) async throws -> T {
        try await Gate.databases.pass { try await open(template, body) }
    }

    private static func open<T>(
        _ template: TestTemplate?, _ body: (TestDatabase) async throws -> T
    ) async throws -> T {
        let server = try await TestServer.shared()
        try await template?.prepare(server)
        let number = counter.withLock { counter in
            counter += 1
            return counter
        }
        let name = "patuh_test_\(getpid())_\(number)"
        let source = template?.name ?? "template0"
        try await server.administer { session in
            try session.execute(
                "create database \(identifier: name) template \(identifier: source) strategy file_copy"
            )
        }
        let database = TestDatabase(
            name: name, target: server.target(name), environment: server.environment(name)
        )
        do {
            let value = try await body(database)
            try await drop(name, server)
            return value
        } catch {
            try? await drop(name, server)
            throw error
        }
    }

    /// Calls `body` with a connection to a fresh database.
    public static func connected<T>(
        _ template: TestTemplate? = nil, _ body: (Database) async throws -> T
    ) async throws -> T {
        try await with(template) { test in
            let database = try await test.connect()
            do {
                let value = try await body(database)
                await database.close()
                return value
            } catch {
                await database.close()
                throw error
            }
        }
    }

    /// Connects to it.
    public func connect() async throws -> Database {
        try await Database.connect(target, application: "patuh tests")
    }

    private static func drop(_ name: String, _ server: TestServer) async throws {
        try await server.administer { session in
            try session.execute("drop database if exists \(identifier: name) with (force)")
        }
    }
}
