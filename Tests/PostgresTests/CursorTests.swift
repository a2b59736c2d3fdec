import TestSupport
import Testing

@testable import Postgres

private struct Enough: Error {}

@Suite struct CursorTests {
    @Test(arguments: [0, 1, 6, 7, 8, 100])
    func `every row arrives once and in order`(count: Int) async throws {
        try await TestDatabase.connected { database in
            try await database.run { session in
                var seen: [Int] = []
                try session.forEach("select n from generate_series(1, \(count)::int) as n", fetch: 7) { row in
                    seen.append(try row.get("n"))
                }
                #expect(seen == Array(0...count).dropFirst().map { $0 })
            }
        }
    }

    @Test func `cursors nest and leave room for other statements`() async throws {
        try await TestDatabase.connected { database in
            try await database.transaction { session in
                try session.script("create table product (n int)")
                try session.forEach("select n from generate_series(1, 4) as n", fetch: 2) { outer in
                    let factor: Int = try outer.get("n")
                    try session.forEach("select n from generate_series(1, 3) as n", fetch: 2) { inner in
                        let product = try factor * inner.get("n", as: Int.self)
                        try session.execute("insert into product values (\(product))")
                    }
                }
                #expect(try session.value("select sum(n) from product", as: Int.self) == 60)
            }
        }
    }

    @Test func `a body that stops early leaves the transaction usable`() async throws {
        try await TestDatabase.connected { database in
            try await database.transaction { session in
                var seen = 0
                #expect(throws: Enough.self) {
                    try session.forEach("select n from generate_series(1, 1000000) as n", fetch: 10) { _ in
                        seen += 1
                        if seen == 25 { throw Enough() }
                    }
                }
                #expect(seen == 25)
                let open = try session.value("select count(*) from pg_cursors where name <> ''", as: Int.self)
                #expect(open == 0)
            }
        }
    }
}
