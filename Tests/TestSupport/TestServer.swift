import FoundationEssentials
import Postgres

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// The server tests run on: that of `PGHOST`, or a throwaway cluster that later test processes find again.
struct TestServer: Sendable {
    /// The throwaway cluster; nil when `PGHOST` names a server.
    let embedded: EmbeddedServer?

    /// Started once in a process.
    static func shared() async throws -> TestServer {
        try await starting.value
    }

    private static let starting = Task { try await start() }

    private static func start() async throws -> TestServer {
        if ProcessInfo.processInfo.environment["PGHOST"] != nil { return TestServer(embedded: nil) }
        var options = EmbeddedServer.Options()
        options.isDurable = false
        let server = EmbeddedServer(home: "\(ServerFolder.path)/patuh-tests-\(geteuid())", options: options)
        // Nothing runs after the last test, so the server stays for the next run.
        try await server.start(keep: true)
        let shared = TestServer(embedded: server)
        try await shared.dropLeftovers()
        return shared
    }

    func target(_ database: String) -> ConnectionTarget {
        if let embedded { return .embedded(embedded, database: database) }
        return .conninfo("dbname='\(database)'")
    }

    func environment(_ database: String) -> [String: String] {
        guard let embedded else { return ["PGDATABASE": database] }
        return [
            "PGHOST": embedded.socketFolder, "PGPORT": EmbeddedServer.port, "PGUSER": EmbeddedServer.user,
            "PGDATABASE": database,
        ]
    }

    /// Works on the server outside any test's database.
    @discardableResult
    func administer<T: Sendable>(_ body: @Sendable (Session) throws -> T) async throws -> T {
        let database = try await Database.connect(target("postgres"), application: "patuh tests")
        let value = try await database.run(body)
        await database.close()
        return value
    }

    /// Databases of test processes that were killed.
    private func dropLeftovers() async throws {
        try await administer { session in
            let names = try session.rows("select datname from pg_database where datname like 'patuh\\_test\\_%'")
            for row in names {
                let name: String = try row.get("datname")
                guard let pid = name.split(separator: "_").dropFirst(2).first.flatMap({ pid_t($0) }),
                    kill(pid, 0) != 0, errno == ESRCH
                else { continue }
                try session.execute("drop database if exists \(identifier: name) with (force)")
            }
        }
    }
}
