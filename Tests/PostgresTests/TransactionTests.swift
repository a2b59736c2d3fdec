import TestSupport
import Testing

@testable import Postgres

private struct Change: Error {}

@Suite struct TransactionTests {
    private func withTable(_ body: (Database) async throws -> Void) async throws {
        try await TestDatabase.connected { database in
            try await database.run { try $0.script("create table t (n int primary key)") }
            try await body(database)
        }
    }

    private func numbers(_ database: Database) async throws -> [Int] {
        try await database.run { session in
            try session.rows("select n from t order by n").map { try $0.get("n") }
        }
    }

    @Test func `what succeeds stays and what throws is rolled back`() async throws {
        try await withTable { database in
            let count = try await database.transaction { try $0.execute("insert into t values (1), (2)") }
            #expect(count == 2)
            await #expect(throws: Change.self) {
                try await database.transaction { session in
                    try session.execute("insert into t values (3)")
                    throw Change()
                }
            }
            #expect(try await numbers(database) == [1, 2])
        }
    }

    @Test func `an inner transaction is undone alone`() async throws {
        try await withTable { database in
            try await database.transaction { session in
                try session.execute("insert into t values (1)")
                for number in [2, 3] {
                    try? session.transaction { inner in
                        try inner.execute("insert into t values (\(number))")
                        // Fails in the server, so that the whole transaction would be lost without a savepoint.
                        if number == 2 { try inner.execute("insert into t values (1)") }
                    }
                }
                try session.transaction { try $0.transaction { _ = try $0.execute("insert into t values (4)") } }
            }
            #expect(try await numbers(database) == [1, 3, 4])
        }
    }

    @Test func `a failure that the body swallowed is not reported as saved`() async throws {
        try await withTable { database in
            try await database.run { try $0.execute("delete from t") }
            await #expect {
                try await database.transaction { session in
                    try session.execute("insert into t values (1)")
                    _ = try? session.execute("insert into t values (1)")
                }
            } throws: {
                ($0 as? PostgresError)?.code == .transactionFailed
            }
            #expect(try await numbers(database) == [])
        }
    }

    @Test func `a constraint that fails at commit is reported`() async throws {
        try await withTable { database in
            try await database.run {
                try $0.script("create table u (n int references t deferrable initially deferred)")
            }
            await #expect {
                try await database.transaction { try $0.execute("insert into u values (9)") }
            } throws: {
                ($0 as? PostgresError)?.sqlState == "23503"
            }
            try await database.transaction { try $0.execute("insert into t values (9)") }
            #expect(try await numbers(database) == [9])
        }
    }

    @Test func `a transaction begun by hand and forgotten does not leak into the next work`() async throws {
        try await withTable { database in
            try await database.run { session in
                try session.execute("begin")
                try session.execute("insert into t values (1)")
            }
            #expect(try await numbers(database) == [])
        }
    }

    @Test func `work of many tasks does not mix`() async throws {
        try await withTable { database in
            try await database.run { try $0.execute("insert into t values (0)") }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 1...50 {
                    group.addTask {
                        try await database.transaction { session in
                            let number = try session.value("select n from t", as: Int.self)
                            try session.execute("update t set n = \(number + 1)")
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await numbers(database) == [50])
        }
    }
}
