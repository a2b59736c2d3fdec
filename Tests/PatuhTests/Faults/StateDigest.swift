import Postgres
import TestSupport

/// What an import can change, byte by byte: a hash of the rows of every table.
enum StateDigest {
    static func of(_ test: TestDatabase) async throws -> [String: String] {
        let database = try await test.connect()
        let digest = try await database.run { session in
            let tables = try session.rows(
                """
                select format('%I.%I', schemaname, tablename) as name
                from pg_tables
                where schemaname in ('register', 'import', 'inspection', 'audit', 'journal', 'letter')
                """
            ).map { try $0.get("name", as: String.self) }
            var digest: [String: String] = [:]
            for table in tables {
                digest[table] = try session.value(
                    SQL(
                        unescaped: """
                            select count(*) || ' ' || coalesce(md5(string_agg(t.hash, '' order by t.hash)), '')
                            from (select md5(r::text) as hash from \(table) as r) as t
                            """))
            }
            return digest
        }
        await database.close()
        return digest
    }

    /// The tables in which two states differ, for messages.
    static func differences(_ one: [String: String], _ other: [String: String]) -> [String] {
        Set(one.keys).union(other.keys).filter { one[$0] != other[$0] }.sorted()
    }
}
