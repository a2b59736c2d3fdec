import TestSupport
import Testing

@testable import Postgres

@Suite struct CancellationTests {
    /// Runs `body`, cancels it after a moment, and returns its error and how long that took.
    private func cancelled(
        _ database: Database, after delay: Duration = .milliseconds(100),
        _ body: @escaping @Sendable (Session) throws -> Void
    ) async throws -> (error: (any Error)?, took: Duration) {
        let task = Task { try await database.run(body) }
        try await Task.sleep(for: delay)
        let start = ContinuousClock.now
        task.cancel()
        let result = await task.result
        let took = ContinuousClock.now - start
        guard case .failure(let error) = result else { return (nil, took) }
        return (error, took)
    }

    @Test func `a waiting statement is cancelled within a second and the session goes on`() async throws {
        try await TestDatabase.connected { database in
            let (error, took) = try await cancelled(database) { try $0.execute("select pg_sleep(30)") }
            #expect((error as? PostgresError)?.code == .cancelled)
            #expect(took < .seconds(10))
            #expect(try await database.run { try $0.value("select 1", as: Int.self) } == 1)
        }
    }

    @Test func `a cancelled transaction is rolled back`() async throws {
        try await TestDatabase.connected { database in
            try await database.run { try $0.script("create table t (n int)") }
            let (error, _) = try await cancelled(database) { session in
                try session.transaction { session in
                    try session.execute("insert into t values (1)")
                    try session.execute("select pg_sleep(30)")
                }
            }
            #expect((error as? PostgresError)?.code == .cancelled)
            #expect(try await database.run { try $0.value("select count(*) from t", as: Int.self) } == 0)
        }
    }

    @Test func `a loop of short statements is cancelled too`() async throws {
        try await TestDatabase.connected { database in
            let (error, took) = try await cancelled(database) { session in
                while true { try session.execute("select 1") }
            }
            #expect((error as? PostgresError)?.code == .cancelled)
            #expect(took < .seconds(10))
        }
    }

    @Test func `a long COPY is cancelled and leaves nothing`() async throws {
        try await TestDatabase.connected { database in
            try await database.run { try $0.script("create table t (n bigint)") }
            let (error, took) = try await cancelled(database) { session in
                _ = try session.copyIn("copy t from stdin (format binary)") { writer in
                    while !writer.isStopped {
                        writer.row(1)
                        writer.int64(1)
                    }
                }
            }
            #expect((error as? PostgresError)?.code == .cancelled)
            #expect(took < .seconds(10))
            #expect(try await database.run { try $0.value("select count(*) from t", as: Int.self) } == 0)
        }
    }

    @Test func `a task cancelled before its turn never reaches the server`() async throws {
        try await TestDatabase.connected { database in
            try await database.run { try $0.script("create table t (n int)") }
            let first = Task { try await database.run { try $0.execute("select pg_sleep(0.3)") } }
            try await Task.sleep(for: .milliseconds(50))
            let second = Task { try await database.run { try $0.execute("insert into t values (1)") } }
            second.cancel()
            // The request must not hit the first task's statement.
            _ = try await first.value
            await #expect { try await second.value } throws: { ($0 as? PostgresError)?.code == .cancelled }
            #expect(try await database.run { try $0.value("select count(*) from t", as: Int.self) } == 0)
        }
    }

    @Test func `cancelling many times never hits the next statement`() async throws {
        try await TestDatabase.connected { database in
            for round in 0..<40 {
                let delay = Duration.microseconds(round * 150)
                _ = try await cancelled(database, after: delay) { try $0.execute("select pg_sleep(0.005)") }
                #expect(try await database.run { try $0.value("select 1", as: Int.self) } == 1)
            }
        }
    }

    @Test func `a timeout of the server is not mistaken for a cancellation`() async throws {
        let _: Void = try await TestDatabase.connected { database in
            await #expect {
                try await database.run { session in
                    try session.execute("set statement_timeout = '20ms'")
                    try session.execute("select pg_sleep(5)")
                }
            } throws: { error in
                let error = error as? PostgresError
                return error?.code == .serverError && error?.sqlState == "57014"
            }
        }
    }
}
