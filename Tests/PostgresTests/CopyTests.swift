import FoundationEssentials
import TestSupport
import Testing

@testable import Postgres

private struct Broken: Error {}

@Suite struct CopyTests {
    private static let table = """
        create table t (a bigint, b integer, c smallint, d boolean, e text, f date, g bytea)
        """
    private static let copy = "copy t from stdin (format binary)"

    @Test func `every type arrives, and NULL`() async throws {
        try await TestDatabase.connected { database in
            try await database.run { session in
                try session.script(Self.table)
                let day = try #require(CalendarDate(iso: "1999-12-31"))
                let count = try session.copyIn(Self.copy) { writer in
                    writer.row(7)
                    writer.int64(.min)
                    writer.int32(-7)
                    writer.int16(.max)
                    writer.bool(true)
                    writer.text("Ayu\t日\\N")
                    writer.date(day)
                    writer.text(utf8: ([0, 255] as [UInt8]).span)
                    writer.row(7)
                    for _ in 1...5 { writer.null() }
                    writer.date(.infinity)
                    writer.text("")
                }
                #expect(count == 2)
                let rows = try session.rows("select * from t order by a")
                #expect(try rows[0].get("a") == Int64.min)
                #expect(try rows[0].get("b") == -7)
                #expect(try rows[0].get("c") == Int(Int16.max))
                #expect(try rows[0].get("d", as: Bool.self))
                #expect(try rows[0].get("e") == "Ayu\t日\\N")
                #expect(try rows[0].get("f") == day)
                #expect(try rows[0].get("g") == [0, 255] as [UInt8])
                #expect((0..<5).allSatisfy { rows[1].text($0) == nil })
                #expect(try rows[1].get("f") == CalendarDate.infinity)
                #expect(try rows[1].get("g") == [] as [UInt8])
            }
        }
    }

    @Test func `rows and fields larger than the buffer arrive whole`() async throws {
        try await TestDatabase.connected { database in
            try await database.run { session in
                try session.script("create table t (n bigint, e text)")
                let long = String(repeating: "é", count: 150_000)
                let count = try session.copyIn(Self.copy) { writer in
                    for number in 1...20_000 as ClosedRange<Int64> {
                        writer.row(2)
                        writer.int64(number)
                        writer.text(number % 5000 == 0 ? long : "short")
                    }
                }
                #expect(count == 20_000)
                #expect(try session.value("select sum(n) from t", as: Int.self) == 200_010_000)
                #expect(try session.value("select count(*) from t where e = \(long)", as: Int.self) == 4)
            }
        }
    }

    @Test func `a COPY that is given up leaves nothing and a usable session`() async throws {
        try await TestDatabase.connected { database in
            try await database.run { session in
                try session.script("create table t (n bigint)")
                #expect(throws: Broken.self) {
                    try session.copyIn(Self.copy) { writer in
                        for number in 1...100_000 as ClosedRange<Int64> {
                            writer.row(1)
                            writer.int64(number)
                        }
                        throw Broken()
                    }
                }
                #expect(try session.value("select count(*) from t", as: Int.self) == 0)
            }
        }
    }

    @Test func `what the server or the writer refuses is an error`() async throws {
        try await TestDatabase.connected { database in
            try await database.run { session in
                try session.script("create table t (n bigint primary key)")
                // An integer where a bigint must be.
                #expect {
                    try session.copyIn(Self.copy) {
                        $0.row(1); $0.int32(1)
                    }
                } throws: { error in
                    (error as? PostgresError)?.sqlState == "08P01"
                }
                #expect {
                    try session.copyIn(Self.copy) { writer in
                        for _ in 1...2 { writer.row(1); writer.int64(1) }
                    }
                } throws: { error in
                    (error as? PostgresError)?.sqlState == "23505"
                }
                #expect {
                    try session.copyIn(Self.copy) {
                        $0.row(2); $0.int64(1)
                    }
                } throws: { error in
                    (error as? PostgresError)?.code == .copyFailed
                }
                #expect { try session.copyIn("select 1") { _ in } } throws: { error in
                    (error as? PostgresError)?.code == .copyFailed
                }
                #expect { try session.copyIn("copy t to stdout") { _ in } } throws: { error in
                    (error as? PostgresError)?.code == .copyFailed
                }
                #expect { try session.execute("copy t from stdin") } throws: { error in
                    (error as? PostgresError)?.code == .copyFailed
                }
                #expect(try session.value("select count(*) from t", as: Int.self) == 0)
            }
        }
    }

    @Test func `a file goes in as it is and a missing one is named`() async throws {
        let file = FileManager.default.temporaryDirectory.path + "/patuh-copy-\(UInt64.random(in: 0 ... .max)).csv"
        let lines = (1...50_000).map { "\($0),\"name, \($0)\"\r\n" }
        try Data("n,e\r\n\(lines.joined())".utf8).write(to: URL(filePath: file))
        defer { try? FileManager.default.removeItem(atPath: file) }
        try await TestDatabase.connected { database in
            try await database.run { session in
                try session.script("create table t (n bigint, e text)")
                let copy = "copy t from stdin (format csv, header match)"
                #expect(try session.copyInText(copy, file: file) == 50_000)
                #expect(try session.value("select e from t where n = 777", as: String.self) == "name, 777")
                #expect { try session.copyInText(copy, file: "/nonexistent.csv") } throws: { error in
                    (error as? PostgresError)?.code == .fileUnreadable && "\(error)".contains("/nonexistent.csv")
                }
                #expect { try session.copyInText(copy, file: "/") } throws: { error in
                    (error as? PostgresError)?.code == .fileUnreadable
                }
                #expect(try session.value("select count(*) from t", as: Int.self) == 50_000)
            }
        }
    }

    @Test func `rows come out, and the reader may stop early`() async throws {
        try await TestDatabase.connected { database in
            try await database.run { session in
                var text = ""
                try session.copyOut("copy (select n, 'é' from generate_series(1, 3) as n) to stdout (format csv)") {
                    text += String(decoding: $0, as: UTF8.self)
                }
                #expect(text == "1,é\n2,é\n3,é\n")
                #expect(throws: Broken.self) {
                    try session.copyOut("copy (select generate_series(1, 100000000)) to stdout") { _ in throw Broken() }
                }
                #expect {
                    try session.copyOut("copy (select 1 / (3 - n) from generate_series(1, 5) as n) to stdout") { _ in }
                } throws: { ($0 as? PostgresError)?.sqlState == "22012" }
                #expect(try session.value("select 1", as: Int.self) == 1)
            }
        }
    }
}
