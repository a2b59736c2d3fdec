import Postgres
import Register

/// The work tables that a run of few employers has left for the next one, without rows.
///
/// The comment of the schema `work` tells what they were made by.
struct KeptTables {
    /// Tables and views; none when there are none that fit.
    let names: Set<String>

    /// Finds those that were left for a purpose, and empties them of what a run that was killed may have left.
    init(for purpose: String, _ session: Session) throws {
        let fit: Bool = try session.value(
            """
            select coalesce(obj_description('work'::regnamespace, 'pg_namespace') = \(Self.comment(purpose)), false)
                -- Rows that were deleted take room until the server has time.
                and coalesce(sum(pg_relation_size(c.oid)), 0) < 64 * 1024 * 1024
            from pg_class as c
            where c.relnamespace = 'work'::regnamespace and c.relkind = 'r'
            """)
        guard fit else {
            names = []
            return
        }
        try session.script(Self.emptying)
        names = Set(
            try session.rows(
                "select relname::text as name from pg_class where relnamespace = 'work'::regnamespace and relkind in ('r', 'v')"
            ).map { try $0.get("name") })
    }

    /// Empties the tables and leaves them for a purpose.
    static func leave(for purpose: String, _ session: Session) throws {
        try session.script("\(emptying); comment on schema work is '\(comment(purpose))'")
    }

    private static func comment(_ purpose: String) -> String {
        "Work tables of the audit run in progress; without rows between runs. Made by \(purpose)."
    }

    private static let emptying = """
        do $$
        declare
            kept regclass;
        begin
            for kept in
                select c.oid from pg_class as c
                where c.relnamespace = 'work'::regnamespace and c.relkind = 'r' and pg_relation_size(c.oid) > 0
            loop
                execute format('delete from %s', kept);
            end loop;
        end
        $$
        """
}
