import FoundationEssentials
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

@testable import Postgres

@Suite struct SessionTests {
    @Test func `every bindable type comes back as it was sent`() async throws {
        try await TestDatabase.connected { database in
            try await database.run { session in
                let date = try #require(CalendarDate(iso: "2026-10-31"))
                let row = try session.row(
                    """
                    select \("Ayu 'x' \\ \n 日")::text as t, \(Int.min)::bigint as i, \(Int32.max)::integer as j,
                        \(true)::boolean as b, \(false)::boolean as c, \([0, 255, 7] as [UInt8])::bytea as y,
                        \(Data([1, 2]))::bytea as d, \(["a,b", "\"", "NULL"])::text[] as ts,
                        \([1, -2] as [Int64])::bigint[] as ns, \(date)::date as day,
                        \(CalendarDate.infinity)::date as open, \(0.1)::double precision as f, \([date])::date[] as ds
                    """
                )
                #expect(try row.get("t") == "Ayu 'x' \\ \n 日")
                #expect(try row.get("i") == Int.min)
                #expect(try row.get("i") == Int64.min)
                #expect(try row.get("j") == Int32.max)
                #expect(try row.get("b", as: Bool.self))
                #expect(try !row.get("c", as: Bool.self))
                #expect(try row.get("y") == [0, 255, 7] as [UInt8])
                #expect(try row.get("d") == Data([1, 2]))
                #expect(try row.get("ts") == ["a,b", "\"", "NULL"])
                #expect(try row.get("ns") == [1, -2] as [Int64])
                #expect(try row.get("day") == date)
                #expect(try row.get("open") == CalendarDate.infinity)
                #expect(try row.get("f") == 0.1)
                #expect(try row.get("ds") == [date])
                #expect(row.columns.map(\.name).prefix(3) == ["t", "i", "j"])
                #expect(row.columns[1].typeOID == 20)
                #expect(row.text(4) == "f")
                #expect(row.text(99) == nil)
            }
        }
    }

    @Test func `NULL is nil where it may be and an error where not`() async throws {
        try await TestDatabase.connected { database in
            try await database.run { session in
                let nothing: Int? = nil
                let row = try session.row("select \(nothing as Int?)::bigint as n, '' as empty")
                #expect(try row.getIfPresent("n", as: Int.self) == nil)
                #expect(try row.getIfPresent("empty") == "")
                #expect { try row.get("n", as: Int.self) } throws: { error in
                    (error as? PostgresError)?.code == .decoding
                }
                #expect(try session.valueIfPresent("select null::bigint", as: Int.self) == nil)
                #expect(try session.valueIfPresent("select 1 where false", as: Int.self) == nil)
                #expect { try session.value("select null::bigint", as: Int.self) } throws: { error in
                    (error as? PostgresError)?.code == .decoding
                }
                #expect(throws: PostgresError.self) { try row.get("absent", as: Int.self) }
            }
        }
    }

    @Test func `one row means one row`() async throws {
        try await TestDatabase.connected { database in
            try await database.run { session in
                for count in [0, 2] {
                    #expect { try session.row("select from generate_series(1, \(count)::int)") } throws: { error in
                        (error as? PostgresError)?.code == .unexpectedRowCount
                    }
                }
                #expect(throws: PostgresError.self) { try session.rowIfPresent("select from generate_series(1, 2)") }
                let none = try session.rowIfPresent("select 1 where false")
                #expect(none == nil)
            }
        }
    }

    @Test func `rows outlive the session and its next results`() async throws {
        let rows = try await TestDatabase.connected { database in
            try await database.run { session in
                let rows = try session.rows("select n, n * n as square from generate_series(1, 3) as n")
                try session.execute("select 1")
                return rows
            }
        }
        #expect(try rows.map { try $0.get("square", as: Int.self) } == [1, 4, 9])
    }

    @Test func `touched rows are counted and scripts run as a whole`() async throws {
        try await TestDatabase.connected { database in
            try await database.run { session in
                try session.script("create table t (n int); insert into t select generate_series(1, 5);")
                #expect(try session.execute("update t set n = n + 1 where n > \(2)") == 3)
                #expect(try session.execute("delete from t") == 5)
                #expect(throws: PostgresError.self) {
                    try session.script("insert into t values (1); insert into t values (1/0);")
                }
                #expect(try session.value("select count(*) from t", as: Int.self) == 0)
            }
        }
    }

    @Test func `the session's settings do not depend on the server's`() async throws {
        try await TestDatabase.with { test in
            let administrator = try await test.connect()
            try await administrator.run { session in
                try session.execute("alter database \(identifier: test.name) set datestyle = 'German'")
                try session.execute("alter database \(identifier: test.name) set bytea_output = 'escape'")
                try session.execute("alter database \(identifier: test.name) set client_encoding = 'LATIN1'")
            }
            let database = try await test.connect()
            try await database.run { session in
                let date = try session.value("select date '2026-10-31'", as: CalendarDate.self)
                #expect(date.day == 31)
                #expect(try session.value("select '\\x00ff'::bytea", as: [UInt8].self) == [0, 255])
                #expect(try session.value("select '日'", as: String.self) == "日")
                #expect(try session.value("show client_min_messages", as: String.self) == "warning")
                #expect(try session.value("show jit", as: String.self) == "off")
                #expect(try session.value("show application_name", as: String.self) == "patuh tests")
            }
        }
    }

    @Test func `a connection keeps to one thread and off the tasks' threads`() async throws {
        try await TestDatabase.with { test in
            let databases = try await withThrowingTaskGroup(of: Database.self) { group in
                for _ in 1...8 { group.addTask { try await test.connect() } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            let start = ContinuousClock.now
            let threads = try await withThrowingTaskGroup(of: UInt.self) { group in
                for database in databases {
                    for _ in 1...2 {
                        group.addTask {
                            try await database.run { session in
                                try session.execute("select pg_sleep(2)")
                                return UInt(pthread_self())
                            }
                        }
                    }
                }
                return try await group.reduce(into: Set<UInt>()) { $0.insert($1) }
            }
            #expect(threads.count == 8)
            // Thirty-two seconds of waiting; on the tasks' threads it would take as many as there are processors.
            #expect(ContinuousClock.now - start < .seconds(12))
        }
    }
}
