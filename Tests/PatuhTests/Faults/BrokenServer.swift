import FoundationEssentials
import Glibc
import Postgres
import Register
import TestSupport

/// A server of one test, which the test may break.
struct BrokenServer {
    let embedded: EmbeddedServer

    /// Calls `body` with the server and a database with Patuh's tables, and clears up afterwards.
    static func with(_ body: (BrokenServer, TestDatabase) async throws -> Void) async throws {
        var options = EmbeddedServer.Options()
        options.patience = .seconds(60)
        let home = "\(ServerFolder.path)/patuh-broken-\(UInt32.random(in: 0 ... .max))"
        let server = EmbeddedServer(home: home, options: options)
        let result: Result<Void, any Error>
        do {
            try await server.start(keep: true)
            try await server.createDatabaseIfMissing("patuh")
            let test = TestDatabase(on: server, name: "patuh")
            let database = try await test.connect()
            _ = try await database.run { try Schema(PatuhTemplates.resources).migrate($0) }
            await database.close()
            result = .success(try await body(BrokenServer(embedded: server), test))
        } catch {
            result = .failure(error)
        }
        _ = try? await server.stop()
        try? FileManager.default.removeItem(atPath: server.home)
        try result.get()
    }

    /// Ends the server, or the process in it that works for a command.
    func goAway(_ departure: ConnectionFaultTests.Departure, _ test: TestDatabase) async throws {
        switch departure {
        case .fast: try await signal(SIGINT)
        case .immediate: try await signal(SIGQUIT)
        case .crash:
            let database = try await test.connect()
            let pids = try await database.run { session in
                try session.rows(SQL(unescaped: "select pid from pg_stat_activity where \(Backends.commands)"))
                    .map { try $0.get("pid", as: Int.self) }
            }
            for pid in pids { kill(pid_t(pid), SIGKILL) }
            await database.close()
        }
    }

    private func signal(_ number: Int32) async throws {
        if let pid = try await embedded.status().pid { kill(pid_t(pid), number) }
    }

    /// Starts it again and waits until it has recovered.
    func comeBack() async throws {
        for _ in 0..<200 {
            do {
                try await embedded.start(keep: true)
                let database = try await Database.connect(
                    .embedded(embedded, database: "postgres"), application: "patuh tests")
                await database.close()
                return
            } catch is PostgresError {
                try await Task.sleep(for: .milliseconds(50))
            }
        }
    }
}
