import Postgres
import TestSupport

/// How many rows every table of a database has: what a command left or took away.
enum TableCounts {
    static func of(_ test: TestDatabase) async throws -> [String: Int] {
        let database = try await test.connect()
        let counts = try await database.run { session in
            let tables = try session.rows(
                """
                select format('%I.%I', schemaname, tablename) as name
                from pg_tables
                where schemaname not in ('pg_catalog', 'information_schema')
                """
            ).map { try $0.get("name", as: String.self) }
            var counts: [String: Int] = [:]
            for table in tables {
                counts[table] = try session.value(SQL(unescaped: "select count(*) from \(table)"))
            }
            // Audits of few employers leave their work tables to the next one, empty.
            return counts.filter { !$0.key.hasPrefix("work.") || $0.value > 0 }
        }
        await database.close()
        return counts
    }

    /// The tables in which two states differ, for messages.
    static func differences(_ one: [String: Int], _ other: [String: Int]) -> [String] {
        Set(one.keys).union(other.keys).filter { one[$0] != other[$0] }.sorted()
            .map { "\($0): \(one[$0] ?? 0) and \(other[$0] ?? 0)" }
    }
}
