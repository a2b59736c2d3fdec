import Synchronization
import TestSupport
import Testing

@testable import Postgres

@Suite struct TestTemplateTests {
    @Test func `a template is built once and its clones are independent`() async throws {
        let hash = String(UInt64.random(in: 0 ... .max), radix: 16)
        let counted = Counter()
        let template = TestTemplate(hash: hash) { database in
            counted.increment()
            try await database.run { try $0.script("create table t (n int); insert into t values (1)") }
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 1...4 {
                group.addTask {
                    try await TestDatabase.connected(template) { database in
                        try await database.run { session in
                            try session.execute("insert into t values (2)")
                            let count = try session.value("select count(*) from t", as: Int.self)
                            #expect(count == 2)
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(counted.value == 1)
        try await TestDatabase.connected { database in
            try await database.run { session in
                let name = "patuh_template_\(hash)"
                try session.execute("alter database \(identifier: name) with allow_connections true")
                try session.execute("drop database \(identifier: name)")
            }
        }
    }

    @Test func `the environment leads another program to the same database`() async throws {
        try await TestDatabase.with { test in
            let host = test.environment["PGHOST"].map { "host='\($0)' user=\(test.environment["PGUSER"] ?? "")" }
            let database = try await Database.connect(
                .conninfo("\(host ?? "") dbname=\(test.environment["PGDATABASE"] ?? "")"), application: "patuh tests"
            )
            let name = try await database.run { try $0.value("select current_database()", as: String.self) }
            #expect(name == test.name)
        }
    }
}

private final class Counter: Sendable {
    private let count = Mutex(0)
    var value: Int { count.withLock(\.self) }
    func increment() { count.withLock { $0 += 1 } }
}
