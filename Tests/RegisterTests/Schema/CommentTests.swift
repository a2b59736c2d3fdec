import Postgres
import TestSupport
import Testing

@testable import Register

@Suite struct CommentTests {
    /// Patuh's own schemas: everything that is neither PostgreSQL's nor public, where extensions live.
    private static let ours = "n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public')"

    @Test(
        arguments: [
            (
                "schemas",
                "select n.nspname from pg_namespace as n where \(ours) and obj_description(n.oid, 'pg_namespace') is null"
            ),
            (
                "tables and views",
                """
                select c.oid::regclass::text
                from pg_class as c
                inner join pg_namespace as n on n.oid = c.relnamespace
                where \(ours) and c.relkind in ('r', 'p', 'v', 'm') and obj_description(c.oid, 'pg_class') is null
                """
            ),
            (
                "columns",
                """
                select c.oid::regclass::text || '.' || a.attname
                from pg_class as c
                inner join pg_namespace as n on n.oid = c.relnamespace
                inner join pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                where \(ours) and c.relkind in ('r', 'p') and col_description(c.oid, a.attnum) is null
                """
            ),
            (
                "functions",
                """
                select p.oid::regprocedure::text
                from pg_proc as p
                inner join pg_namespace as n on n.oid = p.pronamespace
                where \(ours) and obj_description(p.oid, 'pg_proc') is null
                    and not exists (select from pg_depend as d where d.objid = p.oid and d.deptype = 'e')
                """
            ),
        ])
    func `everything is commented`(what: String, query: String) async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                // The registry of migrations is not part of the template's hash: bring it up to date.
                _ = try Schema(PatuhTemplates.resources).migrate(session)
                let bare = try session.rows("select o from (\(unescaped: query)) as q (o) order by o").map {
                    try $0.get("o", as: String.self)
                }
                #expect(bare == [], "\(what) without a comment")
                let schemas: Int = try session.value(
                    "select count(*) from pg_namespace as n where \(unescaped: Self.ours)")
                #expect(schemas >= 8)
            }
        }
    }
}
