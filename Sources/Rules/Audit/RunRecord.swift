import Postgres
import Register

/// The stored trace of a run: what it looked at, with which law and rules, and what each rule did.
struct RunRecord {
    let run: Int
    let scope: AuditScope
    let started: String

    func store(_ summary: AuditSummary, _ session: Session) throws {
        let office = scope.office.id
        try session.execute(
            """
            insert into audit.run (
                run_id, started_at, finished_at, known_at, as_of, last_batch_id, office_id, rule_set_sha256,
                parameters_sha256, tool_version, actor, context_sha256, partial, judged)
            select
                \(run), \(started)::timestamptz, clock_timestamp(), s.known_at, s.as_of,
                (select max(batch_id) from work.batch), s.office_id, \(summary.ruleSet), (\(Self.lawHash)),
                \(Version.current), journal.actor(), c.sha256, c.partial,
                (select count(*) from work.identity where identity_id = business_id)
            from work.scope as s
            cross join work.context as c
            """)
        try session.execute(
            """
            insert into audit.rule_result (run_id, tested, violations, rule_version_id, office_id, businesses, amount)
            select \(run), tested, violations, rule_version_id, \(office)::smallint, businesses, amount
            from work.total
            """)
        try session.execute(
            """
            insert into audit.not_judged_total (run_id, subjects, businesses, rule_version_id, office_id, reason)
            select \(run), subjects, businesses, rule_version_id, \(office)::smallint, reason
            from work.open
            """)
        try session.execute(
            "select audit.keep_match(\(office)::smallint, b.basis) from work.match_basis as b")
        try session.execute(
            """
            select journal.record(
                \(office)::smallint, 'audit.run', 'run ' || \(run)::text, null,
                jsonb_build_object('as_of', \(scope.asOf)::date, 'findings', \(summary.findings)::bigint,
                    'rule_set', \(summary.ruleSet)::text))
            """)
    }

    /// Hash of the law in force: parameters, deadlines, minimum wages, holidays and the functions that compute with them.
    static let lawHash: SQL = """
        select encode(sha256(convert_to(string_agg(name || ' ' || sha256, E'\\n' order by name), 'UTF8')), 'hex')
        from (
            select name, sha256 from reference.dataset
            union all
            select 'functions/' || name, sha256 from patuh.function_file
        ) as law
        """
}
