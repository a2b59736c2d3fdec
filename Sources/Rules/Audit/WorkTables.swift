import Postgres
import Register

/// What a run prepares once for its scope, in the schema `work`; gone when the transaction ends.
struct WorkTables {
    let resources: Resources

    /// Creates the scope and all work tables.
    func prepare(asOf: CalendarDate, office: Office, _ session: Session) throws {
        try clear(session)
        try session.execute(
            """
            create unlogged table work.scope as
            select
                \(unescaped: "date '\(asOf)'") as as_of,
                \(unescaped: "date '\(asOf.firstOfMonth)'") as month,
                now() as known_at,
                \(unescaped: "\(office.id)::smallint") as office_id
            """)
        for file in try SourceText.folder(resources.sql + "/worktables", ending: ".sql") {
            try session.script(file.text)
        }
        try session.script(
            """
            create unlogged table work.fresh (
                business_id bigint not null, person_id bigint, amount bigint, since date not null,
                rule_version_id integer not null, rule_code text not null, strength text not null,
                evidence jsonb not null, money jsonb not null, sources jsonb not null
            );
            create unlogged table work.not_judged (
                business_id bigint not null, subjects bigint not null, rule_version_id integer not null, reason text not null
            );
            """)
    }

    /// Removes what an earlier preparation left.
    func clear(_ session: Session) throws {
        try session.script(
            """
            drop schema if exists work cascade;
            create schema work;
            comment on schema work is 'Work tables of the audit run in progress; empty between runs.';
            """)
    }
}
